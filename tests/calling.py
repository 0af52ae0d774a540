"""Calling the program as a person does: in a process of its own, under limits."""
from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

SECONDS = 60
"""No call takes longer, however busy the machine is: what does is a hang."""

ENOUGH_MEMORY = 2 << 30
"""Bytes of addresses; the program and its libraries map some hundred MB."""

CODE = "from jobparse.cli import main; main()"


_DROP, _OVERRIDES = 24, (1, 2)
"""Linux: `PR_CAPBSET_DROP`, `CAP_DAC_OVERRIDE` and `CAP_DAC_READ_SEARCH`."""


class Done(NamedTuple):
    """What a call gave."""

    code: int
    out: bytes
    err: str

    def check(self, *codes: int) -> Done:
        """It ended as it should, and in words: no traceback, no defect, a prefix before each line."""
        assert self.code in codes, self.err
        assert "Traceback" not in self.err and "defect" not in self.err and "Exception ignored" not in self.err, self.err
        return self


def command(*arguments: str | bytes | Path) -> list[str | bytes]:
    """The words of a call."""
    return [sys.executable, "-c", CODE, *(str(one) if isinstance(one, Path) else one for one in arguments)]


def limited(memory: int = ENOUGH_MEMORY, file_size: int | None = None, mighty: bool = True) -> Callable[[], None]:
    """What a child does first: take limits upon itself; not `mighty`, even the superuser is bound by permissions."""

    def begin() -> None:
        _heeding()
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))
        if not mighty and os.geteuid() == 0:
            for capability in _OVERRIDES:
                ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)

    return begin


def _heeding() -> None:
    """Where the tests run in the background, Ctrl-C is ignored, and a child would do so too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def environment(**changes: str) -> dict[str, str]:
    """This process's, without what decides about colours and encodings, with changes."""
    dropped = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG", "TERM"}
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    root = str(Path(__file__).parent.parent)
    return {**kept, "PYTHONPATH": root, "LC_ALL": "C.UTF-8", **changes}


def jobparse(
    *arguments: str | bytes | Path, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None,
    begin: Callable[[], None] | None = None, **streams: Any,
) -> Done:
    """Call the program and wait for its end."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    done = subprocess.run(
        command(*arguments), input=stdin, cwd=cwd, env=env or environment(), timeout=SECONDS,
        preexec_fn=begin or limited(), check=False, **streams,
    )
    return Done(done.returncode, done.stdout or b"", (done.stderr or b"").decode("utf-8", "replace"))


def started(*arguments: str | bytes | Path, cwd: Path | None = None, stdin: int | IO[bytes] = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Call the program and go on."""
    return subprocess.Popen(
        command(*arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=environment(),
        preexec_fn=_heeding,
    )


def ended(process: subprocess.Popen[bytes]) -> Done:
    """What a call that was started gave."""
    out, err = process.communicate(timeout=SECONDS)
    return Done(process.returncode, out, err.decode("utf-8", "replace"))


def until(told: Callable[[], Any], what: str) -> Any:
    """Wait for something to come true."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found := told():
            return found
        time.sleep(0.01)
    raise AssertionError(f"waited in vain for {what}")


def children(pid: int) -> list[int]:
    """Processes that a process has started and that live."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in text.split()]


def lives(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def lines(text: str, beginning: str = "jobparse: ") -> Sequence[str]:
    """Lines of standard error, each of which begins as it should."""
    found = text.splitlines()
    assert all(line.startswith(beginning) for line in found), text
    return found
