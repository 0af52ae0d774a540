"""One post as a readable card: what it says, and where each value was read."""
from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from ..record import FIELDS, Evidence, JobPost
from . import Terminal, brief
from .printable import printable
from .style import Style, cut, pad, width_of
from .values import shown

_HIDDEN = {"schema_version", "id", "source", "sections", "metadata", "evidence", "warnings", "title"}
_INLINE = {"skills", "soft_skills", "tags", "languages", "employment_types", "certifications", "work_authorization"}
"""List fields whose items are short: they run on in one paragraph."""

_LABEL = 18
"""Columns for a field's name; the longest name has 16 letters."""

_WIDTH = 80
"""Columns of a card where there is no terminal to fit."""


def card(post: JobPost, fields: Sequence[str] | None, terminal: Terminal) -> str:
    """The card's text, with a newline at its end."""
    width = max(40, min(terminal.width or _WIDTH, 100))
    style = Style(terminal.color)
    lines = [*_head(post, style, width), ""]
    silent = []
    for name in fields or FIELDS:
        name = name.partition(".")[0]
        value = getattr(post, name)
        if name in _HIDDEN and not fields:
            continue
        if value is None or value == [] or value == {}:
            silent.append(name)
        else:
            lines += _field(name, value, post.evidence.get(name, []), style, width)
    if silent:
        lines += ["", *_paragraph("not stated", ", ".join(silent), style, width)]
    lines += _warnings(post, style, width)
    return "\n".join(lines) + "\n"


def _head(post: JobPost, style: Style, width: int) -> Iterator[str]:
    yield style(cut(printable(post.title or "(no title)"), width), "bold")
    parts = (post.company, brief.place(post), post.work_mode, brief.pay(post.salary))
    yield cut(printable(" · ".join(part for part in parts if part)), width)
    repairs = f" · mended: {', '.join(post.source.repairs)}" if post.source.repairs else ""
    yield style(cut(printable(f"{post.source.path} · {post.source.format} · {post.source.encoding}{repairs}"), width), "dim")


def _field(name: str, value: Any, evidence: Sequence[Evidence], style: Style, width: int) -> Iterator[str]:
    lines = _line_numbers(evidence)
    if isinstance(value, list) and name not in _INLINE:
        yield style(pad(name, _LABEL), "cyan") + style(lines, "dim")
        for item in value:
            yield from _item(printable(shown(item)), width)
        return
    text = ", ".join(shown(item) for item in value) if isinstance(value, list) else shown(value)
    yield from _paragraph(name, printable(text), style, width, lines)


def _item(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  · ", subsequent_indent="    ") or ["  ·"]


def _paragraph(name: str, text: str, style: Style, width: int, note: str = "") -> Iterator[str]:
    """A name, a text beside it as far as it takes, and a note at the right edge of the first line that has room."""
    wrapped = textwrap.wrap(text, width - _LABEL) or [""]
    room = width - _LABEL - width_of(wrapped[-1]) - 2
    if note and width_of(note) > room:
        wrapped.append("")
    for number, line in enumerate(wrapped):
        label = style(pad(name, _LABEL), "cyan") if number == 0 else " " * _LABEL
        if number == len(wrapped) - 1 and note:
            line += " " * max(2, width - _LABEL - width_of(line) - width_of(note)) + style(note, "dim")
        yield label + line


def _line_numbers(evidence: Sequence[Evidence], most: int = 6) -> str:
    """`line 3`, `lines 3, 8, 12–14`."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(e.line_start, e.line_end) for e in evidence}):
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    if not spans:
        return ""
    texts = [str(a) if a == b else f"{a}–{b}" for a, b in spans]
    more = ", …" if len(texts) > most else ""
    return ("line " if len(spans) == 1 and spans[0][0] == spans[0][1] else "lines ") + ", ".join(texts[:most]) + more


def _warnings(post: JobPost, style: Style, width: int) -> Iterator[str]:
    for number, warning in enumerate(post.warnings):
        if number == 0:
            yield ""
        where = f"line {warning.line}: " if warning.line else ""
        text = printable(f"{where}{warning.message} [{warning.code}]")
        for at, line in enumerate(textwrap.wrap(text, width - 2)):
            yield style("! " if at == 0 else "  ", "yellow") + line
