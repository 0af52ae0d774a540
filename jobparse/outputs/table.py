"""The table for people: fitted to the terminal, or plain tab-separated lines with nothing cut where there is none."""
from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal, brief
from .columns import cell
from .printable import printable

COLUMNS: tuple[tuple[str, Callable[[JobPost], str]], ...] = (
    ("title", lambda post: post.title or ""),
    ("company", lambda post: post.company or ""),
    ("place", brief.place),
    ("mode", lambda post: post.work_mode or ""),
    ("pay", lambda post: brief.pay(post.salary)),
    ("skills", brief.top_skills),
)
"""Columns when no fields are asked for."""

_SHARES = {"title": 26, "company": 12, "place": 14, "mode": 6, "pay": 13, "skills": 20}
"""How the columns share the width; those that hold less give the rest away."""

_NARROWEST = 40
"""Columns of a terminal below which cells would hold nothing: it is then taken as this wide."""


class Writer:
    """See `outputs.Writer`. In a terminal it holds all rows, since widths depend on them; in a pipe it streams."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream, self._terminal = stream, terminal
        self._names = tuple(fields) if fields else tuple(name for name, _ in COLUMNS)
        self._cells = _of_fields(fields) if fields else _of_columns
        self._rows: list[list[str]] = []
        if terminal.width is None:
            self._plain(self._names)

    def write(self, post: JobPost) -> None:
        """One row; a post without a title is known by its file's name."""
        row = [printable(text) for text in self._cells(post)]
        if self._names[0] == "title" and not row[0]:
            row[0] = f"({printable(post.source.path)})"
        if self._terminal.width is None:
            self._plain(row)
        else:
            self._rows.append(row)

    def close(self) -> None:
        """Draw the table, where one was held back."""
        if self._terminal.width is not None and self._rows:
            drawn = _draw(self._names, self._rows, self._terminal)
            self._stream.write(drawn.encode(self._terminal.encoding, "replace"))

    def _plain(self, row: Sequence[str]) -> None:
        self._stream.write("\t".join(row).encode(self._terminal.encoding, "replace") + b"\n")


def _of_columns(post: JobPost) -> list[str]:
    return [read(post) for _, read in COLUMNS]


def _of_fields(fields: Sequence[str]) -> Callable[[JobPost], list[str]]:
    return lambda post: [cell(post, name) for name in fields]


def _draw(names: Sequence[str], rows: Sequence[Sequence[str]], terminal: Terminal) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = max(terminal.width or 0, _NARROWEST)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", width=None, padding=(0, 1, 0, 0))
    for name in names:
        table.add_column(Text(name), no_wrap=True, overflow="ellipsis", ratio=None, max_width=_limit(name, names, rows, width))
    for row in rows:
        table.add_row(*(Text(text, style=_STYLES.get(name, "")) for name, text in zip(names, row, strict=True)))
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=terminal.color, no_color=not terminal.color, color_system="standard" if terminal.color else None)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().strip("\n").split("\n")) + "\n"


_STYLES = {"title": "bold", "mode": "cyan", "pay": "green"}


def _limit(name: str, names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> int:
    """Widest that a column may be: what it needs, or its share of the width plus what the others leave."""
    needs = {other: max(len(other), *(len(row[at]) for row in rows)) for at, other in enumerate(names)}
    shares = {other: _SHARES.get(other, 14) for other in names}
    room = width - 2 * len(names)
    total = sum(shares.values())
    fair = {other: max(4, room * share // total) for other, share in shares.items()}
    if needs[name] <= fair[name]:
        return needs[name]
    spare = room - sum(min(needs[other], fair[other]) for other in names)
    hungry = [other for other in names if needs[other] > fair[other]]
    return fair[name] + max(0, spare) // len(hungry)
