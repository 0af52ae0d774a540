"""Parsing again only what changed gives the same bytes as a fresh run."""
from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobparse.engines import inputs, local, update
from jobparse.outputs import renderer
from jobparse.record import JobPost
from jobparse.sources import Failure
from jobparse.tables import Wanted

parsed: list[str] = []
"""Posts that were rendered, that is parsed, since the last run began."""


def render(post: JobPost) -> bytes:
    parsed.append(post.source.path.rpartition("/")[2])
    return renderer("jsonl")(post)


def run(paths: list[Path], output: Path, key: str = "one", jobs: int = 1) -> tuple[list[str], list[str]]:
    """Updates `output`; gives what was parsed and what failed."""
    parsed.clear()
    failed = []
    ledger = update.Ledger(str(output), key)
    with contextlib.closing(ledger):
        lines = []
        options = local.Options(jobs=jobs)
        for one in update.results(
            lambda known: inputs.find(map(str, paths), Wanted(), known=known), options, render, ledger
        ):
            if isinstance(one, Failure):
                failed.append(one.name.rpartition("/")[2])
            else:
                lines.append(one + b"\n")
        output.write_bytes(b"".join(lines))
        ledger.commit()
    return list(parsed), failed


def fresh(paths: list[Path]) -> bytes:
    found = local.results(inputs.find(map(str, paths), Wanted()), local.Options(), renderer("jsonl"))
    return b"".join(one + b"\n" for one in found if not isinstance(one, Failure))


@pytest.fixture
def posts(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "posts"
    folder.mkdir()
    for name in ("a.md", "b.md", "c.md", "d.md"):
        write(folder / name, f"# Engineer {name}\n\nWe need Python.\n")
    yield folder


def write(path: Path, text: str) -> None:
    """A file that was written long ago."""
    path.write_text(text, "utf-8")
    past = path.stat().st_mtime_ns - 10**11
    os.utime(path, ns=(past, past))


def test_nothing_changed(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    assert run([posts], output) == (["a.md", "b.md", "c.md", "d.md"], [])
    assert run([posts], output) == ([], [])
    assert output.read_bytes() == fresh([posts])


def test_new_changed_and_vanished(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    run([posts], output)
    write(posts / "aa.md", "# Nurse\n")
    write(posts / "b.md", "# Engineer b.md\n\nWe need Rust!!\n")  # the size that it had
    (posts / "c.md").unlink()
    assert run([posts], output)[0] == ["aa.md", "b.md"]
    assert output.read_bytes() == fresh([posts])


def test_same_content_at_another_time(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    run([posts], output)
    os.utime(posts / "a.md")
    assert run([posts], output) == ([], [])


def test_same_size_and_a_time_too_near_to_trust(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    (posts / "a.md").write_text("# Engineer\n\nWe need Ruby")
    status = (posts / "a.md").stat()
    run([posts], output)
    (posts / "a.md").write_text("# Engineer\n\nWe need Rust")
    os.utime(posts / "a.md", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert run([posts], output)[0] == ["a.md"]


def test_another_program_parses_all(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    run([posts], output)
    assert len(run([posts], output, key="two")[0]) == 4


def test_order_of_the_paths(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    turned = [posts / name for name in ("d.md", "a.md", "c.md", "b.md")]
    run([posts], output)
    assert run(turned, output) == ([], [])
    assert output.read_bytes() == fresh(turned)


def test_failures_are_told_again_and_not_tried_again(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    write(posts / "b.json", '{"title": ')
    (tmp_path / "x.md").symlink_to("nowhere")
    paths = [posts, tmp_path / "x.md"]
    assert run(paths, output)[1] == ["b.json", "x.md"]
    assert run(paths, output) == ([], ["b.json", "x.md"])
    assert output.read_bytes() == fresh(paths)


def test_rows_and_lists(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    write(posts / "list.json", '[{"title": "One"}, {"title": "Two"}]')
    table = tmp_path / "ads.csv"
    write(table, "title,text\nA,We need Python\nB,We need SQL\nC,\n")
    paths = [posts / "list.json", table, posts / "a.md"]
    assert run(paths, output)[0] == ["list.json#1", "list.json#2", "ads.csv#1", "ads.csv#2", "a.md"]
    write(table, "title,text\nA,We need Python\nB,We need Go\nC,\nD,We need Rust\n")
    assert run(paths, output) == (["ads.csv#2", "ads.csv#4"], ["ads.csv#3"])
    assert output.read_bytes() == fresh(paths)


def test_many_processes(posts: Path, tmp_path: Path) -> None:
    for number in range(700):
        write(posts / f"n{number:03}.md", f"# Engineer {number}\n")
    output = tmp_path / "records.jsonl"
    run([posts], output, jobs=2)
    for number in (3, 300, 650):
        write(posts / f"n{number:03}.md", f"# Nurse {number}\n")
    run([posts], output, jobs=2)
    assert output.read_bytes() == fresh([posts])


@pytest.mark.parametrize("harm", ["cut", "zeroes", "garbage", "gone"])
def test_a_torn_ledger_is_a_fresh_run(harm: str, posts: Path, tmp_path: Path) -> None:
    output, state = tmp_path / "records.jsonl", tmp_path / "records.jsonl.state"
    run([posts], output)
    data = state.read_bytes()
    if harm == "gone":
        state.unlink()
    else:
        half = len(data) // 2
        state.write_bytes({"cut": data[:half], "zeroes": data[:half] + bytes(half), "garbage": b"{}" * 999}[harm])
    run([posts], output)
    assert output.read_bytes() == fresh([posts])
    assert run([posts], output) == ([], [])


@pytest.mark.parametrize("harm", ["edited", "cut", "gone"])
def test_an_output_that_was_touched_is_made_anew(harm: str, posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    run([posts], output)
    data = output.read_bytes()
    if harm == "gone":
        output.unlink()
    else:
        output.write_bytes(data.replace(b"Python", b"Pythia", 1) if harm == "edited" else data[: len(data) // 2])
    run([posts], output)
    assert output.read_bytes() == fresh([posts])


def test_a_broken_run_leaves_all_as_it_was(posts: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    run([posts], output)
    before = sorted(path.name for path in tmp_path.iterdir())
    ledger = update.Ledger(str(output), "one")
    ledger.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert run([posts], output) == ([], [])
