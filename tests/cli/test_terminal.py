"""What reaches a terminal, a pipe and a spreadsheet: nothing of a post may move, colour, hide or run anything."""
from __future__ import annotations

import csv
import io
import json
import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from calling import SECONDS, command, environment, jobparse, lines
from hostile import CASES, POST
from jobparse.cli.progress import AFTER, Progress

pty = pytest.importorskip("pty")

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
COLOURS = re.compile("\x1b\\[[0-9;]*m")
PROGRESS = re.compile(r"(?:\rjobparse: [\d,]+ posts)+\r\x1b\[K")
"""What a run sends besides that takes more than a second, as every run may on a busy machine."""

NAME = "\x1b[31m\x9b2J\x07[x] :fire:\u202e\n\udcff.md"
"""A file's name that would do harm, of bytes that are no UTF-8."""

FOR_TERMINALS = [case for case in CASES if case.name in (
    "terminal controls", "markup of a terminal library", "wide letters", "bidi overrides", "zero width inside words",
    "controls in strings", "ld: comments and controls", "entities that are none", "cells a spreadsheet would run", "growing letters",
)]


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a folder of hostile posts under a hostile name."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "posts"
    folder.mkdir()
    for number, case in enumerate(FOR_TERMINALS):
        (folder / f"{number}{NAME}").write_bytes(case.data)
    (folder / f"bad{NAME}").write_bytes(b"%PDF-1.4")
    return folder


def at_terminal(*words: str, stderr_too: bool = True, **env: str) -> tuple[int, str]:
    """The exit code, and all that a terminal of 80 columns is sent."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        command(*words), stdin=slave, stdout=slave, stderr=slave if stderr_too else subprocess.DEVNULL,
        env=environment(**{"TERM": "xterm-256color", "COLUMNS": "80", **env}), close_fds=True,
    )
    os.close(slave)
    sent, end = b"", time.monotonic() + SECONDS
    while time.monotonic() < end:
        if not select.select([master], [], [], 0.1)[0]:
            continue
        try:
            chunk = os.read(master, 1 << 16)
        except OSError:
            break
        if not chunk:
            break
        sent += chunk
    os.close(master)
    return process.wait(timeout=SECONDS), re.sub("\r+\n", "\n", sent.decode("utf-8", "replace"))


WORDS = (
    ("extract", "posts"), ("extract", "posts", "-f", "json"), ("extract", "posts", "-f", "csv"), ("extract", "posts", "-f", "tsv"),
    ("show", "posts"), ("skills", "posts", "--posts"), ("stats", "posts"), ("explain", "--text", "# \x1b[31mBaker\u202e\n\nSalary: $5\x9b - $9 an hour"),
)


COMPANIES = ("\x1b[31mred\x9b2J", "a\nb\tc", "\u202eemcA", "=cmd|' /C calc'!A0", "skill", "posts", "paths", "高级后端🔥")
"""Names that would do harm as the head of a column."""


@pytest.fixture
def grouped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records of companies with such names: what an earlier run wrote, and somebody changed."""
    monkeypatch.chdir(tmp_path)
    record = json.loads(jobparse("extract", "-", "-f", "jsonl", stdin=POST.encode()).out)
    Path("records.jsonl").write_text("".join(json.dumps({**record, "company": name}) + "\n" for name in COMPANIES))


@pytest.mark.usefixtures("grouped")
def test_names_of_columns_are_safe() -> None:
    words = ("skills", "records.jsonl", "--by", "company", "--posts")
    _, sent = at_terminal(*words, COLUMNS="400")
    assert not CONTROLS.search(COLOURS.sub("", sent)), sent
    head, *rows = jobparse(*words).check(0).out.decode().split("\n\n")[0].split("\n")
    assert not CONTROLS.search(head.replace("\t", ""))
    assert {line.count("\t") for line in (head, *rows) if line} == {len(COMPANIES) + 1}
    for form in ("csv", "json", "jsonl", "tsv"):
        assert jobparse(*words, "-f", form).check(0).out.count(b"(group)")


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_terminal_is_sent_nothing_that_it_would_obey(posts: Path, words: tuple[str, ...]) -> None:
    code, sent = at_terminal(*words)
    assert code in (0, 1), sent
    assert COLOURS.search(sent) or words[:2] != ("extract", "posts") or "-f" in words
    assert not CONTROLS.search(COLOURS.sub("", PROGRESS.sub("", sent))), sent
    assert "Traceback" not in sent and "defect" not in sent


