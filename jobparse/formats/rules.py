"""Lines that only part what stands above from what stands below."""
from __future__ import annotations

from ..patterns import lazy

RULED = frozenset("-*_=~+—–─━═.·•#")
"""Characters that rules are made of."""

_FEWEST = 3
_RUN = lazy(r"([^\n]*+)(?:\n\1(?=\n|\Z))*+")


def is_rule(line: str) -> bool:
    """Whether a line, without the blanks before it, is one such character again and again: `---`, `* * *`."""
    return line.count(line[0]) >= _FEWEST and not line.strip(line[0] + " \t\r\u00a0")


def end_of_run(text: str, start: int, stop: int, end: int) -> int:
    """Where the last of the lines that repeat the line `text[start:stop]` ends."""
    line = text[start:stop]
    if not text.startswith(line, stop + 1):
        return stop
    match = _RUN.match(text, start, end)
    return match.end() if match else stop
