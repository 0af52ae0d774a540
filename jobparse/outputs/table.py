"""The table for people: fitted to the terminal, or plain tab-separated lines with nothing cut where there is none."""
from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal, brief
from .columns import cell
from .printable import printable
from .style import width_of

COLUMNS: tuple[tuple[str, Callable[[JobPost], str]], ...] = (
    ("title", lambda post: post.title or ""),
    ("company", lambda post: post.company or ""),
    ("place", brief.place),
    ("mode", lambda post: post.work_mode or ""),
    ("pay", lambda post: brief.pay(post.salary)),
    ("skills", brief.top_skills),
)
"""Columns when no fields are asked for."""

_WHOLE = {"mode": 6, "pay": 14, "place": 13}
"""Columns that say nothing when cut: up to this width they get what they need before the others share the rest."""

_SHARES = {"title": 46, "company": 22, "skills": 32}
"""How the other columns share the rest; those that hold less give it away."""

_FAIR = 25
"""Share of a field that a person asked for."""

_GAP = 2

_NARROWEST = 40
"""Columns of a terminal below which cells would hold nothing: it is then taken as this wide."""


def render(post: JobPost, fields: Sequence[str] | None) -> list[str]:
    """A row of cells, safe to print; a post without a title is known by its file's name."""
    texts = [cell(post, name) for name in fields] if fields else [read(post) for _, read in COLUMNS]
    if not texts[0] and (not fields or fields[0] == "title"):
        texts[0] = f"({post.source.path})"
    return [printable(text) for text in texts]


class Writer:
    """See `outputs.Writer`. In a terminal it holds all rows, since widths depend on them; in a pipe it streams."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream, self._terminal = stream, terminal
        self._names = tuple(fields) if fields else tuple(name for name, _ in COLUMNS)
        self._rows: list[list[str]] = []
        if terminal.width is None:
            self._plain(self._names)

    def write(self, rendered: list[str]) -> None:
        """One row."""
        if self._terminal.width is None:
            self._plain(rendered)
        else:
            self._rows.append(rendered)

    def close(self) -> None:
        """Draw the table, where one was held back."""
        if self._terminal.width is not None and self._rows:
            drawn = _draw(self._names, self._rows, self._terminal)
            self._stream.write(drawn.encode(self._terminal.encoding, "replace"))

    def _plain(self, row: Sequence[str]) -> None:
        self._stream.write("\t".join(row).encode(self._terminal.encoding, "replace") + b"\n")


def _draw(names: Sequence[str], rows: Sequence[Sequence[str]], terminal: Terminal) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = max(terminal.width or 0, _NARROWEST)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    for name, columns in zip(names, _widths(names, rows, width), strict=True):
        table.add_column(Text(name), no_wrap=True, overflow="ellipsis", width=columns)
    for row in rows:
        table.add_row(*(Text(text, style=_STYLES.get(name, "")) for name, text in zip(names, row, strict=True)))
    out = io.StringIO()
    console = Console(
        file=out, width=width + _GAP, force_terminal=terminal.color, highlight=False,
        color_system="standard" if terminal.color else None,
    )
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n")) + "\n"


_STYLES = {"title": "bold", "mode": "cyan", "pay": "green"}


def _widths(names: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Width of each column: what it needs where all fits, else short ones whole and the others by their shares."""
    needs = [max(width_of(line[at]) for line in [names, *rows]) for at in range(len(names))]
    room = width - _GAP * (len(names) - 1)
    if sum(needs) <= room:
        return needs
    widths = [min(need, _WHOLE[name]) if name in _WHOLE else 0 for name, need in zip(names, needs, strict=True)]
    open_columns = [at for at, name in enumerate(names) if name not in _WHOLE]
    room -= sum(widths)
    while open_columns:
        total = sum(_SHARES.get(names[at], _FAIR) for at in open_columns)
        fair = {at: max(1, room * _SHARES.get(names[at], _FAIR) // total) for at in open_columns}
        content = [at for at in open_columns if needs[at] <= fair[at]]
        for at in content or open_columns:
            widths[at] = min(needs[at], fair[at])
            room -= widths[at]
        open_columns = [at for at in open_columns if at not in content] if content else []
    return widths