@pytest.mark.parametrize(
    "env", [{"COLUMNS": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "100000"}], ids=str
)
def test_poor_terminals(posts: Path, env: dict[str, str]) -> None:
    for words in (("extract", "posts"), ("show", "posts")):
        code, sent = at_terminal(*words, **env)
        assert code == 1, sent
        assert "defect" not in sent
        assert bool(COLOURS.search(sent)) is not bool({"TERM", "NO_COLOR"} & set(env))
        if "PYTHONIOENCODING" in env:
            assert sent.isascii()


def test_table_fits_its_terminal(posts: Path) -> None:
    from jobparse.outputs.style import width_of

    _, sent = at_terminal("extract", "posts", "--color", "never", stderr_too=False)
    assert sent.count("\n") == len(FOR_TERMINALS) + 1
    assert max(width_of(line) for line in sent.split("\n")) <= 80


@pytest.mark.parametrize("env", [{"FORCE_COLOR": "1"}, {"COLUMNS": "20"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=str)
@pytest.mark.parametrize("words", [("extract", "posts"), ("show", "posts")], ids=" ".join)
def test_pipe_is_sent_no_colours_and_nothing_cut(posts: Path, words: tuple[str, ...], env: dict[str, str]) -> None:
    done = jobparse(*words, env=environment(**env)).check(1)
    assert b"\x1b" not in done.out
    if words[0] == "extract":
        assert done.out.count(b"\n") == len(FOR_TERMINALS) + 1
        assert "…".encode() not in done.out


def test_colours_where_they_are_asked_for(posts: Path) -> None:
    assert b"\x1b[" in jobparse("show", "posts", "--color", "always").check(1).out


def test_errors_name_files_safely(posts: Path) -> None:
    done = jobparse("extract", "posts", "gone\x1b[31m\n.md", "-f", "jsonl").check(1)
    assert not CONTROLS.search(done.err.replace("\n", ""))
    assert len(lines(done.err)) == 3


# --- progress -------------------------------------------------------------------------------------------------------


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Posts that take some seconds."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for number in range(6):
        (tmp_path / "posts" / f"{number}.md").write_text("- Go, R, C and 5+ years of Python or Ruby, remote in the EU\n" * 900)


@pytest.mark.usefixtures("slow")
def test_progress_at_a_terminal_only() -> None:
    _, sent = at_terminal("extract", "posts", "-f", "jsonl", "-o", "out.jsonl", "--jobs", "1")
    assert "\rjobparse: " in sent
    assert sent.endswith("\r\x1b[Kjobparse: parsed 6\n"), "nothing is left of it"
    done = jobparse("extract", "posts", "-f", "jsonl", "-o", "out.jsonl", "--jobs", "1").check(0)
    assert done.err == "jobparse: parsed 6\n"


def test_no_progress_for_short_work(posts: Path) -> None:
    begin = time.monotonic()
    sent = at_terminal("stats", "posts")[1]
    assert "\r" not in sent or time.monotonic() - begin > AFTER, "a busy machine may take longer"


def test_progress_waits_for_its_second(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, clock = io.StringIO(), iter([0.0, AFTER - 0.1, AFTER + 0.1, AFTER + 0.2, AFTER + 0.4])
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    progress = Progress()
    for done in (1, 2000, 3000, 4000):
        progress.tell(done)
    progress.clear()
    assert terminal.getvalue() == "\rjobparse: 2,000 posts\rjobparse: 4,000 posts\r\x1b[K"


# --- spreadsheets ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_cells_that_a_spreadsheet_would_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.chdir(tmp_path)
    title = "=HYPERLINK(1) Engineer"
    Path("a.json").write_text(json.dumps({"title": title, "description": POST, "company": "@SUM(1)"}))
    told = jobparse("extract", "a.json", "-o", f"out.{form}").check(0)
    assert "--csv-safe" in told.err
    assert "--csv-safe" not in jobparse("extract", "a.json", "-f", form).check(0).err, "who reads a pipe knows best"
    safe = jobparse("extract", "a.json", "-o", f"safe.{form}", "--csv-safe").check(0)
    assert "--csv-safe" not in safe.err
    for name, expected in ((f"out.{form}", title), (f"safe.{form}", f"'{title}")):
        text = io.StringIO(Path(name).read_bytes().decode(), newline="")
        (row,) = csv.DictReader(text, delimiter="\t" if form == "tsv" else ",")
        assert row["title"] == expected
        assert row["company"].startswith("'") is name.startswith("safe")


if sys.platform == "win32":
    pytestmark = pytest.mark.skip("terminals of another kind")
