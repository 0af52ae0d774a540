"""Collects blocks while a reader walks down a text: one open block at a time, a stack of list levels."""
from __future__ import annotations

from ..document import Block, Span

DEEPEST = 20
"""Level at which nested items stop counting: no reader tells deeper ones apart."""

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are hundreds in a post."""


class Builder:
    """Blocks in reading order, never overlapping, and the spans of the marks that the view leaves out."""

    __slots__ = (
        "blank", "blocks", "columns", "end", "inner", "kind", "level", "lines", "marks", "sign", "start",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.marks: list[tuple[int, int]] = []
        self.kind = ""  # of the open block, '' where none is
        self.level = self.start = self.inner = self.end = self.lines = 0
        self.columns: list[int] = []  # where the content of each open list level begins
        self.blank = True  # whether the line before was blank
        self.sign = ""  # of the last item

    def open(self, kind: str, level: int, start: int, inner: int, end: int) -> None:
        """Begin a block; the one before ends."""
        if self.kind:
            self._put(self.kind, self.level, _new(Span, (self.start, self.end)), self.inner, self.end)
        self.kind, self.level, self.start, self.inner, self.end = kind, level, start, inner, end
        self.lines = 1
        self.blank = False

    def extend(self, end: int) -> None:
        """The open block goes on to `end`."""
        self.end = end
        self.lines += 1
        self.blank = False

    def close(self) -> None:
        """End the open block, if any."""
        if self.kind:
            self._put(self.kind, self.level, _new(Span, (self.start, self.end)), self.inner, self.end)
            self.kind = ""

    def add(self, kind: str, level: int, span: Span, inner: Span) -> None:
        """A block that is complete in itself; ends the open one."""
        self.close()
        self._put(kind, level, span, *inner)
        self.blank = False

    def rule(self, start: int, first: int, end: int) -> None:
        """One rule, or the same one many times."""
        self.leave_list()
        self.marks.append((first, end))
        self.add("rule", 0, Span(start, end), Span(end, end))

    def _put(self, kind: str, level: int, span: Span, inner: int, end: int) -> None:
        text = self.text
        while end > inner and text[end - 1].isspace():
            end -= 1
        content = _new(Span, (inner if inner < end else end, end))
        self.blocks.append(_new(Block, (kind, level, span, content)))

    def item(self, column: int, content_column: int, start: int, inner: int, end: int) -> None:
        """Begin an item whose marker stands at `column` and whose content begins at `content_column`."""
        columns = self.columns
        while columns and column < columns[-1]:
            columns.pop()
        columns.append(content_column)
        self.open("item", min(len(columns), DEEPEST), start, inner, end)

    def items_within(self, start: int, bullets: list[int], end: int) -> None:
        """Items inside one line, whose bullets stand at the given offsets; replaces the open block."""
        text, kind, level, inner = self.text, self.kind, self.level, self.inner
        within = kind == "item" and self.start == start
        self.kind = "" if within else self.kind
        before = inner if within else start
        if text[before : bullets[0]].strip():
            span, words = Span(start, bullets[0]), Span(before, bullets[0])
            self.add("item" if within else "paragraph", level if within else 0, span, words)
            start = bullets[0]
        for bullet, after in zip(bullets, [*bullets[1:], end], strict=True):
            content = bullet + 1
            while content < after and text[content].isspace():
                content += 1
            self.marks.append((bullet, content))
            self.add("item", 1, Span(start, after), Span(content, after))
            start = after

    def leave_list(self) -> None:
        """What follows is in no item."""
        self.columns.clear()
        self.sign = ""
