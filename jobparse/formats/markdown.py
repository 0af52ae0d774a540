"""Markdown: its blocks by one walk over the lines, close to CommonMark where posts keep to it, and to what
their authors meant where they do not.

On purpose otherwise than CommonMark: no indented code (posts indent bullets and headings), `##Heading`
without a blank, bullets of other fonts (`•`, `–`, `\\-`) begin items, a line at the margin under an item goes
on with it only when it begins in lower case, a long paragraph over `---` is no heading, an unclosed fence
opens nothing.
"""
from __future__ import annotations

import re
from typing import NamedTuple

from ..document import Block, Document, Fact, Link, Span
from ..patterns import lazy
from ..view import INVISIBLE, render
from .broken import goes_on, is_announcing
from .builder import Builder
from .bullets import GLUED, MARKS, bullet_at, content_at, has_parting, is_one_of_marked, split_inline
from .chrome import shown
from .jsonld import added
from .pairs import pairs
from .rules import RULED, end_of_run, is_rule
from .signs import signs_of
from .tags import has_blocks, walk

NAME = "markdown"
ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd")

_LONGEST_UNDERLINED = 120
"""A longer line over `---` is a paragraph before a rule, not a heading."""

_LONGEST_TITLE = 80
"""A longer line is no heading, whatever it looks like."""

_NESTED = frozenset("-*+•●▪■◦○➢·\\#")
"""What may begin a second marker behind a bullet, or a heading."""

_SPECIAL = MARKS | RULED | frozenset("#`|:")

_ATX = lazy(r"(#{1,6})(?:(?=[^\S\n]|$)|(?<=##)(?=[^\s#]))", re.MULTILINE)
_NESTED_ATX = lazy(r"(#{1,6})(?=[ \t])")
_ATX_END = lazy(r"[^\S\n]#{1,40}[^\S\n]{0,40}$")
_FENCE = lazy(r"```|~~~")
_FENCE_END = {
    "```": lazy(r"\n[^\S\n]{0,12}````*[^\S\n]{0,12}(?=\n|\Z)"),
    "~~~": lazy(r"\n[^\S\n]{0,12}~~~~*[^\S\n]{0,12}(?=\n|\Z)"),
}
_EMPHASISED_BULLET = lazy(r"[*_]{1,3}[^\S\n]?(?=\\?[-•●▪+][^\S\n])")
_QUOTE = lazy(r"(?:>[^\S\n]?)+")
_DELIMITERS = lazy(
    r"\|?[^\S\n]{0,20}+:?-+:?[^\S\n]{0,20}+(?:\|[^\S\n]{0,20}+:?-+:?[^\S\n]{0,20}+)*+\|?[^\S\n]{0,20}+$",
    re.MULTILINE,
)


# --- is it Markdown? -------------------------------------------------------------------------------


def recognise(name: str, text: str) -> str:
    """Why this is Markdown, or '' where nothing in it says so."""
    signs, count = signs_of(text)
    if count > 1:
        return "it has " + " and ".join(signs)
    lower = name.lower()
    if signs and not lower.endswith((".txt", ".text")):
        return f"it has {signs[0]}"
    return "its name ends like one of Markdown" if lower.endswith(ENDINGS) else ""


# --- reading --------------------------------------------------------------------------------------


def read(name: str, text: str) -> Document:
    """The whole text as a Markdown body."""
    view, blocks, links, facts = body(text, 0)
    return Document(name, NAME, text, view, blocks, header=facts, links=links)


class Body(NamedTuple):
    """What a body is read into."""

    view: str  # of the whole text
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]  # of its scripts and tables


def body(text: str, start: int) -> Body:
    """A text whose Markdown begins at `start`."""
    whole, text = text, shown(text, start)
    builder = Builder(text)
    if has_blocks(text, start):
        walk(builder, text, start, len(text), scan)
    else:
        scan(builder, text, start, len(text))
    builder.close()
    view, links = render(text, start, builder.marks)
    return Body(view, tuple(builder.blocks), links, (*added(whole, start), *pairs(text, view, builder.blocks, start)))


