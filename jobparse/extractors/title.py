"""The title of the job, and the role and level that it names: three fields with one standing, so that they agree."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..readers.calls import Call, find_calls
from ..readers.occupations import names_occupation
from ..readers.seniority import read_seniority
from ..readers.titles import Role, looks_like_title, read_role
from ..readers.top import read_top, stripped
from ..vocab.lists import read_lists

FIELDS = ("title", "role", "seniority")
TRIGGERS = tuple(
    dict.fromkeys(
        word
        for name in ("seeking", "called a role", "says of the role", "as")
        for word in read_lists("hiring.txt")[name]
        if len(word) > 3
    )
) + ("as a ", "as an ", "as our ", "title:", "title :")

_LONGEST = 200
"""A title fact longer than this is a description."""

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
    if not stated and not top:
        yield from _of_labelled_line(document, lines)
        yield from _of_headings_below(document)
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


# --- lines that stand alone --------------------------------------------------------------------------------------


def _of_top(document: Document) -> Iterator[Candidate]:
    """The top heading or one of the first short lines, where it reads as a title."""
    top = read_top(document)
    if top and top.title:
        yield from _candidates(read_role(document.quote(top.title)), top.title, top.source, "pattern")


def _of_headings_below(document: Document) -> Iterator[Candidate]:
    """A heading further down (the company's text above it), where it is the only one that names an occupation."""
    found = {}
    for block in document.blocks:
        if block.kind == "heading" and looks_like_title(document.view[block.inner.start : block.inner.end]):
            span = stripped(document, *block.inner)
            role = read_role(document.quote(span))
            if role and names_occupation(role.occupation, loose=False):
                found.setdefault(role.occupation.casefold(), (role, span))
    if len(found) == 1:
        for role, span in found.values():
            yield from _candidates(role, span, "below", "inferred")


def _of_labelled_line(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """`Acme's internal job title: …`, the title in the same line or the next one."""
    for line in lines:
        match = _JOB_TITLE.match(line.text)
        if match is None:
            continue
        start, end = line.span(match.end(), len(line.text))
        if start == end and line.number + 2 < len(document.line_starts):
            after = [document.line_span(number) for number in (line.number + 1, line.number + 2)]
            start, end = next((span for span in after if document.view[span.start : span.end].strip()), Span(start, end))
        span = stripped(document, start, end)
        if looks_like_title(document.view[span.start : span.end], heading=True):
            yield from _candidates(read_role(document.quote(span)), span, "label_line", "pattern")
            return


_JOB_TITLE = re.compile(r"\W{0,6}(?:[\w'’-]{1,20}\s){0,4}(?:job|position|working|posting)\s(?:title|name)\s?[:：]\s*", re.IGNORECASE)


# --- running text ------------------------------------------------------------------------------------------------


def _of_text(document: Document, lines: Sequence[Line], titled: Sequence[str]) -> Iterator[Candidate]:
    """The occupation that the text says is sought, or that it says the reader will be."""
    found = [(line, call) for line in lines for call in find_calls(line.text)]
    sought = [pair for pair in found if pair[1].how == "seeking" and not pair[1].name.plural]
    several = [pair for pair in sought if pair[1].name.many]
    plural = [pair for pair in found if pair[1].name.plural and not pair[1].name.many and _tells(*pair)]
    named = [pair for pair in found if pair[1].how != "seeking" and not pair[1].name.many and not pair[1].name.plural]
    yield from _winner(document, [pair for pair in sought if not pair[1].name.many], "seeking", "pattern")
    yield from _winner(document, named, "named", "inferred")
    if not sought and not named:
        yield from _winner(document, plural, "named", "inferred")
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
            span = line.span(call.name.start, call.name.end - call.name.plural)
            yield from _candidates(read_role(document.quote(span)), span, source, standing)
            return


def _tells(line: Line, call: Call) -> bool:
    """Whether a plural says enough to be the job: `caregivers`, `Data Scientists`, but not `experts`."""
    return line.text[call.name.start : call.name.end].casefold() not in read_lists("hiring.txt")["too general in the plural"]


def _levels(document: Document, found: list[tuple[Line, Call]], titled: Sequence[str]) -> Iterator[Candidate]:
    """The level that the text gives to the role which the title names without one."""
    last = {role.split()[-1].casefold() for role in titled if role.split()}
    for line, call in found:
        quoted = line.text[call.name.start : call.name.end]
        words = quoted.casefold().split()
        level = read_seniority(quoted)
        if level and call.how in ("seeking", "as") and last.intersection((*words, *(word.rstrip("s") for word in words))):
            yield Candidate("seniority", level, (line.span(call.name.start, call.name.end),), f"seniority.{call.how}", "inferred")
