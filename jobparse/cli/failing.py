"""The one place where what goes wrong becomes a line on standard error and an exit code.

0 all parsed · 1 some input could not be · 2 usage, or nothing could be read · 130 interrupted, 143 terminated · a reader that closes early: 0, quiet.
"""
from __future__ import annotations

import os
import signal
import sys
from types import FrameType

import click

SOME_FAILED, USAGE, INTERRUPTED, TERMINATED = 1, 2, 130, 143


class Stop(Exception):
    """Ends the program with a message (`what is wrong; what to do`) and an exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


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
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = program.main(standalone_mode=False)
        _flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _usage(error)
    except Stop as stop:
        if str(stop):
            say(str(stop))
        return stop.code
    except BrokenPipeError:
        return _closed()
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except _Terminated:
        say("terminated")
        return TERMINATED
    except OSError as error:
        say(f"{error.filename or 'output'}: {error.strerror or error}; nothing more was written")
        return USAGE
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        say(f"a defect of this program ({type(error).__name__}: {error}); run `jobparse --debug …` and report what it shows")
        return USAGE


def _terminate(number: int, frame: FrameType | None) -> None:
    raise _Terminated


def _usage(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return USAGE
    say(error.format_message())
    if context is not None:
        say(f"see '{context.command_path} --help'")
    return USAGE


def _flush() -> None:
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()


def _closed() -> int:
    """A reader such as `head` has had enough: leave quietly, and keep the interpreter from trying once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return 0
