"""However a run ends (a reader that leaves, a full disk, a signal, a worker's death), it ends in order and in words."""
from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from calling import children, command, ended, environment, jobparse, limited, lines, lives, started, until
from hostile import POST
from jobparse.cli import COMMANDS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and descriptors of another kind")

MANY = 420
"""Posts enough that a pool of processes is started, and works for a while."""

SHOWN = (
    ("extract", "a.md"), ("extract", "a.md", "-f", "csv"), ("show", "a.md"), ("explain", "a.md"), ("skills", "a.md"), ("stats", "a.md"),
    ("vocab", "show", "python"), ("fields",), ("schema",),
)
EVERY_OUTPUT = pytest.mark.parametrize("form", ["jsonl", "json", "csv", "tsv", "table"])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one post, to stand in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(POST)
    return tmp_path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of many posts, that each takes some milliseconds."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(MANY):
        (folder / f"{number:04}.md").write_text(POST.replace("Kestrel", f"Kestrel {number}"))
    return folder


def nothing_left(folder: Path, *but: str) -> None:
    """No temporary file, nothing half written."""
    assert sorted(os.listdir(folder)) == sorted(but)


# --- readers and disks ----------------------------------------------------------------------------------------------


def test_every_command_is_shown() -> None:
    assert {words[0] for words in SHOWN} == set(COMMANDS)


@EVERY_OUTPUT
def test_reader_that_leaves(many: Path, form: str) -> None:
    process = started("extract", many, "-f", form, "--jobs", "1")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read().decode()
    assert process.wait() == 0
    assert not err


@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_output_that_is_full_or_closed(here: Path, words: tuple[str, ...]) -> None:
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = jobparse(*words, stdout=full).check(2)
        assert os.strerror(errno.ENOSPC) in done.err
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", *command(*words)]
    done = subprocess.run(closed, capture_output=True, env=environment(), check=False, timeout=60)
    assert done.returncode in ((0,) if words[0] in ("schema", "fields", "vocab") else (2,))
    assert b"Traceback" not in done.stderr and b"defect" not in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(("form", "expected"), [("jsonl", MANY), ("csv", MANY + 1), ("tsv", MANY + 1)])
def test_pipe_that_does_not_wait_gets_all(many: Path, form: str, expected: int, unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    process = subprocess.Popen(
        command("extract", many, "-f", form, "--jobs", "1"), stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE,
        env=environment(PYTHONUNBUFFERED=unbuffered),
    )
    os.close(writer)
    with open(reader, "rb") as stream:
        begin = stream.read(1)
        time.sleep(0.5)  # it fills the pipe meanwhile
        assert (begin + stream.read()).count(b"\n") == expected
    ended(process).check(0)


@pytest.mark.parametrize("words", [("extract", "-"), ("stats", "-"), ("skills", "-"), ("show", "-")], ids=" ".join)
def test_input_that_does_not_wait_is_read_whole(here: Path, words: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    process = started(*words, stdin=reader)
    os.close(reader)
    for piece in (POST[:50], POST[50:]):
        time.sleep(0.5)  # what was read so far is no end
        os.write(writer, piece.encode())
    os.close(writer)
    done = ended(process).check(0)
    assert b"Kestrel" in done.out or b"Python" in done.out or b"employment" in done.out


def test_errors_that_nobody_hears(here: Path) -> None:
    quiet = ["sh", "-c", 'exec "$@" 2>&-', "sh", *command("extract", "a.md", "gone.md", "-f", "jsonl")]
    done = subprocess.run(quiet, capture_output=True, env=environment(), check=False, timeout=60)
    assert done.returncode == 1
    assert json.loads(done.stdout)["title"]


@EVERY_OUTPUT
def test_disk_that_is_full_keeps_the_old_file(many: Path, here: Path, form: str) -> None:
    (here / "out").write_text("old")
    done = jobparse("extract", many, "-f", form, "-o", "out", "--jobs", "1", begin=limited(file_size=4096)).check(2)
    assert os.strerror(errno.EFBIG) in done.err
    assert (here / "out").read_text() == "old"
    nothing_left(here, "a.md", "out")


# --- where results go -----------------------------------------------------------------------------------------------


def folder(path: Path) -> None:
    path.mkdir()


def read_only(path: Path) -> None:
    path.write_text("old")
    path.chmod(0o444)


def link_to_nothing_else(path: Path) -> None:
    path.symlink_to(path.parent / "gone" / "x")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (folder, "is a folder"),
        (os.mkfifo, "no regular file"),
        (read_only, "read-only"),
        (link_to_nothing_else, "folder does not exist"),
    ],
)
def test_target_that_cannot_be_written(here: Path, make: Callable[[Path], None], words: str) -> None:
    make(here / "out.jsonl")
    before = (here / "out.jsonl").lstat()
    done = jobparse("extract", "a.md", "-o", "out.jsonl", begin=limited(mighty=False)).check(2)
    assert words in done.err and "; " in done.err
    assert (here / "out.jsonl").lstat().st_mode == before.st_mode
    nothing_left(here, "a.md", "out.jsonl")


def test_target_in_a_folder_that_is_not_there(here: Path) -> None:
    assert "make it first" in jobparse("extract", "a.md", "-o", "gone/out.jsonl").check(2).err


