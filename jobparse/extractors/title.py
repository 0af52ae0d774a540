"""The title of the job, and the role and level that it names: three fields with one standing, so that they agree."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..readers.calls import Call, find_calls
from ..readers.hn import read_head
from ..readers.seniority import read_seniority
from ..readers.titles import Role, looks_like_title, read_role
from ..vocab.lists import read_lists

FIELDS = ("title", "role", "seniority")
TRIGGERS = tuple(
    dict.fromkeys(
        word
        for name in ("seeking", "called a role", "says of the role", "as")
        for word in read_lists("hiring.txt")[name]
        if len(word) > 3
    )
) + ("as a ", "as an ", "as our ")

_LONGEST = 200
"""A title fact longer than this is a description."""

_PROSE = 160
"""A line longer than this is running text: below it the post has begun, and no title line follows."""

_TOP = 7
"""Lines at the top among which a title may stand: company, department, place and date may stand above it."""

_PAGE_KEYS = {"html:title", "og:title", "headline", "htmltitle", "ogtitle"}
_SURE_KEY = re.compile(r"tit(?:le|el|ulo)|título|intitul|職|职", re.IGNORECASE)
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Titles from header, board head, labels, headings, first lines and running text."""
    stated = list(_of_facts(document))
    yield from stated
    if any(candidate.field == "seniority" for candidate in stated):
        return  # a stated title with its level: running text could only repeat it
    top = list(_of_top(document))
    yield from top
    yield from _of_text(document, lines, titled=[c.value for c in (*stated, *top) if c.field == "role"])


def _candidates(role: Role | None, span: Span, source: str, standing: Standing) -> Iterator[Candidate]:
    """Title, role and level of one finding."""
    if role is None:
        return
    yield Candidate("title", role.title, (span,), f"title.{source}", standing)
    if role.named:
        yield Candidate("role", role.occupation, (span,), f"role.{source}", standing)
    else:
        yield Candidate("role", role.occupation, (span,), "role.unnamed", standing)
    if role.seniority:
        yield Candidate("seniority", role.seniority, (span,), f"seniority.{source}", standing)


# --- what the post states ----------------------------------------------------------------------------------------


def _of_facts(document: Document) -> Iterator[Candidate]:
    titles = [fact for fact in document.facts_of("title") if _is_title(fact)]
    for fact in titles:
        source = "page" if fact.key.lower() in _PAGE_KEYS else fact.origin
        yield from _candidates(read_role(fact.value), fact.span, source, "stated")
    for fact in document.facts_of("role"):
        role = read_role(fact.value.strip("'\""))
        if role is None or len(fact.value) > _LONGEST:
            continue
        if not titles and role.named:
            yield from _candidates(role, fact.span, f"{fact.origin}_role", "stated")
        elif fact.origin == "header":
            yield Candidate("role", role.occupation, (fact.span,), "role.key", "stated")


def _is_title(fact: Fact) -> bool:
    """Whether a title fact is one: a label such as `Position` may also stand before `full-time`."""
    if len(fact.value) > _LONGEST or _URL.match(fact.value.strip()):
        return False
    if fact.origin != "label" or _SURE_KEY.search(fact.key):
        return True
    role = read_role(fact.value)
    return role is not None and role.named


# --- the first lines ---------------------------------------------------------------------------------------------


def _of_top(document: Document) -> Iterator[Candidate]:
    """The top heading or one of the first short lines, where it reads as a title."""
    for line in _first_lines(document):
        text = document.view[line.start : line.end]
        head = read_head(text)
        if head:
            if head.title:
                span = Span(line.start + head.title[0], line.start + head.title[1])
                yield from _candidates(read_role(document.quote(span)), span, "board_line", "pattern")
            return
        if looks_like_title(text):
            heading = _is_heading(document, line)
            yield from _candidates(read_role(document.quote(line)), line, "heading" if heading else "line", "pattern")
            return


def _first_lines(document: Document) -> Iterator[Span]:
    """The first lines of the body, without labelled ones, until running text begins (its first line included)."""
    labelled = {document.line_of(fact.span.start) for fact in document.facts if fact.origin == "label"}
    given = 0
    for block in document.blocks:
        if block.kind in ("code", "rule", "table") or block.span.start < document.body_start:
            continue
        at = block.inner.start
        while at < block.inner.end and given < _TOP:
            end = document.view.find("\n", at, block.inner.end)
            end = block.inner.end if end < 0 else end
            if document.view[at:end].strip() and document.line_of(at) not in labelled:
                given += 1
                yield _stripped(document, at, end)
            if end - at > _PROSE or given >= _TOP:
                return
            at = end + 1


def _stripped(document: Document, start: int, end: int) -> Span:
    piece = document.view[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _is_heading(document: Document, span: Span) -> bool:
    block = document.block_at(span.end)
    return block is not None and block.kind == "heading"


# --- running text ------------------------------------------------------------------------------------------------


def _of_text(document: Document, lines: Sequence[Line], titled: Sequence[str]) -> Iterator[Candidate]:
    """The occupation that the text says is sought, or that it says the reader will be."""
    found = [(line, call) for line in lines for call in find_calls(line.text)]
    sought = [pair for pair in found if pair[1].how == "seeking" and not pair[1].name.plural]
    several = [pair for pair in sought if pair[1].name.many]
    named = [pair for pair in found if pair[1].how != "seeking" and not pair[1].name.many]
    yield from _winner(document, [pair for pair in sought if not pair[1].name.many], "seeking", "pattern")
    yield from _winner(document, named, "named", "inferred")
    for line, call in several[:3]:
        span = line.span(call.name.start, call.name.end)
        yield Candidate("title", document.quote(span), (span,), "title.seeking", "inferred", "several roles are named together")
    yield from _levels(document, found, titled)


def _winner(document: Document, found: list[tuple[Line, Call]], source: str, standing: Standing) -> Iterator[Candidate]:
    """Of the roles found in one way the one that the text names most often, the first of several."""
    names = Counter(line.text[call.name.start : call.name.end].strip().casefold() for line, call in found)
    if not names:
        return
    most = max(names.values())
    for line, call in found:
        if names[line.text[call.name.start : call.name.end].strip().casefold()] == most:
            span = line.span(call.name.start, call.name.end)
            yield from _candidates(read_role(document.quote(span)), span, source, standing)
            return


def _levels(document: Document, found: list[tuple[Line, Call]], titled: Sequence[str]) -> Iterator[Candidate]:
    """The level that the text gives to the role which the title names without one."""
    last = {role.split()[-1].casefold() for role in titled if role.split()}
    for line, call in found:
        quoted = line.text[call.name.start : call.name.end]
        words = quoted.casefold().split()
        level = read_seniority(quoted)
        if level and call.how in ("seeking", "as") and last.intersection((*words, *(word.rstrip("s") for word in words))):
            yield Candidate("seniority", level, (line.span(call.name.start, call.name.end),), f"seniority.{call.how}", "inferred")
