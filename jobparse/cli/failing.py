"""The one place where what goes wrong becomes a line on standard error and an exit code.

0 all parsed · 1 some input could not be · 2 usage, or nothing could be read · 130 interrupted, 143 terminated ·
a reader that closes early: 0, quiet.
"""
from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

import click

SOME_FAILED, USAGE, INTERRUPTED, TERMINATED = 1, 2, 130, 143


class Stop(Exception):
    """Ends the program with a message (`what is wrong; what to do`) and an exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


class ReaderGone(Exception):
    """Whoever reads standard output has had enough; no failure."""


class _Terminated(BaseException):
    pass


def say(message: str) -> None:
    """One line on standard error, safe to print whatever file names it holds; a closed stream is no reason to fail."""
    from ..outputs.printable import printable

    line = f"jobparse: {printable(message)}\n"
    try:
        sys.stderr.buffer.write(line.encode(sys.stderr.encoding or "utf-8", "backslashreplace"))
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        pass


def run(program: click.Command) -> int:
    """The program's exit code; every failure is told in one line, a traceback only with `--debug`."""
    _catch(signal.SIGTERM, _Terminated)
    _catch(signal.SIGINT, KeyboardInterrupt)
    sys.unraisablehook = _again
    code = _told(lambda: _result(program))
    return _told(_flush) or code


def _result(program: click.Command) -> int:
    code = program.main(standalone_mode=False)
    return code if isinstance(code, int) else 0


def _told(action: Callable[[], int]) -> int:
    """The action's exit code, or that of what stopped it, which is told."""
    try:
        return action()
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _usage(error)
    except Stop as stop:
        if str(stop):
            say(str(stop))
        return stop.code
    except (ReaderGone, BrokenPipeError):
        _leave_output()
        return 0
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except _Terminated:
        say("terminated")
        return TERMINATED
    except OSError as error:
        _leave_output()
        say(f"{error.filename or 'output'}: {error.strerror or error}; nothing more was written")
        return USAGE
    except MemoryError:
        say("out of memory; give fewer files at once, or larger limits")
        return USAGE
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        what = f"{type(error).__name__}: {error}"
        say(f"a defect of this program ({what}); run `jobparse --debug …` and report what it shows")
        return USAGE


def _catch(number: int, raised: type[BaseException]) -> None:
    """Let a signal raise, once: what cleans up after the first is not to be interrupted by a second."""

    def handle(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_IGN)
        raise raised

    if signal.getsignal(number) is not signal.SIG_IGN:  # as it is for what a shell runs in the background
        signal.signal(number, handle)


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Raise once more what a signal raised where nothing can be raised: in a finaliser, while a process forks."""
    if not isinstance(lost.exc_value, KeyboardInterrupt | _Terminated) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(lost)
        return
    _catch(signal.SIGALRM, type(lost.exc_value))
    signal.setitimer(signal.ITIMER_REAL, _SOON)


_SOON = 0.005


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return USAGE
    say(error.format_message())
    if context is not None:
        say(f"see '{context.command_path} --help'")
    return USAGE


def _flush() -> int:
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()
    return 0


def _leave_output() -> None:
    """Keep the interpreter from writing once more, at its end, to what cannot be written to."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
