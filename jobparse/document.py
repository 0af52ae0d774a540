"""What a post is between reading and finding: its text, the plain view of it, its blocks, facts and sections.

Everything here is frozen and speaks in spans: offsets in code points of `Document.text`. Lines split on `\\n`
only (decoding has made all newlines one kind), and are counted from 1 when they are shown to a person.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from .letters import lowered


class Span(NamedTuple):
    """Where something stands: `text[start:end]`."""

    start: int
    end: int


_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are dozens of lines and spans in a post."""


class Note(NamedTuple):
    """Something that was ignored, cut, guessed or mended while reading; becomes a warning of the record."""

    code: str  # a short id for machines, such as `header-not-yaml`
    message: str  # one sentence for people
    span: Span | None = None


class Block(NamedTuple):
    """A structural piece of the body, in reading order, blocks never overlap.

    `kind` is one of `heading` (level 1 to 6), `item` (a list item's own lines without those of nested items; level
    is its depth from 1), `paragraph` (one or many lines), `quote`, `table` (one row), `code`, `rule`.
    `span` covers whole lines without the last newline; `inner` is the content without bullet, `#`s or border.
    """

    kind: str
    level: int
    span: Span
    inner: Span


class Row(NamedTuple):
    """A block as a reader sees it, or one line of a block whose lines are not one running text."""

    block: Block
    text: str  # the view of its content, without blanks at the ends
    start: int  # offset of `text`
    gap: int  # newlines between the row before and this one: 1 where they touch

    @property
    def end(self) -> int:
        """Offset behind `text`."""
        return self.start + len(self.text)


class Fact(NamedTuple):
    """Something a header, a front matter key, JSON-LD or a labelled line says outright.

    `key` as the post writes it (`companyName`, `contact.email`, `Location`), `field` the canonical name that the key
    vocabulary gives it (`company`, `salary.min`, …; empty when unknown), `value` the text as written, `span` where the
    value stands. `origin`: `header` (front matter, JSON, JSON-LD), `badge` (a board's title lines), `label` (a `Key: value` line).
    """

    key: str
    field: str
    value: str
    span: Span
    origin: str


class Section(NamedTuple):
    """A part of the post under one heading (or the part before any heading: `heading` is then empty).

    `kind` is one of `sections.KINDS`; `span` covers heading and content; `rows` are the content's only.
    """

    kind: str
    heading: str
    heading_span: Span
    span: Span
    rows: tuple[Row, ...]

    @property
    def blocks(self) -> list[Block]:
        """The content's blocks."""
        return [row.block for row in self.rows]


class Name(NamedTuple):
    """A name of a skill that the scan met, with word boundaries on both sides."""

    skill: str  # the canonical name
    span: Span
    needs: str = ""  # what the text around must show for it to count: see `vocab.skills`


class Link(NamedTuple):
    """A Markdown or HTML link: where its label and its address stand."""

    label: Span
    url: Span


class Line(NamedTuple):
    """One line of the body as extractors see it: `text` is the view of it, offsets in it plus `start` give a span."""

    number: int  # 0-based in the document
    start: int
    text: str
    section: str  # kind of the section it stands in
    block: str  # kind of the block it belongs to, "" between blocks

    def span(self, start: int, end: int) -> Span:
        """The document's span of `text[start:end]`."""
        return _new(Span, (self.start + start, self.start + end))


@dataclass(frozen=True, eq=False)
class Document:
    """One post, read. `len(view) == len(text)`; quotes are `text[span]`, rules match on the view.

    A document equals only itself, so that readers can remember what they read of it (`functools.lru_cache`).
    """

    name: str
    format: str
    text: str
    view: str
    blocks: tuple[Block, ...] = ()
    header: tuple[Fact, ...] = ()  # facts of the front matter or its like, flat, `field` still empty
    metadata: Mapping[str, Any] = field(default_factory=dict)  # every front matter key as it was, JSON-safe
    body_start: int = 0  # offset where the header ends
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    sections: tuple[Section, ...] = ()  # filled by `sections.cut`
    facts: tuple[Fact, ...] = ()  # filled by `facts.gather`: header and labelled lines, with their fields
    names: tuple[Name, ...] = ()  # filled by `scan.scan`
    first_line: int = 1  # the source file's number of the text's first line
    country: str | None = None  # a hint from outside (`--country`), ISO 3166-1 alpha-2

    def having(self, **filled: Any) -> Document:
        """The same document with some fields filled; what was computed from the others is kept."""
        same = object.__new__(Document)
        same.__dict__.update(self.__dict__, **filled)
        if "facts" in filled:
            same.__dict__.pop("_by_field", None)
        return same

    @cached_property
    def low(self) -> str:
        """The view in small letters, as long as it."""
        return lowered(self.view)

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset of each line's first character."""
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """0-based line that holds an offset."""
        return bisect_right(self.line_starts, offset) - 1

    def lines_of(self, span: Span) -> tuple[int, int]:
        """The first and the last line that a span touches, as the source file counts them, from 1."""
        starts, (start, end) = self.line_starts, span
        first = last = bisect_right(starts, start)
        if first < len(starts) and end > starts[first]:
            last = bisect_right(starts, end - 1)
        return self.first_line - 1 + first, self.first_line - 1 + last

    def line_span(self, number: int) -> Span:
        """Span of a 0-based line without its newline."""
        starts = self.line_starts
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self.text)
        return _new(Span, (starts[number], end))

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The section that holds an offset, `None` before the first."""
        at = bisect_right(self._section_starts, offset) - 1
        return self.sections[at] if at >= 0 else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, `None` between blocks."""
        at = bisect_right(self._block_starts, offset) - 1
        if at < 0 or offset > self.blocks[at].span.end:
            return None
        return self.blocks[at]

    def line(self, number: int) -> Line:
        """A 0-based line as extractors see it."""
        start, end = self.line_span(number)
        section = bisect_right(self._section_starts, start) - 1
        kind = self.sections[section].kind if section >= 0 else "other"
        block = bisect_right(self._block_starts, end) - 1
        within = block >= 0 and end <= self.blocks[block].span.end
        return _new(Line, (number, start, self.view[start:end], kind, self.blocks[block].kind if within else ""))

    def quote(self, span: Span) -> str:
        """The source's own characters."""
        return self.text[span.start : span.end]

    @cached_property
    def _by_field(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.field, []).append(fact)
        return found

    def facts_of(self, *fields: str) -> list[Fact]:
        """The stated facts of some canonical fields, in reading order."""
        if len(fields) == 1:
            return list(self._by_field.get(fields[0], ()))
        if self._by_field.keys().isdisjoint(fields):
            return []
        return [fact for fact in self.facts if fact.field in fields]
