"""Every public function, every output and every command, through the same list of hostile inputs."""
from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from calling import Done, environment, lines
from calling import jobparse as called
from hostile import CASES, FRONT_MATTER, LARGE, POST, Case
from laws import SCREENS, check_bytes, check_shown, written

import jobparse
from jobparse import outputs
from jobparse.cli import COMMANDS
from jobparse.formats.frontmatter import LONGEST
from jobparse.formats.header import DEEPEST, MOST_KEYS
from jobparse.limits import MOST_TEXT
from jobparse.outputs import spreadsheet
from jobparse.parser import read_bytes, read_many
from jobparse.record import JobPost
from jobparse.sources import MAX_SIZE

by_case = pytest.mark.parametrize("case", CASES, ids=str)

MOST_SECONDS = 2.0
"""For the worst file within the limits, in processor time."""


# --- the library ----------------------------------------------------------------------------------------------------


@by_case
def test_any_bytes_give_a_record_or_a_reason(case: Case) -> None:
    check_bytes(case.data)
    assert seconds(case.data) < MOST_SECONDS


def seconds(data: bytes) -> float:
    """Processor time that the first three records of a file take."""
    begin = time.process_time()
    with contextlib.suppress(ValueError):
        for _ in islice(read_many(data), 3):
            pass
    return time.process_time() - begin


CALLS: dict[str, Callable[[Case, Path], JobPost]] = {
    "parse_text": lambda case, folder: jobparse.parse_text(case.data.decode("utf-8", "surrogateescape")),
    "parse_bytes": lambda case, folder: jobparse.parse_bytes(case.data),
    "parse_file": lambda case, folder: jobparse.parse_file(file_of(case, folder)),
}
"""Public function → a call of it; a new one is wanted here the day it is added."""

NEVER_RAISE = {"parse_text"}


def file_of(case: Case, folder: Path) -> Path:
    path = folder / "post"
    path.write_bytes(case.data)
    return path


def test_every_public_function_is_called() -> None:
    functions = {name for name in jobparse.__all__ if callable(getattr(jobparse, name)) and name[0].islower()}
    assert functions == set(CALLS)


@by_case
@pytest.mark.parametrize("name", CALLS)
def test_public_function(name: str, case: Case, tmp_path: Path) -> None:
    try:
        post = CALLS[name](case, tmp_path)
    except ValueError as reason:
        assert (name not in NEVER_RAISE and "; " in str(reason)) or "JSON" in str(reason)
    else:
        assert not [warning for warning in post.warnings if warning.code == "internal-error"]


@by_case
def test_same_bytes_give_the_same_record(case: Case) -> None:
    def encoded() -> bytes:
        try:
            return msgspec.json.encode(jobparse.parse_bytes(case.data))
        except ValueError as reason:
            return str(reason).encode()

    assert encoded() == encoded()


# --- the outputs ----------------------------------------------------------------------------------------------------


def posts() -> list[JobPost]:
    """What the hostile texts become."""
    found = []
    for case in CASES:
        try:
            found.append(jobparse.parse_bytes(case.data, name=f"{case}\x1b[31m\n.md"))
        except ValueError:
            continue
    return found


POSTS = posts()


