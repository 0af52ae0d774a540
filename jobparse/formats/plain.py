"""Plain text: bullets of every font, and paragraphs of one line each, unless the file was wrapped by hand."""
from __future__ import annotations

from ..document import Document
from ..patterns import lazy
from ..view import INVISIBLE, render
from .broken import goes_on
from .builder import Builder
from .bullets import GLUED, MARKS, bullet_at, has_parting, split_inline
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
    reader = _Reader(builder, text, wrap_width(text, start, end))
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        if stop < 0:
            stop = end
        content = text[at:stop].lstrip()
        if content and content[0] in INVISIBLE:
            content = content.lstrip(INVISIBLE + " \t\u00a0")
        if not content:
            builder.blank = True
        else:
            stop = reader.line(at, stop - len(content), stop, end)
        at = stop + 1


class _Reader:
    """One walk over the lines."""

    def __init__(self, builder: Builder, text: str, width: int) -> None:
        self.builder, self.text, self.width = builder, text, width
        self.parting = has_parting(text)

    def line(self, at: int, first: int, stop: int, end: int) -> int:
        """A line with something on it. Gives the offset where it, or the run of rules it begins, ends."""
        text, builder = self.text, self.builder
        character = text[first]
        if character in _SPECIAL:
            if character in RULED and is_rule(text[first:stop]):
                stop = end_of_run(text, at, stop, end)
                builder.rule(at, first, stop)
                return stop
            if self._item(at, first, stop):
                return stop
        if builder.kind and not builder.blank and self._goes_on(at, first, stop):
            builder.extend(stop)
            return stop
        if first == at or builder.blank:
            builder.leave_list()
        pieces = split_inline(text, first, stop, self.parting) if self.parting or stop - first >= GLUED else ()
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
        if self.width and builder.kind and not builder.blank and bullet.number > 1 and builder.sign != "1":
            return False  # a sentence that happens to break before a number
        content = bullet.content
        column = len(text[at:first].expandtabs(4))
        builder.marks.append((first, content))
        builder.item(column, column + min(content - first, 5), at, content, stop)
        builder.sign = bullet.sign
        pieces = split_inline(text, content, stop, self.parting)
        if pieces:
            builder.items_within(at, pieces, stop)
        return True

    def _goes_on(self, at: int, first: int, stop: int) -> bool:
        """Whether a line goes on with the block above: a hand-wrapped paragraph, or an item's next line."""
        builder, text = self.builder, self.text
        lower = text[first].islower() or text[first] in "(,;&/"
        if builder.kind == "item" and ((lower and first > at) or goes_on(builder, first, stop)):
            return True
        if not self.width or lower:
            return self.width > 0
        if builder.kind == "item":
            return first > at
        begin = max(text.rfind("\n", builder.start, builder.end) + 1, builder.start)
        word = _WORD.match(text, first)
        fits = builder.end - begin + 1 + (word.end() - first if word else 0) <= self.width
        return not fits and text[builder.end - 1] != ":"


# --- was the file wrapped by hand? ----------------------------------------------------------------

_WRAP = (55, 105)
"""Lengths between which lines of a hand-wrapped file end."""

_FEWEST_BREAKS = 3
_WORD = lazy(r"\S{1,40}")
_BREAK = lazy(r"[^\s.:;!?]\n[^\S\n]{0,12}[a-z(]")


def wrap_width(text: str, start: int, end: int) -> int:
    """The longest line of a file wrapped by hand, else 0.

    Such a file has hardly any long line, and many that break inside a sentence.
    """
    lengths = [length for length in map(len, text[start:end].split("\n")) if length]
    middling = sum(_WRAP[0] <= length <= _WRAP[1] for length in lengths)
    longer = sum(length > _WRAP[1] for length in lengths)
    if middling < _FEWEST_BREAKS or longer * 10 > len(lengths):
        return 0
    breaks = sum(1 for match in _BREAK.finditer(text, start, end) if _long_before(text, match.start() + 1))
    if breaks < _FEWEST_BREAKS or breaks * 4 < len(lengths):
        return 0
    return max(length for length in lengths if length <= _WRAP[1])


def _long_before(text: str, newline: int) -> bool:
    """Whether the line that ends at `newline` is as long as wrapped lines are."""
    return text.find("\n", max(0, newline - _WRAP[0]), newline) < 0
