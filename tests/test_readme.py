"""The README tells the truth: its console blocks are run, and what they print is what it shows.

In a `console` block `$ ` begins a command; the lines after it are what it prints (standard output), where a line of
only `…` stands for any lines. Every command of the program is shown there.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from jobparse.cli import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def console() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def run(command: str, tmp_path: Path) -> str:
    """What a command prints on a terminal of 80 columns without colour."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        **os.environ,
        "PATH": path,
        "NO_COLOR": "1",
        "OUT": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    environment.pop("COLUMNS", None)
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    printed = b""
    with contextlib.suppress(OSError):  # a closed terminal reads as an error
        while chunk := os.read(ours, 65536):
            printed += chunk
    os.close(ours)
    _, errors = process.communicate(timeout=120)
    assert process.returncode in (0, 1), errors.decode()
    return re.sub(r"\r+\n", "\n", printed.decode())


def show() -> None:
    """Print the console blocks with what their commands print now: `python -m tests.test_readme`."""
    for command, _ in console():
        print(f"$ {command}\n{run(command, Path('/'))}")


def pattern(lines: list[str]) -> str:
    parts = [r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"[ \t]*\n" for line in lines]
    return _ENTRY_LINE.sub(r"\1\\d+", "".join(parts))


_ENTRY_LINE = re.compile(r"(\\\.txt:)\d+")
"""Where an entry stands in its vocabulary file: moves with every entry that is added above it."""


@pytest.mark.parametrize(("command", "lines"), console(), ids=[command for command, _ in console()])
def test_console_block(command: str, lines: list[str], tmp_path: Path) -> None:
    printed = run(command, tmp_path)
    if lines:
        assert re.fullmatch(pattern(lines), printed), (
            f"README shows\n{chr(10).join(lines)}\n\nthe program prints\n{printed}"
        )


def test_every_command_is_shown() -> None:
    for name in COMMANDS:
        assert f"jobparse {name}" in README, f"`jobparse {name}` does not stand in the README"


def test_python_blocks_run() -> None:
    import doctest

    blocks = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
        cwd = Path.cwd()
        os.chdir(ROOT)
        try:
            assert (
                doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test).failed == 0
            )
        finally:
            os.chdir(cwd)


if __name__ == "__main__":
    show()
