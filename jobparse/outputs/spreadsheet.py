"""Cells of CSV and TSV that a spreadsheet would run instead of showing: found, counted, or made harmless."""
from __future__ import annotations

import re
from collections.abc import Sequence
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


class Guard:
    """A writer of rows that makes each cell harmless, or writes it faithfully and counts those that are not."""

    def __init__(self, writer: Writer, safe: bool) -> None:
        self._writer, self._safe = writer, safe
        self.found = 0

    def write(self, rendered: Sequence[str]) -> Any:
        """One row."""
        if self._safe:
            rendered = [harmless(cell) for cell in rendered]
        else:
            self.found += sum(map(runs, rendered))
        self._writer.write(rendered)

    def close(self) -> None:
        """No more rows."""
        self._writer.close()

    def warning(self) -> str:
        """What a person should know before opening the file, '' where nothing."""
        if not self.found:
            return ""
        cells = "1 cell begins" if self.found == 1 else f"{self.found} cells begin"
        return f"{cells} as a formula does, which a spreadsheet would run; --csv-safe makes them text"
