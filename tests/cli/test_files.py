"""What a person may point the program at: one line of reason for each, and the rest goes on."""
from __future__ import annotations

import json
import os

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from calling import command, ended, environment, jobparse, limited, lines, started
from hostile import POST

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of another kind")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good post, to stand in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(POST)
    return tmp_path


def big(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1_000_000_000)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def unreadable(path: Path) -> None:
    path.write_text(POST)
    path.chmod(0)


def bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path.name)


def nothing(path: Path) -> None:
    """It is not there."""


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing.md": (nothing, "does not exist"),
    "folder.md": (Path.mkdir, "holds no posts"),
    "broken.md": (lambda path: path.symlink_to("gone"), "link to nothing"),
    "circle.md": (circle, "back to itself"),
    "pipe.md": (os.mkfifo, "is a pipe"),
    "socket.md": (bound, "is a socket"),
    "unreadable.md": (unreadable, "may not be read"),
    "sparse.md": (big, "holds 1000.0 MB"),
    "word.md": (lambda path: path.write_bytes(b"PK\x03\x04 word/document.xml"), "is a Word document"),
    "x" * 256 + ".md": (nothing, "too long"),
    "/dev/zero": (nothing, "is a device"),
    "/dev/tty": (nothing, "is a device"),
    "-n.md": (nothing, "does not exist"),
    "new\nline.md": (nothing, "does not exist"),
    "*.nothing": (nothing, "matches no file"),
    "a\x1bc.md": (nothing, "does not exist"),
}


def test_every_bad_file_is_told_and_stops_nothing(here: Path) -> None:
    for name, (make, _) in BAD.items():
        if not name.startswith("/"):
            make(here / name)
    done = jobparse("extract", "-f", "jsonl", "--", *BAD, "good.md", begin=limited(mighty=False)).check(1)
    *told, summary = lines(done.err)
    assert len(done.out.splitlines()) == 1
    assert summary == f"jobparse: parsed 1, failed {len(BAD)}"
    for line, (_, words) in zip(told, BAD.values(), strict=True):
        assert words in line and "; " in line


def test_nothing_but_bad_files(here: Path) -> None:
    done = jobparse("extract", "gone.md", "-f", "json").check(2)
    assert done.out == b"[]\n"


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"new\nline.md", b"\x1b[31m.md", b"-x.md", b"=cmd.md", b"x" * 252 + b".md", "\u202egnp.md".encode()])
def test_any_name_is_a_name(here: Path, name: bytes) -> None:
    try:
        Path(os.fsdecode(name)).write_text(POST)
    except OSError:
        pytest.skip("no name in this file system")
    for form in ("jsonl", "table"):
        done = jobparse("extract", "-f", form, "--", name).check(0)
        assert b"Backend Engineer" in done.out
    path = json.loads(jobparse("extract", "-f", "jsonl", "--", name).out)["source"]["path"]
    assert path == name.decode("utf-8", "backslashreplace")


def test_more_may_be_read(here: Path) -> None:
    (here / "long.txt").write_text(POST + " " * 6_000_000)
    assert "--max-size" in jobparse("extract", "long.txt").check(2).err
    assert "parsed 1" in jobparse("extract", "long.txt", "--max-size", "7MB").check(0).err
    assert "no size" in jobparse("extract", "long.txt", "--max-size", "much").check(2).err


def test_endless_input_is_read_up_to_its_limit(here: Path) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        done = ended(started("extract", "-", stdin=zeros)).check(2)
    assert "5 MB" in done.err


def test_file_that_needs_more_memory_than_there_is(here: Path) -> None:
    """One reason, no crash; the next file is read."""
    (here / "long.html").write_text("<html><body>" + "<p>We bake.</p>" * 300_000)
    begin = limited(memory=220 << 20)
    done = jobparse("extract", "long.html", "good.md", "-f", "jsonl", "--jobs", "1", begin=begin)
    done.check(0, 1, 2)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
def test_peak_memory_is_bounded(here: Path) -> None:
    """Its own peak: what `getrusage` gives is that of whoever started it, if that was more."""
    (here / "long.md").write_text(POST * 8000)
    measured = "from jobparse.cli import main\ntry: main()\nfinally: print(open('/proc/self/status').read())"
    call = [sys.executable, "-c", measured, "extract", "long.md", "-o", "out.jsonl"]
    done = subprocess.run(call, capture_output=True, env=environment(), check=True, timeout=60)
    peak = next(line for line in done.stdout.decode().splitlines() if line.startswith("VmHWM:"))
    assert int(peak.split()[1]) < 300_000, "kilobytes"


def test_many_files(here: Path) -> None:
    """Only names are held: a thousand files more cost next to no memory."""
    folder = here / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.md").touch()
    done = jobparse("extract", folder, "-f", "jsonl", "-o", "out.jsonl").check(0)
    assert "parsed 3000" in done.err


def test_no_input_at_a_closed_door(here: Path) -> None:
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *command("extract", "-f", "jsonl")]
    done = subprocess.run(closed, capture_output=True, env=environment(), check=False, timeout=60)
    assert done.returncode == 2 and b"Traceback" not in done.stderr and b"defect" not in done.stderr, done.stderr
