"""Headings, marked or not, and the parts of a post that they open.

A line is a heading by its mark (`#`, bold, capitals, `Line:`), by its words (the heading vocabulary) or by
its shape and what stands under it. A heading whose words tell no kind takes the kind of the section it stands
under, or the one that its list betrays; so do lists without any heading.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Block, Document, Row, Section, Span
from ..letters import FIRST_CJK
from ..readers.rows import read_rows
from ..view import clean
from .glued import parted
from .groups import parts_bullets
from .heads import find_head, header_rows, is_numbered_head
from .kinds import divided, resolved
from .parts import KINDS, LISTS, SHORT, Head, Part

__all__ = ["KINDS", "LISTS", "cut"]

_BRIEF = frozenset({"location", "salary", "contact", "other", "skills"}) | LISTS
"""Kinds that end with their line where heading and content share one (`Location: Berlin`)."""

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor."""


class _Outer(NamedTuple):
    """The level of a bullet that is a heading of what is below it alone, and the kind of the list it stands in."""

    level: int
    kind: str


def cut(document: Document) -> Document:
    """The document with its `sections`: in order, without overlap, together all that the body shows."""
    rows = parted(document, read_rows(document))
    parts = divided(resolved(list(_parts(document, rows)), document.view), document.view)
    return document.having(sections=tuple(_sections(document, parts)))


def _sections(document: Document, parts: Iterator[Part]) -> Iterator[Section]:
    nothing = Span(0, 0)
    if document.body_start:
        yield Section("header", "", nothing, Span(0, document.body_start), ())
    for part in parts:
        words = part.head.span if part.head else nothing
        heading = clean(document, words) if part.head else ""
        yield _new(Section, (part.kind, heading, words, _new(Span, (part.start, part.end)), tuple(part.rows)))


def _parts(document: Document, rows: Sequence[Row]) -> Iterator[Part]:
    """The rows parted at their headings; kinds that the headings do not tell are still ''."""
    top = header_rows(document, rows)
    if top:
        yield Part(rows[0].block.span.start, None, "header", list(rows[:top]))
    part: Part | None = None
    outer: _Outer | None = None
    for at in range(top, len(rows)):
        row = rows[at]
        usual = row[0][0] == "item" and (len(row[1]) > SHORT or _is_among_items(rows, at))
        usual = usual and not ((row[1][-1] == ":" or row[1][0] >= FIRST_CJK) and parts_bullets(row[1]))
        usual = usual and not is_numbered_head(document, row)
        usual = usual or (outer is not None and part is not None and not part.rows and row[0][0] == "paragraph" and row.gap == 1)
        head = None if usual else find_head(document, rows, at, part)
        if head is None and part is not None and outer and row[0][0] == "item" and row[0][1] <= outer.level:
            yield part
            part, outer = Part(row.block.span.start, None, outer.kind), None
        if head is None and part is not None and not (row.gap > 1 and _ends(part, row)):
            part.rows.append(row)
            continue
        outer = _outer(rows, at, part, head, outer) if head else None
        if part is not None:
            yield part
        part = Part(row.block.span.start, head, head.told.kind if head and head.told else "")
        if head is None:
            part.rows.append(row)
        elif head.content:
            part.rows.extend(_rest(document, row, head.content))
    if part is not None:
        yield part


def _outer(rows: Sequence[Row], at: int, part: Part | None, head: Head, outer: _Outer | None) -> _Outer | None:
    """The list that goes on behind `* **Preferred experience:**` and its deeper bullets, or the line it breaks off to."""
    kind, level, _, _ = rows[at].block
    if kind != "item" or at + 1 == len(rows):
        return None
    below = rows[at + 1]
    if below.block.kind == "item" and below.block.level <= level:
        return None
    if outer is None or outer.level != level:
        outer = _Outer(level, part.kind) if part is not None and part.kind in LISTS else None
    return outer if outer and head.told and head.told.kind != outer.kind else None


def _is_among_items(rows: Sequence[Row], at: int) -> bool:
    """Whether another item follows on an item, and no deeper one."""
    if at + 1 == len(rows):
        return False
    kind, level, _, _ = rows[at + 1].block
    return kind == "item" and level <= rows[at].block.level


def _rest(document: Document, row: Row, start: int) -> Iterator[Row]:
    """What stands behind a heading in the same row, if anything."""
    end = row.block.inner.end
    shown = document.view[start:end].lstrip(" :-\t\n")
    start = end - len(shown)
    if shown:
        yield Row(Block("paragraph", 0, Span(start, end), Span(start, end)), shown.rstrip(), start, 1)


def _ends(part: Part, row: Row) -> bool:
    """Whether a part that began as `Location: Berlin` is over at a blank line, but for bullets."""
    if part.head is None or not part.head.content or part.kind not in _BRIEF:
        return False
    bullet_list = part.kind in LISTS and row.block.kind == "item"
    return not bullet_list and len(part.rows) > 0 and not (len(part.rows) == 1 and _announces(part.rows[0].text))


def _announces(text: str) -> bool:
    """Whether the sentence behind a heading leads to a list: `About you: We look for the following skills.`"""
    return text[-1] == ":" or (text[-1] == "." and " following " in text[-_LONGEST_END:])


_LONGEST_END = 60
"""Letters at the end of a sentence that say what stands below it."""
