"""Tab-separated values with a header line; tabs and newlines in a value become blanks, so that every line is a row."""
from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal
from .columns import cell, columns
from .printable import printable

_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})


def render(post: JobPost, fields: tuple[str, ...] | None) -> list[str]:
    """A row of cells."""
    return [cell(post, name) for name in columns(fields)]


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: tuple[str, ...] | None, terminal: Terminal) -> None:
        self._stream, self._shown = stream, terminal.width is not None
        self._row(columns(fields))

    def write(self, rendered: Sequence[str]) -> None:
        """One row."""
        self._row(rendered)

    def close(self) -> None:
        """Nothing comes last."""

    def _row(self, cells: Sequence[str]) -> None:
        line = "\t".join(printable(text) if self._shown else text.translate(_BREAKS) for text in cells)
        self._stream.write(line.encode("utf-8", "replace") + b"\n")
