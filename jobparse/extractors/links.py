"""Where the post stands and where to apply: stated addresses, links that are called so, and sentences that say so."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Link, Span
from ..vocab.lists import words

FIELDS = ("url", "apply_url")
TRIGGERS = ("@", "http", "www.")

_ADDRESS = re.compile(
    r"""
    (?P<mail> (?<![\w.+-]) [\w.+-]{1,64} @ [\w-]{1,63} (?: \. [\w-]{2,63} ){1,4} )
    | (?P<url> https?:// [^\s<>"'`|\\\]\[{}]{3,500} | (?<![\w.@/]) www\. [^\s<>"'`|\\\]\[{}]{4,300} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ENDING = ".,;:!?*_)”’\"'"
"""What a sentence puts behind an address."""

_REACH = 2
"""Lines after 'how to apply' in which the address may follow."""


_LONGEST = 400
"""Characters of a line that, where it says 'apply', says so of every link in it."""

_CLOSE = 160
"""Characters before an address in which a long line must say that it is for applying; half as many after it."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Addresses in the order of how outright the post names them."""
    for fact in document.facts_of("url"):
        yield from _of_fact("url", document, fact)
    for fact in document.facts_of("apply_url"):
        yield from _of_fact("apply_url", document, fact)
    yield from _of_labels(document)
    yield from _of_board_title(document)
    yield from _of_lines(document, lines)


def _of_fact(field: str, document: Document, fact: Fact) -> Iterator[Candidate]:
    standing: Standing = "stated" if fact.origin == "header" else "pattern"
    for link in _links_in(document, fact.span):
        yield _candidate(field, document.quote(link.url), link.url, f"{field}.fact", standing)
        return
    quoted = document.quote(fact.span)
    for address, start, end in addresses(quoted):
        if field == "apply_url" or not address.startswith("mailto:"):
            yield _candidate(field, address, Span(fact.span.start + start, fact.span.start + end), f"{field}.fact", standing)
            return


def _of_labels(document: Document) -> Iterator[Candidate]:
    """Links that are called 'Apply', or that stand in a line which says 'apply'."""
    labels, never = words("apply.txt", "label"), words("apply.txt", "never")
    for link in document.links:
        if link.url.start < document.body_start:
            continue
        called = document.view[link.label.start : link.label.end].strip(" *_!.:→>-").lower()
        line = document.line_span(document.line_of(link.label.start))
        about = document.view[line.start : line.end] if line.end - line.start <= _LONGEST else ""
        if labels.search(called) and len(called) <= 60:
            yield _candidate("apply_url", document.quote(link.url), link.url, "apply_url.link")
        elif labels.search(about) and not never.search(about):
            yield _candidate("apply_url", document.quote(link.url), link.url, "apply_url.line")


def _of_board_title(document: Document) -> Iterator[Candidate]:
    """The link on a board's title leads to the post itself."""
    if not document.blocks or document.blocks[0].kind != "heading":
        return
    for link in _links_in(document, document.blocks[0].inner):
        address = document.quote(link.url)
        if address.startswith("http"):
            yield _candidate("url", address, link.url, "url.title")


def _of_lines(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Bare addresses in sentences that tell how to apply, or soon after such a sentence, or in the part about it."""
    says, never = words("apply.txt", "line"), words("apply.txt", "never")
    for line in lines:
        found = list(addresses(line.text))
        if not found or never.search(line.text):
            continue
        here = line.section == "application" or _said_before(document, line) or says.search(line.text) is not None
        for address, start, end in found if here else ():
            close = says.search(line.text, max(0, start - _CLOSE), end + _CLOSE // 2) is not None
            if close or len(line.text) <= _CLOSE:
                rule = "apply_url.sentence" if close else "apply_url.near"
                yield _candidate("apply_url", address, line.span(start, end), rule, "pattern" if close else "inferred")


def _said_before(document: Document, line: Line) -> bool:
    """Whether one of the lines before tells how to apply."""
    first = document.line_span(max(0, line.number - _REACH)).start
    return words("apply.txt", "line").search(document.view, max(first, document.body_start), line.start) is not None


def addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """Each address of a text as a link (`mailto:` for mail), with its offsets."""
    for match in _ADDRESS.finditer(text):
        quoted = match[0].rstrip(_ENDING)
        start = match.start()
        if match["mail"]:
            yield f"mailto:{quoted}", start, start + len(quoted)
        else:
            yield quoted if "://" in quoted[:8] else f"https://{quoted}", start, start + len(quoted)


def _links_in(document: Document, span: Span) -> Iterator[Link]:
    return (link for link in document.links if span.start <= link.label.start and link.url.end <= span.end + 1)


def _candidate(field: str, address: str, span: Span, rule: str, standing: Standing = "pattern") -> Candidate:
    return Candidate(field, address.strip(), (span,), rule, standing)
