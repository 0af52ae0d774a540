"""What a post says outright: header keys, a board's title lines, `Key: value` lines, and headings that are labels.

The key vocabulary (`vocab/keys.txt`) tells which field a key states; what a value means is the extractors' business.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .document import Block, Document, Fact, Section, Span
from .patterns import lazy
from .vocab.keys import keys, normalise

_LONGEST_KEY = 40
"""Longest label of a line, in characters: longer ones are sentences that happen to hold a colon."""

_LONGEST_VALUE = 300
"""Longest value of a labelled line: a paragraph after a colon is prose."""

_LABEL = lazy(
    rf"""
    (?: ^ | [|·•\t] ) [^\w\n|]{{0,12}}      # at the line's start or after a separator; marks and icons before the key
    ( [^\W_] [^:：|\n]{{0,{_LONGEST_KEY - 1}}} )   # the key
    [:：]
    """,
    re.VERBOSE | re.MULTILINE,
)

_DRESSING = lazy(
    r"^([a-z])\1?_|^(?:position|job|job_?posting|posting|vacancy|opening|offer|listing)\.(?=\w)|_(?:markdown|md|html)$",
    re.IGNORECASE,
)
"""What is no word of a key: a letter that puts keys in order (`a_job_type`, `aa_education`), the one key over all others
(`position.title`), the form of the value."""

_UNDER_HEADING = {  # field → longest block that can be its value when a heading is the label
    "title": 80, "company": 80, "location": 120, "work_mode": 80, "employment": 120, "seniority": 60, "salary": 240,
    "tags": 60, "date_posted": 60, "valid_through": 60, "apply_url": 300, "contact": 200, "url": 300,
}
_ALONE = {"date_posted": 60, "valid_through": 60, "employment": 160, "title": 90}
"""Fields that a label without a colon states in the next line, and their longest values."""

_WORD = lazy(r"(?<!\w)(?!(?:de|del|of)\b)[^\W\d_]+", re.IGNORECASE)
_MOST_OF_DATE, _MOST_OF_EMPLOYMENT, _MOST_OF_TITLE = 3, 8, 10
"""Words of a value under a label that stands alone: a month, a day of the week, `noon`."""
_SURE_TITLES = frozenset({"jobtitle", "positiontitle", "postingtitle", "workingtitle", "roletitle"})
"""Labels that name a title though they stand alone; `Position` and `Role` are headings there."""

_MOST_UNDER_HEADING = 12
"""More blocks than this under a heading are a text, not a value."""

_BADGES = {
    "🌎": "location", "🌍": "location", "🌏": "location", "📍": "location",
    "💰": "salary", "💵": "salary", "💼": "employment",
}
_BADGE = lazy(rf"[{''.join(_BADGES)}]")
_TICKED = lazy(r"`([^`\n]{1,1200})`")
"""A badge; a board may list fifty countries in it."""


def gather(document: Document) -> Document:
    """The document with its `facts`, in reading order, each with the field that its key states (or none)."""
    found = [*_of_header(document), *_of_board_head(document), *_of_labels(document), *_of_headings(document)]
    found += _of_lone_labels(document, {fact.span for fact in found})
    found.sort(key=lambda fact: fact.span.start)
    return document.having(facts=tuple(found))


def is_filler(value: str) -> bool:
    """Whether a value says nothing: `None`, `N/A`, `-`, `not specified` …"""
    return value.strip().strip(".").lower() in keys().fillers or not value.strip()


def _of_header(document: Document) -> Iterator[Fact]:
    fields = keys().header
    for fact in document.header:
        if not is_filler(fact.value):
            field = fields.get(normalise(fact.key), "")
            if not field and ("_" in fact.key or "." in fact.key):
                field = fields.get(normalise(_DRESSING.sub("", fact.key)), "")
            yield Fact(fact.key, field, fact.value, fact.span, fact.origin)


def _of_board_head(document: Document) -> Iterator[Fact]:
    """`# [Title](…)`, `### Company`, then a heading of badges: the first lines of a job board's dump."""
    blocks = [_with_level(document, block) for block in document.blocks[:3]]
    levels = [block.level for block in blocks]
    if [block.kind for block in blocks] != ["heading"] * 3 or not 1 == levels[0] < levels[1] < levels[2]:
        return
    start, end = blocks[0].span
    if not any(start <= link.label.start and link.url.end <= end for link in document.links[:2]):
        return
    for field, block in zip(("title", "company"), blocks, strict=False):
        span = _trimmed(document, block.inner)
        if not is_filler(document.quote(span)):
            yield Fact("", field, document.quote(span), span, "badge")
    yield from _badges(document, blocks[2])


def _with_level(document: Document, block: Block) -> Block:
    """A heading that names nothing, `### `, which else is a rule."""
    start, end = block.span
    if block.kind != "rule" or document.text[start : start + 1] != "#":
        return block
    return block._replace(kind="heading", level=document.text.count("#", start, end))


def _badges(document: Document, block: Block) -> Iterator[Fact]:
    """Each `` `💰 …` `` of a heading, or the whole heading where it has no ticks."""
    start, end = block.inner
    whole = document.text[start:end]
    for match in _TICKED.finditer(whole):
        icon = _BADGE.search(match[1])
        if icon and not is_filler(match[1][icon.end() :]):
            at = start + match.start(1)
            span = _trimmed(document, Span(at + icon.end(), at + len(match[1])))
            yield Fact(icon[0], _BADGES[icon[0]], document.quote(span), span, "badge")


