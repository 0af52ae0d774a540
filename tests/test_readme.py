"""The README tells the truth: its console blocks are run, and what they print is what it shows.

In a `console` block `$ ` begins a command; the lines after it are what it prints (standard output), where a line of only
`…` stands for any lines. Every command of the program is shown there.
"""
from __future__ import annotations

import os
import re
import subprocess
import sys
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
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "OUT": str(tmp_path)}
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def pattern(lines: list[str]) -> str:
    parts = [r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()) + r"[ \t]*\n" for line in lines]
    return "".join(parts)


@pytest.mark.parametrize(("command", "lines"), console(), ids=[command for command, _ in console()])
def test_console_block(command: str, lines: list[str], tmp_path: Path) -> None:
    printed = run(command, tmp_path)
    if lines:
        assert re.fullmatch(pattern(lines), printed), f"README shows\n{chr(10).join(lines)}\n\nthe program prints\n{printed}"


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
            assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test).failed == 0
        finally:
            os.chdir(cwd)
