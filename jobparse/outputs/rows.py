"""Rows of a tally as a table with bars, JSON, JSON lines, CSV or TSV."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from . import Terminal
from .printable import printable
from .spreadsheet import harmless, runs
from .style import Style, cut, pad, width_of

BAR = 16
"""Columns of the longest bar."""


def encode(rows: Sequence[Mapping[str, Any]], form: str, about: Mapping[str, Any], safe: bool = False) -> bytes:
    """Rows in a machine's format; JSON is an object with `about`'s keys and `rows`, JSON lines are the rows alone.

    `safe` makes cells harmless that a spreadsheet would run as formulas.
    """
    if form == "json":
        return msgspec.json.format(msgspec.json.encode({**about, "rows": list(rows)}), indent=2) + b"\n"
    if form == "jsonl":
        return b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter="\t" if form == "tsv" else ",", lineterminator="\n" if form == "tsv" else "\r\n")
    for cells in texts(rows):
        writer.writerow(map(harmless, cells) if safe else cells)
    return out.getvalue().encode("utf-8", "replace")


def texts(rows: Sequence[Mapping[str, Any]]) -> Iterator[list[str]]:
    """The cells of a table: the names, then each row."""
    if rows:
        yield list(rows[0])
    for row in rows:
        yield [_cell(value) for value in row.values()]


def formulas(rows: Sequence[Mapping[str, Any]]) -> int:
    """How many cells a spreadsheet would run."""
    return sum(runs(cell) for cells in texts(rows) for cell in cells)


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def table(head: Sequence[str], rows: Sequence[Sequence[Any]], terminal: Terminal, *, bar_of: int | None = None, whole: int = 0) -> str:
    """An aligned table; numbers to the right, a bar behind each row for column `bar_of` as a share of `whole`.

    In a pipe: tab-separated, nothing cut, no bars.
    """
    head = [printable(name) for name in head]
    texts = [[printable(_shown(value)) for value in row] for row in rows]
    if terminal.width is None:
        return "".join("\t".join(row) + "\n" for row in [list(head), *texts])
    style = Style(terminal.color)
    right = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(head))]
    widths = [max(width_of(line[at]) for line in [list(head), *texts]) for at in range(len(head))]
    bar = min(BAR, terminal.width - sum(widths) - 2 * len(widths)) if bar_of is not None else 0
    over = sum(widths) + 2 * (len(widths) - 1) + (bar + 2 if bar > 3 else 0) - terminal.width
    if over > 0:
        widest = widths.index(max(widths))
        widths[widest] = max(8, widths[widest] - over)
    lines = [style(_line(head, widths, right).rstrip(), "bold")]
    for row, text in zip(rows, texts, strict=True):
        line = _line(text, widths, right)
        if bar > 3 and bar_of is not None:
            line += "  " + style(drawn(row[bar_of] / whole if whole else 0, bar), "cyan")
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    shown = []
    for text, width, to_right in zip(cells, widths, right, strict=True):
        text = cut(text, width)
        shown.append(" " * (width - width_of(text)) + text if to_right else pad(text, width))
    return "  ".join(shown)


def drawn(share: float, width: int) -> str:
    """A bar of eighths of a column for a share of 0 to 1."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + ("▏▎▍▌▋▊▉"[rest - 1] if rest else "")


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else str(value)