def test_target_in_a_folder_that_may_not_be_written(here: Path) -> None:
    (here / "closed").mkdir(mode=0o555)
    done = jobparse("extract", "a.md", "-o", "closed/out.jsonl", begin=limited(mighty=False)).check(2)
    assert "cannot write into its folder" in done.err


def test_link_stays_a_link_and_its_target_keeps_its_permissions(here: Path) -> None:
    (here / "real.jsonl").write_text("old")
    (here / "real.jsonl").chmod(0o640)
    (here / "link.jsonl").symlink_to("real.jsonl")
    jobparse("extract", "a.md", "-o", "link.jsonl").check(0)
    assert (here / "link.jsonl").is_symlink()
    assert json.loads((here / "real.jsonl").read_text())["title"]
    assert stat.S_IMODE((here / "real.jsonl").stat().st_mode) == 0o640


@pytest.mark.parametrize("words", [("a.md", "-o", "a.md"), (".", "-o", "a.md"), ("a.md", "-o", "link"), ("a.md", "-o", "./link"), ("*.md", "-o", "./a.md")])
def test_post_is_never_replaced_by_the_results(here: Path, words: tuple[str, ...]) -> None:
    (here / "link").symlink_to("a.md")
    for name in ("extract", "stats"):
        done = jobparse(name, *words, "-f", "jsonl").check(2)
        assert "write the results elsewhere" in done.err
    assert (here / "a.md").read_text() == POST
    nothing_left(here, "a.md", "link")


@pytest.mark.parametrize("name", ["a.md/", "gone/", "./", "..", "/", "x.jsonl/"])
def test_name_of_a_folder_is_no_target(here: Path, name: str) -> None:
    assert "folder" in jobparse("extract", "a.md", "-f", "jsonl", "-o", name).check(2).err
    assert (here / "a.md").read_text() == POST
    nothing_left(here, "a.md")


def test_results_in_the_folder_of_the_posts_are_replaced(here: Path) -> None:
    for _ in range(2):
        assert "parsed 1" in jobparse("extract", ".", "-o", "all.jsonl").check(0).err
    assert len((here / "all.jsonl").read_text().splitlines()) == 1


def test_nothing_to_read_leaves_the_old_file(here: Path) -> None:
    (here / "out.jsonl").write_text("old")
    jobparse("extract", "gone.md", "--fields", "nonsense", "-o", "out.jsonl").check(2)
    assert (here / "out.jsonl").read_text() == "old"


# --- signals --------------------------------------------------------------------------------------------------------

SIGNALS = pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])


@SIGNALS
def test_signal_while_reading(here: Path, number: int, code: int) -> None:
    process = started("extract", "-", "-o", "out.jsonl", stdin=subprocess.PIPE)
    until(lambda: [name for name in os.listdir(here) if name.endswith(".part")], "the temporary file")
    process.send_signal(number)
    done = ended(process).check(code)
    assert len(lines(done.err.strip("\n"))) == 1
    nothing_left(here, "a.md")


@SIGNALS
@pytest.mark.parametrize("jobs", [1, 2])
def test_signal_while_parsing(many: Path, here: Path, number: int, code: int, jobs: int) -> None:
    (here / "out.jsonl").write_text("old")
    process = started("extract", many, many / ".." / many.name, "-o", "out.jsonl", "--jobs", str(jobs))
    workers: list[int] = []
    if jobs == 2:
        workers = until(lambda: children(process.pid), "the workers")
    else:
        until(lambda: [name for name in os.listdir(here) if name.endswith(".part")], "the temporary file")
    process.send_signal(number)
    process.send_signal(number)
    ended(process).check(code)
    assert (here / "out.jsonl").read_text() == "old"
    nothing_left(here, "a.md", "out.jsonl")
    until(lambda: not any(map(lives, workers)), "the workers' end")


@SIGNALS
def test_signal_while_writing(many: Path, number: int, code: int) -> None:
    process = started("extract", many, "-f", "json", "--jobs", "1")
    assert process.stdout is not None
    process.stdout.read(10)  # and no more: the pipe fills, and the program waits
    process.send_signal(number)
    ended(process).check(code)


# --- workers --------------------------------------------------------------------------------------------------------


def test_killed_worker_loses_nothing(many: Path, here: Path) -> None:
    process = started("extract", many, "-f", "jsonl", "-o", "out.jsonl", "--jobs", "2")
    os.kill(until(lambda: children(process.pid), "a worker")[0], signal.SIGKILL)
    done = ended(process).check(0)
    assert f"parsed {MANY}" in done.err
    companies = [json.loads(line)["source"]["path"] for line in (here / "out.jsonl").read_text().splitlines()]
    assert companies == sorted(companies) and len(companies) == MANY, "all, once, in order"


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_order_does_not_depend_on_the_workers(many: Path, jobs: str) -> None:
    done = jobparse("extract", many, "-f", "jsonl", "--fields", "source.path", "--jobs", jobs).check(0)
    paths = [json.loads(line)["source.path"] for line in done.out.splitlines()]
    assert paths == sorted(paths) and len(paths) == MANY