def _of_labels(document: Document) -> Iterator[Fact]:
    """`Key: value` lines of the body, also several in one line (`Location: Berlin | Type: full-time`)."""
    view, fields, wide = document.view, keys().label, "：" in document.view
    colon = _colon(view, document.body_start, wide)
    while colon >= 0:
        start = max(document.body_start, view.rfind("\n", 0, colon) + 1)
        end = view.find("\n", colon)
        end = len(view) if end < 0 else end
        label = _LABEL.search(view, start, end)
        if label and normalise(label[1]) in fields:
            yield from _of_line(document, start, end)
        colon = _colon(view, end, wide)


def _colon(text: str, start: int, wide: bool) -> int:
    """Where the first colon stands, -1 where none does; `wide`: the text has full-width ones."""
    at = text.find(":", start)
    broad = text.find("：", start) if wide else -1
    return at if broad < 0 else broad if at < 0 else min(at, broad)


def _of_line(document: Document, start: int, end: int) -> Iterator[Fact]:
    fields = keys().label
    labels = []
    for match in _LABEL.finditer(document.view, start, end):
        field = fields.get(normalise(match[1]))
        if field:
            labels.append((match, field))
        elif not labels:
            return  # the line begins with something else
    for (match, field), after in zip(labels, [*labels[1:], None], strict=False):
        stop = after[0].start() if after else end
        span = _trimmed(document, Span(match.end(), stop))
        if span.start == span.end:
            span = _next_line(document, end) if after is None else span
        value = document.quote(span)
        if len(value) <= _LONGEST_VALUE and not is_filler(document.view[span.start : span.end]):
            yield Fact(match[1].strip(), field, value, span, "label")


def _next_line(document: Document, end: int) -> Span:
    """The line after an empty label, at most one blank line away, where it is no label itself."""
    view, tried = document.view, 0
    while end < len(view) and tried < 2:
        start = end + 1
        end = view.find("\n", start)
        end = len(view) if end < 0 else end
        span, tried = _trimmed(document, Span(start, end)), tried + 1
        if span.start < span.end:
            match = _LABEL.match(view, start, end)
            heading = document.block_at(span.start)
            blocked = match or (heading and heading.kind == "heading")
            return Span(end, end) if blocked else span
    return Span(end, end)


def _of_headings(document: Document) -> Iterator[Fact]:
    """The short content of a section whose heading is itself a label (`## Location` over `Berlin`)."""
    fields = keys().label
    for section in document.sections:
        field = fields.get(normalise(section.heading))
        longest = _UNDER_HEADING.get(field or "")
        if field and longest and 0 < len(section.blocks) <= _MOST_UNDER_HEADING:
            yield from _under(document, section, field, longest)


def _under(document: Document, section: Section, field: str, longest: int) -> Iterator[Fact]:
    for block in section.blocks:
        span = _trimmed(document, block.inner)
        if 0 < span.end - span.start <= longest and not is_filler(document.view[span.start : span.end]):
            yield Fact(section.heading, field, document.quote(span), span, "label")


def _of_lone_labels(document: Document, known: set[Span]) -> Iterator[Fact]:
    """`Closing date` alone in its line, as pages keep it when they are saved, the value in the next one."""
    fields, lone, view = keys().label, _lone(), document.view
    for block in document.blocks:
        start, end = block.inner
        if block.kind not in ("paragraph", "item") or start < document.body_start:
            continue
        while start < end:
            stop = view.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop - start <= _LONGEST_KEY and (key := view[start:stop].strip()).lower().replace(" ", "") in lone:
                field, span = fields[normalise(key)], _next_line(document, stop)
                value = view[span.start : span.end]
                if span not in known and 0 < len(value) <= _ALONE[field] and normalise(value) not in fields and _is_bare(field, value):
                    yield Fact(key, field, document.quote(span), span, "label")
            start = stop + 1


def _is_bare(field: str, value: str) -> bool:
    """Whether a line may be nothing but a date, a title or words of employment: `Friday, 1 March 2030`, no sentence."""
    words = len(_WORD.findall(value))
    if field == "title":
        return 0 < words <= _MOST_OF_TITLE and not value.endswith((".", "!", "?", ":"))
    if field == "employment":
        return words <= _MOST_OF_EMPLOYMENT and not value.endswith((".", "!", "?"))
    return words <= _MOST_OF_DATE and any(letter.isdigit() for letter in value)


@cache
def _lone() -> frozenset[str]:
    """The labels of those fields, in small letters and without blanks."""
    return frozenset(
        key for key, field in keys().label.items() if field in _ALONE and (field != "title" or key in _SURE_TITLES)
    )


def _trimmed(document: Document, span: Span) -> Span:
    """The span without blanks of the view at its ends, so that marks around a value are left out."""
    piece = document.view[span.start : span.end]
    lead = len(piece) - len(piece.lstrip())
    return Span(span.start + lead, span.start + max(lead, len(piece.rstrip())))