def scan(builder: Builder, text: str, start: int, end: int) -> None:
    """The blocks of `text[start:end]`, line by line."""
    scanner, after = _Scanner(builder, text, end), start
    past = -1  # what was read as one with a line above
    for line in text[start : end - text.endswith("\n", start, end)].split("\n"):
        at, after = after, after + len(line) + 1
        if at <= past:
            continue
        content = line.lstrip()
        if content and content[0] in INVISIBLE:
            content = content.lstrip(INVISIBLE + " \t\u00a0")
        if not content:
            builder.blank = True
        elif content[0] in _SPECIAL:
            past = scanner.special(at, after - 1 - len(content), after - 1)
        else:
            if scanner.quoted and (builder.blank or not scanner.lazy(after - 1 - len(content))):
                scanner.leave_quote()
            scanner.words(at, after - 1 - len(content), after - 1)


class _Scanner:
    """One walk over the lines; what it knows between two lines."""

    def __init__(self, builder: Builder, text: str, end: int) -> None:
        self.builder, self.text, self.end = builder, text, end
        self.quoted = False  # whether the line before was a quote's
        self.table = False  # whether the line before was a table's
        self.parting = has_parting(text)
        self.unclosed: set[str] = set()  # fences that have no end any more

    def special(self, at: int, first: int, stop: int) -> int:
        """A line whose first character may mean something. Gives where it, or the code it opens, ends."""
        text = self.text
        if text[first] == ">":
            return self._quote(at, first, stop)
        if self.quoted and (self.builder.blank or not self.lazy(first)):
            self.leave_quote()
        sign = text[first]
        if sign in "-*+" and text.startswith(" ", first + 1) and not self._may_be_rule(first, stop):
            self._begin(at, first, sign, content_at(text, first + 2, stop), stop)  # most lines that come here
            return stop
        return self._structure(at, first, stop)

    def _may_be_rule(self, first: int, stop: int) -> bool:
        """Whether a line ends with the sign it begins with, or a blank."""
        last = self.text[stop - 1]
        return last == self.text[first] or last.isspace()

    def _structure(self, at: int, first: int, stop: int) -> int:
        text, character = self.text, self.text[first]
        if character == "#":
            if self._heading(at, first, stop):
                return stop
        elif character in "`~" and _FENCE.match(text, first, stop):
            closed = self._fence(at, first, stop)
            if closed:
                return closed
        elif character in "|:-" and self._table(at, first, stop):
            return stop
        elif character == "*" and text.startswith("**", first) and text[first + 2 : first + 3].isalnum():
            self.words(at, first, stop)  # bold words: no rule and no bullet
            return stop
        if character in RULED and self._may_be_rule(first, stop):
            ruled = self._rule(at, first, stop)
            if ruled:
                return ruled
        if character in MARKS and self._item(at, first, stop):
            return stop
        if character in "*_":
            wrapped = _EMPHASISED_BULLET.match(text, first, stop)
            if wrapped and self._item(at, wrapped.end(), stop):
                return stop
        self.words(at, first, stop)
        return stop

    def words(self, at: int, first: int, stop: int) -> None:
        """A line of text: goes on with the open block, or begins a paragraph."""
        builder = self.builder
        if self.table:
            self.table = not builder.blank and "|" in self.text[first:stop]
            if self.table:
                return self.row(at, first, stop)
        if builder.blank:
            if builder.columns and self._inside(at, first):
                return self._more(at, first, stop)
            builder.leave_list()
        elif builder.kind == "paragraph" or builder.kind == "quote":
            return builder.extend(stop)
        elif builder.kind == "item":
            lazy = self.lazy(first) and not is_announcing(self.text[first:stop].rstrip())
            if first > at or lazy or goes_on(builder, first, stop):
                return builder.extend(stop)
            builder.leave_list()
        pieces = split_inline(self.text, first, stop, self.parting) if self.parting or stop - first >= GLUED else ()
        if pieces:
            builder.items_within(at, pieces, stop)
        else:
            builder.open("quote" if self.quoted else "paragraph", 1 if self.quoted else 0, at, first, stop)
        return None

    def lazy(self, first: int) -> bool:
        """Whether a line at the margin goes on with the item or quote above it."""
        character = self.text[first]
        return character.islower() or character in "(,;&/"

    def _inside(self, at: int, first: int) -> bool:
        """Whether a line after a blank one is indented enough to belong to an open item."""
        column, columns = _column(self.text, at, first), self.builder.columns
        while columns and column < columns[-1]:
            columns.pop()
        return bool(columns)

    def _more(self, at: int, first: int, stop: int) -> None:
        """A further paragraph of an item: part of it when nothing stood between, else a paragraph."""
        builder = self.builder
        if builder.kind == "item" and builder.level == len(builder.columns) and self._is_prose(first, stop):
            builder.extend(stop)
        else:
            builder.open("paragraph", 0, at, first, stop)

    def _is_prose(self, first: int, stop: int) -> bool:
        """Whether a line is hardly a heading: long, or closed like a sentence, and not in bold."""
        line = self.text[first:stop].rstrip()
        return not line.startswith(("**", "__")) and (len(line) > _LONGEST_TITLE or line[-1] in ".;,!")

    def _heading(self, at: int, first: int, stop: int) -> bool:
        match = _ATX.match(self.text, first, stop)
        if match is None:
            return False
        builder, inner = self.builder, match.end()
        if not self._deep(at, first):
            builder.leave_list()
        while inner < stop and self.text[inner].isspace():
            inner += 1
        hashes = self.text.find("#", inner, stop) >= 0
        closing = _ATX_END.search(self.text, max(inner - 1, stop - 80), stop) if hashes else None
        last = max(inner, closing.start()) if closing else stop
        builder.marks += ((first, match.end()), (last, stop))
        if inner >= last:
            builder.add("rule", 0, Span(at, stop), Span(stop, stop))
        else:
            builder.add("heading", len(match[1]), Span(at, stop), Span(inner, last))
        return True

    def _deep(self, at: int, first: int) -> bool:
        columns = self.builder.columns
        return bool(columns) and _column(self.text, at, first) >= columns[0]

    def _rule(self, at: int, first: int, stop: int) -> int:
        """A line of dashes and the like: a heading's underline, or a rule. Gives where it ends, or 0."""
        text, builder = self.text, self.builder
        if not is_rule(text[first:stop]):
            return 0
        short = builder.lines == 1 and builder.end - builder.start <= _LONGEST_UNDERLINED
        if text[first] in "=-" and builder.kind == "paragraph" and not builder.blank and short:
            builder.marks.append((first, stop))
            builder.kind = ""
            span, inner = Span(builder.start, stop), Span(builder.inner, builder.end)
            builder.add("heading", 1 if text[first] == "=" else 2, span, inner)
        else:
            stop = end_of_run(text, at, stop, self.end)
            builder.rule(at, first, stop)
        return stop

    def _fence(self, at: int, first: int, stop: int) -> int:
        """Fenced code up to its closing fence; 0 where there is none."""
        fence = self.text[first : first + 3]
        if fence in self.unclosed:
            return 0
        closing = _FENCE_END[fence].search(self.text, stop, self.end)
        if closing is None:
            self.unclosed.add(fence)
            return 0
        builder = self.builder
        if not self._deep(at, first):
            builder.leave_list()
        builder.marks += ((first, stop), (closing.start() + 1, closing.end()))
        inner = Span(min(stop + 1, closing.start()), closing.start())
        builder.add("code", 0, Span(at, closing.end()), inner)
        return closing.end()

    def _table(self, at: int, first: int, stop: int) -> bool:
        """A row that begins with `|`, or the row of dashes under a table's head."""
        text, builder = self.text, self.builder
        if "|" not in text[first:stop]:
            return False
        if _DELIMITERS.match(text, first, stop):
            builder.marks.append((first, stop))
            self._head()
            self.table = True
            return True
        if text[first] != "|":
            return False
        self.row(at, first, stop)
        return True

    def _head(self) -> None:
        """The last line of the paragraph above a row of dashes is the table's head."""
        builder = self.builder
        if builder.kind == "paragraph" and not builder.blank and builder.lines == 1:
            builder.kind = "table"
            builder.marks += _pipes(self.text, builder.start, builder.end)
        builder.close()

    def row(self, at: int, first: int, stop: int) -> None:
        """One row of a table."""
        builder = self.builder
        builder.close()
        builder.leave_list()
        builder.marks += _pipes(self.text, first, stop)
        inner = first + (self.text[first] == "|")
        last = stop - (self.text[stop - 1] == "|")
        builder.add("table", 0, Span(at, stop), Span(inner, max(inner, last)))

    def _item(self, at: int, first: int, stop: int) -> bool:
        builder, text = self.builder, self.text
        bullet = bullet_at(text, first, stop, builder.sign)
        if bullet is None:
            return False
        in_paragraph = builder.kind in ("paragraph", "quote") and not builder.blank
        if in_paragraph and bullet.sign == "1" and bullet.number != 1:
            return False  # a sentence that happens to break before a number
        self._begin(at, first, bullet.sign, bullet.content, stop)
        return True

    def _begin(self, at: int, first: int, sign: str, content: int, stop: int) -> None:
        """A line that begins an item; its words begin at `content`."""
        builder, text = self.builder, self.text
        column = _column(text, at, first) if first > at else 0
        builder.marks.append((first, content))
        content_column = column + (content - first if content - first <= 5 else 2)
        builder.item(column, content_column, at, content, stop)
        builder.sign = sign
        if content < stop and (text[content] in _NESTED or self.parting):
            self._nested(content, stop)

    def _nested(self, content: int, stop: int) -> None:
        """What stands behind a bullet: more bullets, a heading, or many items whose line breaks were lost."""
        builder, text = self.builder, self.text
        for _ in range(_MOST_MARKERS):
            bullet = bullet_at(text, content, stop, "") if text[content] in _NESTED else None
            if bullet is None or bullet.sign == "1" or bullet.content >= stop:
                break
            builder.marks.append((content, bullet.content))
            content = builder.inner = bullet.content
        if heading := _NESTED_ATX.match(text, content, stop):
            builder.marks.append((content, heading.end()))
            builder.inner = content_at(text, heading.end(), stop)
            if not is_one_of_marked(builder):
                builder.kind, builder.level = "heading", len(heading[1])
                builder.close()
        elif self.parting and (pieces := split_inline(text, content, stop, True)):
            builder.items_within(builder.start, pieces, stop)

    def _quote(self, at: int, first: int, stop: int) -> int:
        match = _QUOTE.match(self.text, first, stop)
        inner = match.end() if match else stop
        builder = self.builder
        builder.marks.append((first, inner))
        if not self.quoted:
            builder.close()
            builder.leave_list()
            self.quoted = True
        while inner < stop and self.text[inner].isspace():
            inner += 1
        if inner >= stop:
            builder.blank = True
            return stop
        if self.text[inner] in _SPECIAL and self.text[inner] not in "`~>":
            return self._structure(at, inner, stop)
        self.words(at, inner, stop)
        return stop

    def leave_quote(self) -> None:
        self.quoted = False
        self.builder.close()
        self.builder.leave_list()
        self.builder.blank = True


_MOST_MARKERS = 4
"""Markers before one item that are taken off (`* • Work`, `- - Work`); further ones stay text."""


def _column(text: str, at: int, first: int) -> int:
    """The column of a character, tabs counted to the next multiple of four."""
    indent = text[at:first]
    return len(indent.expandtabs(4)) if "\t" in indent else first - at


def _pipes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    marks, at = [], text.find("|", start, end)
    while at >= 0:
        marks.append((at, at + 1))
        at = text.find("|", at + 1, end)
    return marks
