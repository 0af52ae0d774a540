"""How far a long run is: a line on standard error that overwrites itself, only at a terminal, only after a second."""
from __future__ import annotations

import sys
import time

AFTER = 1.0
"""Seconds of work before anything is shown."""

_EVERY = 0.2


class Progress:
    """`tell` a count as often as you like; `clear` before anything else is written."""

    def __init__(self) -> None:
        self._on = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + AFTER
        self._shown = False

    def tell(self, done: int) -> None:
        """So many posts are done."""
        if self._on and (now := time.monotonic()) >= self._next:
            self._next, self._shown = now + _EVERY, True
            self._write(f"\rjobparse: {done:,} posts")

    def clear(self) -> None:
        """Nothing is left of it."""
        if self._shown:
            self._shown = False
            self._write("\r\033[K" if self._on else "")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self._on = False
