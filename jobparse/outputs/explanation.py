"""An explanation for people: the value, the lines it was read from with the words marked, what lost and why."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..analysis.explanation import Explanation, Finding, Quote
from . import Terminal
from .printable import printable
from .style import Style, cut, pad, width_of
from .values import shown

_WIDTH = 100
"""Columns where there is no terminal to fit."""

_MOST_LOST = 5
"""Losing and refused findings shown a field; `--format json` has all of them."""


def lines(explanations: Sequence[Explanation], terminal: Terminal) -> Iterator[str]:
    """The lines of all explanations, a blank one between fields."""
    style, width = Style(terminal.color), max(40, terminal.width or _WIDTH)
    for number, explanation in enumerate(explanations):
        if number:
            yield ""
        yield from _lines(explanation, style, width)


def _lines(explanation: Explanation, style: Style, width: int) -> Iterator[str]:
    value = "not stated" if explanation.value in (None, []) else _value(explanation.value)
    name = style(explanation.field, "bold", "cyan")
    yield f"{name}  {cut(printable(value), width - len(explanation.field) - 2)}"
    if explanation.derived:
        yield style("  from other fields together", "dim")
    for finding in explanation.won:
        yield from _finding("✓", "green", finding, style, width)
    for mark, color, findings in (("·", "yellow", explanation.lost), ("✗", "red", explanation.refused)):
        for finding in findings[:_MOST_LOST]:
            yield from _finding(mark, color, finding, style, width)
        if len(findings) > _MOST_LOST:
            yield style(f"  {mark} and {len(findings) - _MOST_LOST} more", "dim")


def _value(value: Any) -> str:
    return ", ".join(map(shown, value)) if isinstance(value, list) else shown(value)


_VERDICT = {"✓": "", "·": "lost: ", "✗": "refused: "}


def _finding(mark: str, color: str, finding: Finding, style: Style, width: int) -> Iterator[str]:
    value = printable(shown(finding.value)) if finding.value is not None else ""
    text = _VERDICT[mark] + " — ".join(part for part in (value, finding.refused) if part)
    about = f"{finding.rule}, {finding.standing}"
    room = width - 4 - width_of(about) - 3
    if width_of(text) <= room:
        yield f"  {style(mark, color)} {pad(text, room)}  {style(about, 'dim')}".rstrip()
    else:
        yield f"  {style(mark, color)} {cut(text, width - 4)}"
        yield style(f"    {about}", "dim")
    for quote in finding.quotes:
        yield from _quote(quote, color, style, width)


def _quote(quote: Quote, color: str, style: Style, width: int) -> Iterator[str]:
    """The line in a window around the marked words, and the mark under them."""
    gutter = f"{quote.line:>7} │ "
    room = width - width_of(gutter)
    text = cut(printable(quote.text.strip("\n")), room - 2)
    spare = room - width_of(text)
    before = printable(quote.before.lstrip())
    after = printable(quote.after.rstrip())
    left = min(width_of(before), max(spare // 2, spare - width_of(after)))
    before = cut(before, left, from_left=True)
    after = cut(after, max(0, spare - width_of(before)))
    yield style(gutter, "dim") + style(before, "dim") + style(text, "bold", color) + style(after, "dim")
    yield style(" " * 7 + " │ ", "dim") + " " * width_of(before) + style("^" * width_of(text), color)