@pytest.mark.parametrize("form", outputs.OUTPUTS)
def test_every_output_writes_every_record(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    data = written(POSTS, form)
    assert READ[form](data) == len(POSTS)
    assert READ[form](written([], form)) == 0
    assert READ[form](written(POSTS[:1], form)) == 1


def _rows(text: str, delimiter: str) -> int:
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    assert {len(row) for row in rows} <= {len(head)}
    return len(rows)


def _lines(data: bytes) -> int:
    assert data.endswith(b"\n")
    head, *rows = data.decode().removesuffix("\n").split("\n")
    assert {row.count("\t") for row in rows} <= {head.count("\t")}
    return len(rows)


def _parquet(data: bytes) -> int:
    import pyarrow.parquet

    return int(pyarrow.parquet.read_table(io.BytesIO(data)).num_rows)


READ: dict[str, Callable[[bytes], int]] = {
    "table": _lines,
    "tsv": _lines,
    "csv": lambda data: _rows(data.decode(), ","),
    "json": lambda data: len(json.loads(data)),
    "jsonl": lambda data: len([json.loads(line) for line in data.split(b"\n")[:-1]]),
    "parquet": _parquet,
}
"""Output → how many records a reader of it finds."""


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_every_screen_shows_every_record_safely(screen: outputs.Terminal) -> None:
    for case in CASES:
        try:
            reading = read_bytes(case.data[:10_000], name=f"{case}\x1b]0;owned\x07\u202e\n[/x].md")
        except ValueError:
            continue
        check_shown(reading, screen)


def test_spreadsheets_run_nothing() -> None:
    render = outputs.renderer("csv")
    for safe in (True, False):
        stream = io.BytesIO()
        guard = spreadsheet.Guard(outputs.writer("csv", stream), safe, "csv")
        for post in POSTS:
            guard.write(render(post))
        guard.close()
        cells = [cell for row in csv.reader(io.StringIO(stream.getvalue().decode(), newline="")) for cell in row]
        assert any(map(spreadsheet.runs, cells)) is not safe
        assert bool(guard.found) is not safe


# --- the commands ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all hostile inputs."""
    path = tmp_path_factory.mktemp("hostile")
    for number, case in enumerate(CASES):
        name = f"{number:03} {case.name[:30].replace('/', ' ')}.{'html' if case.group.startswith('JSON') else 'md'}"
        (path / name).write_bytes(case.data[:50_000])
    (path / "\x1b[31mred\n\u202e[x] :fire:.md").write_text(POST)
    return path


ARGUMENTS: dict[str, tuple[str, ...]] = {
    "extract": ("extract", "POSTS", "-f", "jsonl", "--jobs", "2"),
    "show": ("show", "POSTS"),
    "explain": ("explain", "POST"),
    "skills": ("skills", "POSTS", "--posts"),
    "stats": ("stats", "POSTS"),
    "vocab": ("vocab", "check", "POST"),
    "fields": ("fields",),
    "schema": ("schema",),
}
"""Command → a call of it; a new one is wanted here the day it is added."""


def test_every_command_is_called() -> None:
    assert set(ARGUMENTS) >= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_command(name: str, folder: Path) -> None:
    names = {"POSTS": str(folder), "POST": str(next(folder.glob("*red*")))}
    done = called(*(names.get(word, word) for word in ARGUMENTS[name])).check(0, 1)
    lines(done.err)
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", done.out), "no controls in what is printed"


def test_nothing_is_lost(folder: Path) -> None:
    done = called("extract", folder, "-f", "jsonl").check(0, 1)
    named = {json.loads(line)["source"]["path"].partition("#")[0] for line in done.out.splitlines()}
    reasons = [line for line in lines(done.err) if str(folder) in line]
    passed_over = {"our own record"}  # what an earlier run wrote into the folder
    assert len(named) + len(reasons) == len(CASES) + 1 - len(passed_over)


def test_order_locale_time_and_hashes_change_nothing(folder: Path) -> None:
    def records(*paths: Path, **changes: str) -> set[bytes]:
        done = called("extract", *paths, "-f", "jsonl", env=environment(**changes)).check(0, 1)
        return set(done.out.splitlines())

    files = sorted(folder.iterdir())
    forward = records(*files, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")
    backward = records(*reversed(files), PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C", PYTHONUTF8="0")
    assert forward == backward


WATCHED = """
import sys

def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "urllib", "webbrowser", "pty.")):
        raise RuntimeError(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise RuntimeError(f"{event} {arguments}")
    if event == "open" and "passwd" in str(arguments[0]):
        raise RuntimeError(f"{event} {arguments}")

from jobparse.cli import main
sys.addaudithook(watch)
main()
"""


def test_nothing_in_a_post_is_executed_fetched_or_followed(folder: Path, tmp_path: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED, "extract", str(folder), "-f", "jsonl"],
        capture_output=True, cwd=tmp_path, env=environment(), timeout=60, check=False,
    )
    Done(done.returncode, done.stdout, done.stderr.decode()).check(0, 1)
    assert not list(tmp_path.iterdir())


# --- limits ---------------------------------------------------------------------------------------------------------

A_PART = 800_000
"""Bytes of each large input that are parsed here: past every limit of what is analysed."""


@pytest.mark.parametrize("case", LARGE, ids=str)
def test_large_input_takes_no_longer_than_its_limit(case: Case) -> None:
    assert seconds(case.data[:A_PART]) < MOST_SECONDS or seconds(case.data[:A_PART]) < MOST_SECONDS


WHOLE = [case for case in LARGE if case.name in ("posts", "tags", "mojibake on lines", "skills on lines", "newlines", "one word")]
"""Those that take longest at full size, and two plain ones."""


@pytest.mark.parametrize("case", WHOLE, ids=str)
def test_largest_file(case: Case, tmp_path: Path) -> None:
    (tmp_path / "post").write_bytes(case.data)
    begin = time.monotonic()
    called("extract", tmp_path / "post", "-f", "jsonl").check(0)
    assert time.monotonic() - begin < 4 * MOST_SECONDS, "the start of the program and a busy machine included"


def test_what_is_cut_is_told_and_more_may_be_read() -> None:
    text = "We bake bread. " * 20_000 + "\n\nSalary: $50,000 a year\n"
    post = jobparse.parse_text(text)
    assert [warning.code for warning in post.warnings] == ["text-cut"]
    assert post.salary is None
    whole = jobparse.parse_text(text, max_text=1_000_000)
    assert not whole.warnings and whole.salary is not None
    assert post.id == whole.id, "the id is that of the whole text"


def test_limits_are_told_in_the_help() -> None:
    help_text = called("extract", "--help").check(0).out.decode()
    assert f"Default: {MAX_SIZE // 10**6}MB" in help_text
    assert f"Default: {MOST_TEXT:,}" in " ".join(help_text.split())


def test_limits_are_told_in_the_readme() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    told = " ".join(readme[readme.index("## Promises") :].split())
    for limit in (
        f"{MAX_SIZE // 10**6} MB a file", f"{MOST_TEXT:,} characters", f"{LONGEST // 1024} KB", f"{MOST_KEYS} keys", f"{DEEPEST} levels",
        f"{MOST_SECONDS:g} s",
    ):
        assert limit in told


@pytest.mark.parametrize("case", FRONT_MATTER, ids=str)
def test_body_is_read_whatever_the_header(case: Case) -> None:
    """A header that cannot be read costs the header, not the post; and it is told."""
    if b"# Baker" not in case.data or case.data.count(b"# Baker") != 1 or b"\r" in case.data.replace(b"\r\n", b""):
        pytest.skip("no body below this header")
    post = jobparse.parse_bytes(case.data)
    assert post.title or post.warnings or any(part.heading == "Baker" for part in post.sections)


def test_marks_without_end_are_composed_in_time() -> None:
    begin = time.process_time()
    jobparse.parse_text("e" + "\u0301\u0316" * 1_000_000)
    assert time.process_time() - begin < MOST_SECONDS
