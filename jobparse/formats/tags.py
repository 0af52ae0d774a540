"""Block-level HTML: its elements cut a text into runs, and each run becomes a block.

One pass over the tags, tolerant of unclosed and stray ones: what a browser starts on a new line is a block.
"""
from __future__ import annotations

import re
from collections.abc import Callable

from ..document import Block, Span
from ..patterns import lazy
from ..view import TAG
from .builder import DEEPEST, Builder

_BLOCK = (
    "address|article|aside|blockquote|br|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|li|main|menu|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)
_HAS_BLOCK = lazy(rf"</?(?:{_BLOCK})(?=[\s/>])", re.IGNORECASE)
_TAG = lazy(TAG, re.VERBOSE)
_BLOCK_TAG = lazy(rf"<(/?)({_BLOCK})(?=[\s/>])", re.IGNORECASE)
_NOTHING = lazy(rf"(?: \s | &(?:nbsp|\#160|\#xa0|zwnj|\#8203); | {TAG} )*+", re.VERBOSE | re.IGNORECASE)

Scan = Callable[[Builder, str, int, int], None]
"""Makes the blocks of a run of text that stands in no list item, heading, table row or quote."""


def has_blocks(text: str, start: int) -> bool:
    """Whether tags cut the text into blocks."""
    return "<" in text and _HAS_BLOCK.search(text, start) is not None


def walk(builder: Builder, text: str, start: int, end: int, scan: Scan) -> None:
    """The blocks of `text[start:end]`."""
    builder.close()
    first = len(builder.blocks)
    walker, at = _Walker(builder, text, scan), start
    for match in _TAG.finditer(text, start, end):
        block = _BLOCK_TAG.match(text, match.start())
        if block is None:
            continue
        if match.start() < at:
            continue
        closing, name = bool(block[1]), block[2].lower()
        walker.run(at, match.start(), match.end() if closing or name == "br" else match.start())
        walker.tag(name, closing)
        at = match.end()
    walker.run(at, end, end)
    builder.close()
    builder.leave_list()
    builder.blocks[first:] = _to_line_ends(text, builder.blocks[first:], end)


class _Walker:
    """Which elements are open while the tags go by."""

    def __init__(self, builder: Builder, text: str, scan: Scan) -> None:
        self.builder, self.text, self.scan = builder, text, scan
        self.lists: list[str] = []  # for each open list: '' no item open, 'new' nothing of it seen, 'begun'
        self.heading = self.quotes = 0
        self.row = False
        self.above = DEEPEST  # how many lists were open before the row's first heading

    def tag(self, name: str, closing: bool) -> None:
        """A block-level tag goes by: what it opens or ends."""
        if name in ("ul", "ol", "menu"):
            self._list(closing)
        elif name == "li":
            self._item(closing)
        elif name[0] == "h" and name[1:].isdigit():
            self.heading = 0 if closing else int(name[1])
            self.above = min(self.above, len(self.lists)) if self.row else self.above
        elif name == "blockquote":
            self.quotes = max(0, self.quotes - 1) if closing else self.quotes + 1
        elif name == "tr":
            self.builder.close()
            self.row, self.above = not closing, DEEPEST
        elif name == "table":
            self.builder.close()
            self.row = False
        elif name in ("hr", "section", "article", "main") and not self.lists:
            self.builder.close()
        if self.heading and not closing and name in ("p", "ul", "ol", "li", "table", "section", "article"):
            self.heading = 0

    def _list(self, closing: bool) -> None:
        self.builder.close()
        if not closing:
            self.lists.append("")
        elif self.lists:
            self.lists.pop()

    def _item(self, closing: bool) -> None:
        self.builder.close()
        if not self.lists:
            self.lists.append("")
        self.lists[-1] = "" if closing else "new"

    def run(self, start: int, end: int, tail: int) -> None:
        """The text between two block-level tags; `tail` is where a closing tag behind it ends."""
        nothing = _NOTHING.match(self.text, start, end)
        first = nothing.end() if nothing else start
        if first >= end:
            return
        if self.heading:
            self._whole("heading", self.heading, start, first, end, tail)
        elif self.row and len(self.lists) <= self.above:
            self._part("table", 0, start, first, tail)
        elif self.lists and self.lists[-1] == "new":
            self.lists[-1] = "begun"
            self.builder.open("item", min(len(self.lists), DEEPEST), start, first, tail)
        elif self.lists and self.lists[-1] and self.builder.kind == "item":
            self.builder.extend(tail)
        elif self.quotes:
            self._whole("quote", 1, start, first, end, tail)
        else:
            self.builder.close()
            self.builder.leave_list()
            self.builder.blank = True
            self.scan(self.builder, self.text, first, end)
            self.builder.close()

    def _whole(self, kind: str, level: int, start: int, first: int, end: int, tail: int) -> None:
        self.builder.add(kind, level, Span(start, tail), Span(first, end))

    def _part(self, kind: str, level: int, start: int, first: int, tail: int) -> None:
        """A cell: the row's block begins with its first one."""
        if self.builder.kind == kind:
            self.builder.extend(tail)
        else:
            self.builder.open(kind, level, start, first, tail)


def _to_line_ends(text: str, blocks: list[Block], end: int) -> list[Block]:
    """Closing tags behind a block belong to its line, so that the line's end is still in the block."""
    reached = []
    for at, block in enumerate(blocks):
        stop = block.span.end
        limit = blocks[at + 1].span.start if at + 1 < len(blocks) else end
        newline = text.find("\n", stop, limit)
        limit = newline if newline >= 0 else limit
        nothing = _NOTHING.match(text, stop, limit)
        if limit > stop and nothing and nothing.end() == limit:
            block = block._replace(span=Span(block.span.start, limit))
        reached.append(block)
    return reached
