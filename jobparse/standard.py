"""Standard input and output, so that nothing is lost on the way: both wait for their other end, and write all."""
from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import Any, BinaryIO, cast


def standard_input() -> BinaryIO:
    """Raises AttributeError where there is none, ValueError where it is closed."""
    stream = sys.stdin.buffer
    _wait(stream)
    return stream


def standard_output() -> BinaryIO:
    """Raises AttributeError where there is none."""
    stream: Any = sys.stdout.buffer
    _wait(stream)
    return cast(BinaryIO, _Whole(stream)) if isinstance(stream, io.RawIOBase) else stream


def _wait(stream: BinaryIO) -> None:
    """Whoever shares the stream may have set it not to wait: then an empty read looks like the end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.set_blocking(stream.fileno(), True)


class _Whole(io.RawIOBase):
    """A stream that may write less than it is given, as under PYTHONUNBUFFERED: here all of it is."""

    def __init__(self, raw: io.RawIOBase) -> None:
        self._raw = raw

    def write(self, data: Any) -> int:
        """All of it."""
        left = memoryview(data)
        while left:
            left = left[self._raw.write(left) or 0 :]
        return len(data)
