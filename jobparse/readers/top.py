"""The first lines of a post: the title that stands there alone, or the head line of a hiring thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..document import Document, Span
from ..patterns import lazy
from .hn import read_head
from .occupations import heads, is_occupation, names_occupation, words
from .titles import is_board_title, looks_like_title


class Top(NamedTuple):
    """What the first lines name; `source` is `heading`, `line`, `label_line` or `board_line`, `parts` the
    latter's short parts."""

    source: str
    title: Span | None
    company: Span | None = None
    parts: tuple[Span, ...] = ()


_SUPERIOR = ("Reports To", "Reports to", "Reporting to", "Reporting To", "REPORTS TO", "Supervisor", "SUPERVISOR")
"""Alone in the line above, what the next line names is somebody else's title."""

_PROSE = 160
"""A line longer than this is running text: below it the post has begun, and no title line follows."""

_MOST_LINES = 7
"""Lines at the top among which a title may stand: company, department, place and date may stand above it."""

_TITLE_LABEL = lazy(
    r"(?:[\w'’-]{1,20}\s){0,3}(?:title|position|opportunity|opening|vacancy|role|available)(?:\s?[:：]|\s?[-–—])\s",
    re.IGNORECASE,
)
_DESCRIPTION_OF = lazy(
    r"(?:job|position|role|vacancy)\s(?:description|posting|announcement|advert|ad)\s?(?:[:|-]|\bfor\b|\bof\b)\s?(?:the\s|an?\s)?",
    re.IGNORECASE,
)
"""`Job Description for Senior Gardener`: what follows is the title."""

_FEW_BLANKS = 3
"""Blanks in what a label calls a title, where vague words may name it: `Title: Boulanger`."""

_NO_TEXT = ("code", "rule", "table", "item")


@lru_cache(maxsize=1)
def read_top(document: Document) -> Top | None:
    """The first line that is a hiring thread's head or reads as a title; None where running text comes
    first. The last answer is remembered: several fields ask for it."""
    view, vague = document.view, None
    for line in _first_lines(document):
        text = view[line.start : line.end]
        if view[: line.start].rstrip(" \n*_:").endswith(_SUPERIOR):
            continue
        head = read_head(text)
        if head:
            parts = tuple(_at(line, part) for part in head.parts)
            title = None if _another_head(document, line, head.title) else head.title
            return Top(
                "board_line", title and _at(line, title), head.company and _at(line, head.company), parts
            )
        labelled = _TITLE_LABEL.match(text) or _DESCRIPTION_OF.match(text)
        told = text[labelled.end() :] if labelled else ""
        if labelled and looks_like_title(told, heading=told.count(" ") < _FEW_BLANKS):
            return Top("label_line", stripped(document, line.start + labelled.end(), line.end))
        heading = _is_heading(document, line) or _names_post(text)
        if heading and is_board_title(text):
            return Top("heading", line)
        if (heading or ": " not in text) and looks_like_title(text, heading=heading):
            if not names_occupation(text):
                vague = vague or Top("heading", line)  # `Comercial`, where no surer title follows
                continue
            listed = not heading and _another_title(document, line)
            return None if listed else Top("heading" if heading else "line", _without_site(document, line))
    return vague


_SITE = lazy(r"[ ][-–—|][ ][^-–—|\n]{2,50}$")


def _without_site(document: Document, line: Span) -> Span:
    """`Nurse` of a page's title `Nurse - Ward Jobs`, where the title stands alone in one of the next lines."""
    site = _SITE.search(document.view, line.start, line.end)
    if site is None:
        return line
    title = document.view[line.start : site.start()].rstrip()
    below = document.view[line.end : line.end + _NEXT_LINES].split("\n")
    return Span(line.start, line.start + len(title)) if title in map(str.strip, below) else line


_NEXT_LINES = 200
"""Characters after a page's title in which the post's own title stands again."""


def behind_label(text: str) -> int:
    """Where the title begins in a line such as `The role - Head Gardener`: 0 where no label stands before one."""
    labelled = _TITLE_LABEL.match(text)
    return labelled.end() if labelled and looks_like_title(text[labelled.end() :]) else 0


def _another_title(document: Document, line: Span) -> bool:
    """Whether the next line reads as another title: the post lists several jobs."""
    at = line.end + 1
    while document.view[at : at + 1].isspace():
        at += 1
    end = document.view.find("\n", at)
    text, own = (
        document.view[at : end if end >= 0 else None].strip().casefold(),
        document.quote(line).casefold(),
    )
    line_below = document.view[at : end if end >= 0 else None]
    person = any(is_occupation(head[0]) for head in heads(line_below))  # not `Estágio em Recife`
    return text not in own and own not in text and person and looks_like_title(line_below)


def _another_head(document: Document, line: Span, title: tuple[int, int] | None) -> bool:
    """Whether the next line is a head with another title: the post then offers several jobs."""
    if title is None:
        return False
    first, own = document.line_of(line.start) + 1, document.view[line.start : line.end][slice(*title)]
    for number in range(first, min(first + 3, len(document.line_starts))):
        start, end = document.line_span(number)
        head = read_head(document.view[start:end])
        if head and head.title and document.view[start:end][slice(*head.title)] != own:
            return True
    return False


def stripped(document: Document, start: int, end: int) -> Span:
    """The span without blanks of the view at its ends."""
    piece = document.view[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _at(line: Span, part: tuple[int, int]) -> Span:
    return Span(line.start + part[0], line.start + part[1])


def _first_lines(document: Document) -> Iterator[Span]:
    """The first lines of the body, without labelled ones, until running text begins (its first line
    included)."""
    labelled = {document.line_of(fact.span.start) for fact in document.facts if fact.origin == "label"}
    given = 0
    for block in document.blocks:
        if block.kind in _NO_TEXT or block.span.start < document.body_start:
            continue
        at = block.inner.start
        while at < block.inner.end and given < _MOST_LINES:
            end = document.view.find("\n", at, block.inner.end)
            end = block.inner.end if end < 0 else end
            if document.view[at:end].strip() and document.line_of(at) not in labelled:
                given += 1
                yield stripped(document, at, end)
            if end - at > _PROSE or given >= _MOST_LINES:
                return
            at = end + 1


def _names_post(text: str) -> bool:
    """Whether a line is two to five words with capitals whose last one names a post: `Marketing Internship`."""
    found = text.split()
    if not 1 < len(found) <= _MOST_WORDS or found[-1].casefold() not in words().posts:
        return False
    if all(word.casefold() in _ANY_POST for word in found[:-1]):
        return False
    return all(word[0].isupper() or word in _SMALL for word in found)


_MOST_WORDS = 5
_ANY_POST = frozenset({
    "paid", "unpaid", "summer", "spring", "fall", "winter", "full-time", "part-time", "remote", "virtual", "our", "this",
    "available",
})
"""Words that name no field before `Internship`."""

_SMALL = frozenset({"and", "&", "of", "in", "de", "em", "en"})


def _is_heading(document: Document, span: Span) -> bool:
    block = document.block_at(span.end)
    return block is not None and block.kind == "heading"
