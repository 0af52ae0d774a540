"""Cells of CSV and TSV that a spreadsheet would run instead of showing: found, counted, or made harmless."""
from __future__ import annotations

import re
from typing import Any

from . import Writer

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?")


def runs(cell: str) -> bool:
    """Whether a spreadsheet takes a cell for a formula: by its first character, unless it is a plain number."""
    return cell.startswith(_STARTS) and not _NUMBER.fullmatch(cell)


def harmless(cell: str) -> str:
    """The cell behind an apostrophe where a spreadsheet would run it."""
    return f"'{cell}" if runs(cell) else cell


FORMATS = frozenset(("csv", "tsv"))
"""Formats that spreadsheets open."""


class Guard:
    """A writer before another: in a spreadsheet's formats each cell is made harmless, or counted where it is not."""

    def __init__(self, writer: Writer, safe: bool, form: str) -> None:
        self._writer, self._safe, self._opened = writer, safe, form in FORMATS
        self.found = 0

    def write(self, rendered: Any) -> None:
        """One post, as the format's `render` made it."""
        if self._opened and self._safe:
            rendered = [harmless(cell) for cell in rendered]
        elif self._opened:
            self.found += sum(map(runs, rendered))
        self._writer.write(rendered)

    def close(self) -> None:
        """No more rows."""
        self._writer.close()


def warning(found: int) -> str:
    """What a person should know before opening a file with so many cells that would be run, '' where nothing."""
    if not found:
        return ""
    cells = "1 cell begins" if found == 1 else f"{found} cells begin"
    return f"{cells} as a formula does, which a spreadsheet would run; --csv-safe makes them text"
