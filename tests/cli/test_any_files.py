"""Whatever the files hold: each gives records or one line of reason, in order, at whatever output."""
from __future__ import annotations

import io
import json
import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calling import lines
from hostile import CASES
from jobparse.cli import program
from jobparse.cli.failing import _told
from jobparse.outputs import OUTPUTS

SAMPLES = sorted(path.read_bytes() for path in (Path(__file__).parents[2] / "samples").iterdir() if path.is_file())
SMALL = [case.data for case in CASES if len(case.data) < 2000]

pieces = st.one_of(st.sampled_from([*SAMPLES, *SMALL]), st.binary(max_size=200), st.text(max_size=200).map(str.encode))


@st.composite
def posts(draw: st.DrawFn) -> bytes:
    """Hostile bytes, or a post that was cut, spliced and flipped."""
    data = draw(pieces)
    if draw(st.booleans()):
        data = data[: draw(st.integers(0, len(data)))] + draw(pieces)[draw(st.integers(0, 500)) :]
    if draw(st.booleans()):
        rng, flipped = random.Random(draw(st.integers(0, 1000))), bytearray(data)
        for at in rng.sample(range(len(data)), len(data) // 20):
            flipped[at] = rng.randrange(256)
        data = bytes(flipped)
    return data


class Standard(io.TextIOWrapper):
    """A standard stream that is kept."""

    def __init__(self) -> None:
        self.kept = io.BytesIO()
        super().__init__(self.kept, "utf-8", newline="")

    def text(self) -> str:
        self.flush()
        return self.kept.getvalue().decode()


def call(patch: pytest.MonkeyPatch, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the program, in this process."""
    out, err = Standard(), Standard()
    with patch.context() as patched:
        patched.setattr("sys.stdout", out)
        patched.setattr("sys.stderr", err)
        code = _told(lambda: program.main(list(words), prog_name="jobparse", standalone_mode=False) or 0)
    return code, out.text(), err.text()


@given(st.lists(posts(), min_size=1, max_size=5), st.sampled_from(OUTPUTS))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_files(contents: list[bytes], form: str) -> None:
    patch = pytest.MonkeyPatch()
    with tempfile.TemporaryDirectory() as folder:
        names = [str(Path(folder) / f"{number}.md") for number in range(len(contents))]
        for name, data in zip(names, contents, strict=True):
            Path(name).write_bytes(data)
        target = str(Path(folder) / f"out.{form}")
        if form != "table" and form != "parquet":
            code, out, err = call(patch, "extract", *names, "-f", form, "-o", target, "--jobs", "1")
            assert not out and Path(target).exists()
        code, out, err = call(patch, "extract", *names, "-f", "jsonl", "--jobs", "1")
        *told, summary = lines(err)
        found = [json.loads(line)["source"]["path"].partition("#")[0] for line in out.splitlines()]
        failed = [line.removeprefix("jobparse: ").partition(": ")[0] for line in told]
        assert sorted({*found, *failed}) == names, "none is lost"
        assert not set(found) & set(failed) and found == sorted(found)
        assert "defect" not in err and "report" not in err and '"internal-error"' not in out
        assert code == (0 if not failed else 1 if found else 2)
        assert summary == f"jobparse: parsed {len(found)}" + (f", failed {len(failed)}" if failed else "")
        for words in (("show", *names), ("stats", *names), ("skills", *names, "--posts"), ("explain", names[0])):
            assert "defect" not in call(patch, *words)[2]
