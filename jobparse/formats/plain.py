"""Plain text: bullets of every font, and paragraphs of one line each, unless the file was wrapped by hand."""
from __future__ import annotations

import re

from ..document import Document
from ..view import render
from .builder import Builder
from .bullets import MARKS, bullet_at, has_parting, split_inline
from .chrome import shown
from .rules import RULED, end_of_run, is_rule
from .tags import has_blocks, walk

NAME = "text"

_SPECIAL = MARKS | RULED


def recognise(name: str, text: str) -> str:
    """Anything may be plain text."""
    return "nothing in it says otherwise"


def read(name: str, text: str) -> Document:
    """The whole text as plain text, with such HTML as pastes bring along."""
    page = shown(text, 0)
    builder = Builder(page)
    if has_blocks(page, 0):
        walk(builder, page, 0, len(page), scan)
    else:
        scan(builder, page, 0, len(page))
    builder.close()
    view, links = render(page, 0, builder.marks, "html")
    return Document(name, NAME, text, view, tuple(builder.blocks), links=links)


def scan(builder: Builder, text: str, start: int, end: int) -> None:
    """The blocks of `text[start:end]`, line by line."""
    reader = _Reader(builder, text, is_wrapped(text, start, end))
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        if stop < 0:
            stop = end
        content = text[at:stop].lstrip()
        if not content:
            builder.blank = True
        else:
            stop = reader.line(at, stop - len(content), stop, end)
        at = stop + 1


class _Reader:
    """One walk over the lines."""

    def __init__(self, builder: Builder, text: str, wrapped: bool) -> None:
        self.builder, self.text, self.wrapped = builder, text, wrapped
        self.parting = has_parting(text)

    def line(self, at: int, first: int, stop: int, end: int) -> int:
        """A line with something on it. Gives the offset where it, or the run of rules that it begins, ends."""
        text, builder = self.text, self.builder
        character = text[first]
        if character in _SPECIAL:
            if character in RULED and is_rule(text[first:stop]):
                stop = end_of_run(text, at, stop, end)
                builder.rule(at, first, stop)
                return stop
            if self._item(at, first, stop):
                return stop
        if builder.kind and not builder.blank and self._goes_on(at, first):
            builder.extend(stop)
            return stop
        if first == at or builder.blank:
            builder.leave_list()
        pieces = split_inline(text, first, stop) if self.parting else []
        if pieces:
            builder.items_within(at, pieces, stop)
        else:
            builder.open("paragraph", 0, at, first, stop)
        return stop

    def _item(self, at: int, first: int, stop: int) -> bool:
        text, builder = self.text, self.builder
        bullet = bullet_at(text, first, stop, builder.sign)
        if bullet is None:
            return False
        if self.wrapped and builder.kind and not builder.blank and bullet.number > 1 and builder.sign != "1":
            return False  # a sentence that happens to break before a number
        content = bullet.content
        column = len(text[at:first].expandtabs(4))
        builder.marks.append((first, content))
        builder.item(column, column + min(content - first, 5), at, content, stop)
        builder.sign = bullet.sign
        pieces = split_inline(text, content, stop) if self.parting else []
        if pieces:
            builder.items_within(at, pieces, stop)
        return True

    def _goes_on(self, at: int, first: int) -> bool:
        """Whether a line goes on with the block above it: a hand-wrapped paragraph, or an item's next line."""
        builder, text = self.builder, self.text
        lower = text[first].islower() or text[first] in "(,;&/"
        if builder.kind == "item" and first > at and lower:
            return True
        if not self.wrapped or lower:
            return self.wrapped
        if builder.kind == "item":
            return first > at
        line = builder.end - max(text.rfind("\n", builder.start, builder.end) + 1, builder.start)
        return line >= _WRAP[0] and text[builder.end - 1] not in ".:!?"


# --- was the file wrapped by hand? -------------------------------------------------------------------------------

_WRAP = (55, 105)
"""Lengths between which lines of a hand-wrapped file end."""

_BREAK = re.compile(rf"^(?=[^\n]{{{_WRAP[0]},{_WRAP[1]}}}$)[^\n]*[^\s.:;!?]\n[^\S\n]{{0,12}}[a-z(]", re.MULTILINE)
_LINE = re.compile(r"^[^\n]*\S", re.MULTILINE)


def is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether many lines of middling length break inside a sentence, and hardly any line is longer."""
    breaks = sum(1 for _ in _BREAK.finditer(text, start, end))
    if breaks < 3:
        return False
    lines = longer = 0
    for match in _LINE.finditer(text, start, end):
        lines += 1
        longer += match.end() - match.start() > _WRAP[1]
    return breaks * 4 >= lines - longer and longer * 10 <= lines
