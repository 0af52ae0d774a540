"""Where the post stands and where to apply: stated addresses, links that are called so, and sentences that say so."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Link, Span
from ..letters import unescaped
from ..patterns import lazy
from ..readers.organisations import is_front_page
from ..readers.spelled_mail import SIGNS, find_spelled
from ..vocab.lists import read_lists, words

FIELDS = ("url", "apply_url")
TRIGGERS = ("@", "http", "www.", *SIGNS)

_WORDS = "apply.txt"

_PAGE = r"""(?: [Hh][Tt][Tt][Pp][Ss]?:// [^\s<>"'`|\\\]\[{}]{3,500}
    | [Ww](?<![\w.@/][Ww])[Ww][Ww]\. [^\s<>"'`|\\\]\[{}]{4,300} )"""
"""An address of a page (verbose); every branch begins with a letter that the engine can skip to."""

_LETTERS = "a-zA-Z0-9À-ɏ"
"""Chinese goes on right before and after an address."""

_ADDRESS_OF_PAGE = lazy(_PAGE, re.VERBOSE)
_ADDRESS = lazy(
    rf"(?P<mail> (?<![{_LETTERS}_.+-]) [{_LETTERS}_.+-]{{1,64}} @ [{_LETTERS}-]{{1,63}} (?: \. [{_LETTERS}-]{{2,63}} ){{1,4}} )"
    rf" | {_PAGE}",
    re.VERBOSE,
)
_STOP = lazy(r"[.;!?](?:\s|$)|https?:|@|\s[A-Z]")
_DEFINED = lazy(r"\s{0,3}\[[^\]\n]{1,60}\]:\s")
"""A line that only tells where a link of the text leads: `[editor]: https://…`."""
_FOOTNOTE = lazy(r"\[\d{1,2}\]:?\s?$")
_LEADS = lazy(r"[./#@:?]")
"""What every address has, a page of the same site included."""
_ENDING = ".,;:!?*_)”’\"'"
"""What a sentence puts behind an address."""

_SENTENCE = lazy(r"[.!?]\s")
_SENTENCE_ENDS = (".", "!", "?", ":")

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
    yield from _of_application_site(document, lines)


def _of_fact(field: str, document: Document, fact: Fact) -> Iterator[Candidate]:
    standing: Standing = "stated" if fact.origin == "header" else "pattern"
    for link in _links_in(document, fact.span):
        yield _candidate(field, document.quote(link.url), link.url, f"{field}.fact", standing)
        return
    quoted = document.quote(fact.span)
    for address, start, end in addresses(quoted):
        said = _SENTENCE.split(quoted[:start])[-1]
        if fact.origin == "label" and any(words(_WORDS, heading).search(said) for heading in ("mention", "never")):
            continue
        if field == "apply_url" or not address.startswith("mailto:"):
            if fact.origin == "header" and not quoted[:start].strip("\"' ") and quoted[end:].rstrip("\"' ") == "?":
                address, end = f"{address}?", end + 1  # a query without keys, no question
            span = Span(fact.span.start + start, fact.span.start + end)
            found = _candidate(field, address, span, f"{field}.fact", standing)
            front = field == "url" and is_front_page(address)
            yield found._replace(refused="a site's first page, no single post's") if front else found
            return


def _of_labels(document: Document) -> Iterator[Candidate]:
    """Links that are called 'Apply', or that stand in a line which says 'apply'."""
    labels, never = words(_WORDS, "label"), words(_WORDS, "never")
    for link in document.links:
        if link.url.start < document.body_start or _leads_nowhere(document.quote(link.url)):
            continue
        called = " ".join(document.view[link.label.start : link.label.end].split()).strip(" *_!.:→>-").lower()
        line = document.line_span(document.line_of(link.label.start))
        about = document.view[line.start : line.end] if line.end - line.start <= _LONGEST else ""
        if not _LEADS.search(document.view, link.url.start, link.url.end) and not _LEADS.search(document.quote(link.url)):
            continue  # `[Apply](TODO)`
        if labels.search(called) and len(called) <= 60:
            yield _candidate("apply_url", document.quote(link.url), link.url, "apply_url.link")
        elif labels.search(about) and not never.search(about):
            yield _candidate("apply_url", document.quote(link.url), link.url, "apply_url.line")


def _leads_nowhere(address: str) -> bool:
    """Whether a link stays on its page: of a saved page's button the script is lost."""
    return address.startswith("#") or address.lower().startswith("javascript:")


_APPLIES = lazy(r"/apply(?:[/?\#]|$)")
"""A step of an address that leads to the form."""


def _of_board_title(document: Document) -> Iterator[Candidate]:
    """The link on a board's title leads to the post itself."""
    if not document.blocks or document.blocks[0].kind != "heading":
        return
    for link in _links_in(document, document.blocks[0].inner):
        address = document.quote(link.url)
        if address.startswith("http"):
            yield _candidate("url", address, link.url, "url.title")
            if _APPLIES.search(address):
                yield _candidate("apply_url", address, link.url, "apply_url.title", "inferred")


def _of_lines(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Bare addresses in sentences that tell how to apply, or soon after such a sentence, or in the part about it."""
    says, never, mention = (words(_WORDS, heading) for heading in ("line", "never", "mention"))
    for line in lines:
        found = list(addresses(line.text))
        if not found or never.search(line.text) or mention.search(_run_on(document, line)):
            continue
        here = line.section == "application" or _said_before(document, line)
        for at, (address, start, end) in enumerate(found):
            before = found[at - 1][2] if at else 0
            close = (
                says.search(line.text, max(before, start - _CLOSE), start)
                or _said_after(line.text, end)
                or (address.startswith("mailto:") and _begins_so(line.text, before, start))
            )
            near = here and len(line.text) <= _CLOSE and not _DEFINED.match(line.text)
            if (close or near) and not _FOOTNOTE.search(line.text[max(0, start - 6) : start]):
                rule = "apply_url.sentence" if close else "apply_url.near"
                yield _candidate("apply_url", address, line.span(start, end), rule, "pattern" if close else "inferred")


def _said_after(text: str, end: int) -> bool:
    """Whether the rest of the sentence, up to the next address, tells how to apply."""
    high = min([end + _CLOSE // 2, *(match.start() for match in _STOP.finditer(text, end, end + _CLOSE // 2))])
    return words(_WORDS, "line").search(text, end, high) is not None


def _begins_so(text: str, low: int, start: int) -> bool:
    """Whether the sentence of a mail address begins by telling how to apply, however long it goes on: `To apply, send 1) …`."""
    first = max([low, *(stop.end() for stop in _SENTENCE.finditer(text, max(low, start - _LONGEST_SENTENCE), start))])
    if first < start - _LONGEST_SENTENCE:
        return False
    found = words(_WORDS, "line").search(text, first, min(first + _OPENING, start))
    return found is not None


_LONGEST_SENTENCE, _OPENING = 800, 40
"""Characters of a sentence that is looked through, and of its first words."""


def _run_on(document: Document, line: Line) -> str:
    """The line before where its sentence goes on in this one."""
    if line.block != "paragraph" or line.start <= document.body_start:
        return ""
    before = document.line_span(line.number - 1)
    text = document.view[max(before.start, document.body_start) : before.end].rstrip()
    return "" if text.endswith(_SENTENCE_ENDS) else text


def _said_before(document: Document, line: Line) -> bool:
    """Whether one of the lines before tells how to apply."""
    says, never = words(_WORDS, "line"), words(_WORDS, "never")
    for number in range(max(0, line.number - _REACH), line.number):
        start, end = document.line_span(number)
        if says.search(document.view, max(start, document.body_start), end) and not never.search(document.view, start, end):
            return True
    return False


def _of_application_site(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """The only address of the text that leads to a host of application forms; of several none is the job's own."""
    sites = read_lists(_WORDS)["application sites"]
    stated = {fact.value for fact in document.facts_of("url", "company_url")}
    found: dict[str, Span] = {}
    for line in lines:
        if any(site in line.text for site in sites):
            for address, start, end in addresses(line.text):
                if any(site in address for site in sites) and address not in stated:
                    found.setdefault(address, line.span(start, end))
    for link in document.links if not found else ():
        address = _spelled(document.quote(link.url))
        if link.url.start >= document.body_start and address not in stated and any(site in address for site in sites):
            found.setdefault(address, link.url)
    if len(found) == 1:
        address, span = next(iter(found.items()))
        yield _candidate("apply_url", address, span, "apply_url.site", "inferred")


def addresses(text: str) -> Iterator[tuple[str, int, int]]:
    """Each address of a text as a link (`mailto:` for mail), with its offsets."""
    for spelled in find_spelled(text):
        yield f"mailto:{spelled.address}", spelled.start, spelled.end
    for match in (_ADDRESS if "@" in text else _ADDRESS_OF_PAGE).finditer(text):
        quoted = match[0].rstrip(_ENDING)
        start = match.start()
        if text.startswith(("...", "…"), start + len(quoted)):
            continue  # cut short: it leads nowhere
        if match.lastgroup:
            yield f"mailto:{quoted}", start, start + len(quoted)
        else:
            yield quoted if "://" in quoted[:8] else f"https://{quoted}", start, start + len(quoted)


def _spelled(address: str) -> str:
    """An address without references; `&copy=` in it is a key of its query, for no semicolon ends it."""
    return _REFERENCE.sub(lambda match: unescaped(match[0]), address) if ";" in address else address


_REFERENCE = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|quot|lt|gt);")


def _links_in(document: Document, span: Span) -> Iterator[Link]:
    return (link for link in document.links if span.start <= link.label.start and link.url.end <= span.end + 1)


def _candidate(field: str, address: str, span: Span, rule: str, standing: Standing = "pattern") -> Candidate:
    address = _spelled(address).strip()  # `https:&#x2F;&#x2F;…`
    found = _ADDRESS.fullmatch(address) if "@" in address else None
    if found and found["mail"]:
        address = f"mailto:{address}"  # `<jobs@example.org>`, which Markdown makes a link
    return Candidate(field, address, (span,), rule, standing)
