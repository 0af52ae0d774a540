"""The organisation that hires, and its own site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import urlsplit

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..letters import lowered
from ..patterns import lazy
from ..readers.chinese_heads import company_in_head
from ..readers.company_names import clean_company, company_in_title, is_name_in_title
from ..readers.hiring_organisations import Mention, find_mentions, may_tell_hiring
from ..readers.joined_names import join_names
from ..readers.occupations import names_vaguely
from ..readers.organisations import (
    are_one,
    has_legal_form,
    is_board,
    is_front_page,
    is_name,
    is_part,
    is_sisters,
    is_sure_name,
    is_whole_name,
    key_of,
    names_kind,
    times_alone,
    times_named,
)
from ..readers.own_sites import find_own_sites
from ..readers.top import read_top
from ..readers.top_card import card_company

FIELDS = ("company", "company_url")
TRIGGERS = ()

_SURE, _ENOUGH = 9.0, 4.5
"""Sums of evidence from which a name found in the text is taken as certain, and as likely."""

_AHEAD = 1.25
"""How many times the evidence of the next name the best one must have."""

_FIRST_LINE, _COMPANY_SECTION, _PER_MENTION, _MOST_MENTIONS = 2.0, 1.0, 0.3, 10
"""What a mention gains in the body's first line and in the company's section, and each further occurrence
of the name."""

_BESIDE_TITLE = 2.0
"""What a name gains that a dash parts from the title: it may be the company's or a department's."""

_TOLD = 3
"""The sum from which on a name that says it is an organisation's gains by that."""

_TELLING = 4
"""The weight from which on a mention calls a name the company's though it is a skill's too: `Docker is a company`."""

_PROSE = 60
"""A line shorter than this is a heading: the first line that is longer is the body's first."""

_INNER_CAPITAL = 1.5
"""What a name with an inner capital gains, or one that says what it is (`TriStruX`, `City of Ham`): no common word."""

_CAMEL = lazy(r"[a-z0-9][A-Z]|^[A-Z]{2,}[a-z]|\w\.(?:com|org|net|io|ai|dev|app|co|de)$")

_LONGEST_LINE = 600
"""How much of the first line of running text counts as such: it may hold the whole post."""

_NEVER_PLACES = frozenset({"hires", "heading", "role at", "university", "mission"})
"""Cues that stand beside no place: `Concord is hiring`."""

_DOMAIN = lazy(r"(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?:[/?#]\S{0,300})?")


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Company and site from header, board head, labels, title and text."""
    named = list(_named(document))
    if not any(not candidate.refused for candidate in named):
        named += [*_of_chinese(document)] or [*_of_text(document), *_of_card(document)]
    yield from named
    names = [candidate.value for candidate in named if not candidate.refused]
    sites = list(_sites(document, names))
    yield from sites
    if not any(not site.refused for site in sites):
        yield from _by_host(document, names)


def _named(document: Document) -> Iterator[Candidate]:
    """Where the post states a name: header, board head, label, title, first line."""
    for fact in document.facts_of("company"):
        yield from _of_fact(document, fact)
    for fact in document.facts_of("title"):
        yield from _of_title(document, fact.span)
    for fact in document.facts_of("description"):
        if fact.origin == "header" and is_sure_name(fact.value):
            yield Candidate("company", fact.value, (fact.span,), "company.summary", "inferred")
    top = read_top(document)
    if top and top.company:
        yield _candidate(document, top.company, "board_line", "pattern")
    elif top and top.title:
        yield from _of_title(document, top.title)


def _of_title(document: Document, title: Span) -> Iterator[Candidate]:
    """The name in a title, where it is no place: `Engineer @ Acme`, not `Engineer @ Berlin`."""
    written = document.view[title.start : title.end]
    place = company_in_title(written)
    if place and not ("@" in written[: place[0]] and _is_big_place(written[slice(*place)])):
        yield _candidate(document, Span(title.start + place[0], title.start + place[1]), "title", "pattern")


def _of_chinese(document: Document) -> Iterator[Candidate]:
    """The firm that a Chinese post names in its first lines, or of which it tells that it is one."""
    place = company_in_head(document.view, document.body_start)
    if place:
        yield _candidate(document, Span(*place), "head", "inferred")


def _of_card(document: Document) -> Iterator[Candidate]:
    """The employer in the short lines around the title."""
    card = card_company(document)
    if card:
        yield _candidate(document, card, "card", "inferred")


_STATE = lazy(r",\s[A-Z]{2}$")
"""What a board puts behind a town's name: `City of Heronville, CA`."""


def _candidate(document: Document, span: Span, source: str, standing: str) -> Candidate:
    state = _STATE.search(document.quote(span))
    span = Span(span.start, span.start + state.start()) if state else span
    return Candidate(
        "company",
        document.quote(span).strip(),
        (span,),
        f"company.{source}",
        "pattern" if standing == "pattern" else "inferred",
    )


_SENTENCE = lazy(r"\s\S+\s[^\W\d_]{5,}[.!]\s*$|[。！]\s*$")
"""The end of what stands under `## Company`, where it is no name: `We build baskets.`, not `Acme of Ohio Inc.`"""


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    name, refused = clean_company(fact.value, labelled=fact.origin == "label")
    if fact.origin == "label" and _SENTENCE.search(fact.value):
        refused = refused or "a sentence, no name"
    if fact.origin == "header" and _is_title(document, name):
        refused = refused or "the title, not a name"
    at = document.quote(fact.span).find(name)
    span = Span(fact.span.start + at, fact.span.start + at + len(name)) if at >= 0 else fact.span
    yield Candidate("company", name, (span,), f"company.{fact.origin}", "stated", refused)


def _is_title(document: Document, name: str) -> bool:
    """Whether a header gives the title as the organisation, too, rather than the organisation as the page's title."""
    titles = {fact.value.strip() for fact in document.facts_of("title") if fact.origin == "header"}
    if name not in titles or names_vaguely(name):
        return name in titles
    top = read_top(document)
    titles.update([document.quote(top.title).strip()] if top and top.title else ())
    return len(titles) == 1 and not is_sure_name(name)


# --- running text ---------------------------------------------------------------------------------


def _of_text(document: Document) -> Iterator[Candidate]:
    """The name for which the text has the most evidence, where it has enough."""
    found: dict[str, list[tuple[Mention, Span]]] = defaultdict(list)
    extra: dict[str, float] = defaultdict(float)
    skills = {name.span.start for name in document.names}
    first_line = _first_line(document)
    for mention in [*_of_header(document), *find_mentions(document.view, document.low, document.body_start)]:
        span = Span(mention.start, mention.end)
        name = document.view[mention.start : mention.end]
        if not _is_other(document, name, mention.start in skills, mention):
            key = key_of(name)
            found[key].append((mention, span))
            section = document.section_at(mention.start)
            extra[key] += _FIRST_LINE * (mention.start < first_line) + _COMPANY_SECTION * (
                section is not None and section.kind == "company"
            )
    for key, span, long in _beside_title(document):
        if (
            long
            and is_name_in_title(document.quote(span))
            and span.start not in skills
            and not _is_place(document.quote(span))
        ):
            yield Candidate("company", document.quote(span), (span,), "company.title_dash", "inferred")
        elif document.text.count(document.quote(span)) > 1:
            extra[key] += _BESIDE_TITLE
    merged = join_names(document, found, extra)
    scores = {key: _score(document, key, mentions, extra[key]) for key, mentions in merged.items() if key}
    ranked = sorted(scores, key=lambda key: -scores[key])
    ranked = [
        key
        for key in ranked
        if scores[key] >= _ENOUGH
        and not _place_only(document, scores[key], merged[key])
        and not is_sisters(document.low, document.quote(merged[key][0][1]))
    ]
    if not ranked:
        return
    if is_part(ranked[0]):  # the department's university, the office's town
        ranked.sort(key=lambda key: not names_kind(document.quote(merged[key][0][1])))
    best, score = ranked[0], scores[ranked[0]]
    near = len(ranked) > 1 and score < _AHEAD * scores[ranked[1]] and not are_one(best, ranked[1])
    near = near and not is_part(ranked[1])
    spans = _spans(document, merged[best])
    refused = "another name has nearly as much evidence" if near else ""
    standing: Standing = "pattern" if score >= _SURE else "inferred"
    yield Candidate("company", document.quote(spans[0]), spans, "company.text", standing, refused)


def _of_header(document: Document) -> Iterator[Mention]:
    """Who hires by the title or summary in a header: `summary: Acme is looking for a keeper`."""
    for fact in (*document.facts_of("title"), *document.facts_of("description")):
        start, end = fact.span
        low = document.low[start:end]
        if fact.origin == "header" and len(low) <= _LONGEST_LINE and end <= document.body_start and may_tell_hiring(low):
            for mention in find_mentions(document.view[start:end], low):
                if mention.cue == "hires":
                    yield mention._replace(start=start + mention.start, end=start + mention.end)


def _place_only(document: Document, score: float, mentions: Sequence[tuple[Mention, Span]]) -> bool:
    """Whether a name with little evidence is a place's (`At Berlin, you …`)."""
    if score >= _SURE or _NEVER_PLACES.intersection(mention.cue for mention, _ in mentions):
        return False
    return _is_place(document.quote(mentions[0][1]))


def _beside_title(document: Document) -> Iterator[tuple[str, Span, bool]]:
    """Names that a dash parts from the title, `Data Engineer — Acme`, and whether it is a long one."""
    top = read_top(document)
    spans = [fact.span for fact in document.facts_of("title")] + (
        [top.title] if top and top.title and not top.parts else []
    )
    for span in dict.fromkeys(spans):
        dashed = _DASHED.search(document.quote(span))
        if dashed:
            name = Span(span.start + dashed.start(2), span.start + dashed.end(2))
            yield key_of(dashed[2]), name, dashed[1] == "—"


_DASHED = lazy(r"\s([-–—])\s([^-–—|()\n]{2,50}?)\s*(?:\([^()\n]{1,20}\))?$")


def _first_line(document: Document) -> int:
    """Where the body's first line of running text ends."""
    at = document.body_start
    while at < len(document.view):
        end = document.view.find("\n", at)
        end = len(document.view) if end < 0 else end
        if end - at >= _PROSE:
            return min(end, at + _LONGEST_LINE)
        at = end + 1
    return at


def _is_place(name: str) -> bool:
    """Whether a whole name is that of a country or of a big city."""
    from ..readers.places import read_places  # a big table, wanted in few posts only

    return any(place.start == 0 and place.end == len(name) for place in read_places(name, strict=True))


def _is_big_place(name: str) -> bool:
    """Whether a name is that of a big city, or of several: `Berlin/Hamburg`."""
    from ..readers.places import is_big, read_places

    places = read_places(name, strict=True)
    return bool(places) and places[0].start == 0 and places[-1].end == len(name) and all(map(is_big, places))


def _is_other(document: Document, name: str, is_skill: bool, mention: Mention) -> bool:
    """Whether a name is a skill's, or a heading in capitals that the text never writes as a name."""
    if is_skill and (mention.weight < _TELLING or mention.cue == "we are"):
        return True
    return len(name) > 6 and name.isupper() and " " in name and name.title() not in document.text


def _score(document: Document, key: str, mentions: list[tuple[Mention, Span]], extra: float) -> float:
    cues: dict[str, list[int]] = defaultdict(list)
    for mention, _ in mentions:
        cues[mention.cue].append(mention.weight)
    told = sum(max(weights) * (1 + 0.5 * (min(len(weights), 3) - 1)) for weights in cues.values())
    shortest = min((document.quote(span) for _, span in mentions), key=len)
    called = any(mention.cue == "is" and mention.weight >= _TELLING for mention, _ in mentions)
    return max(
        _ENOUGH * called,  # once is enough: `Acme is a small company`
        told
        + min(extra, 6)
        + _INNER_CAPITAL * (_CAMEL.search(shortest) is not None or (names_kind(shortest) and told >= _TOLD))
        + _PER_MENTION * min(document.text.count(shortest), _MOST_MENTIONS),
    )


def _spans(document: Document, mentions: list[tuple[Mention, Span]]) -> tuple[Span, ...]:
    """The mentions, the one whose form is to be shown first: the longest name, with its legal form only if
    always so."""
    telling = [(mention, span) for mention, span in mentions if mention.weight >= 3] or mentions
    keys = {key_of(document.quote(span)) for _, span in telling}
    longest = max(keys, key=lambda key: (len(key.split()), len(key), key))
    forms = [(mention, span) for mention, span in telling if key_of(document.quote(span)) == longest]
    plain = [pair for pair in forms if not has_legal_form(document.quote(pair[1]))]
    shown = _shortened(document, max(plain or forms, key=lambda pair: pair[0].weight)[1])
    others = [span for _, span in sorted(mentions, key=lambda pair: -pair[0].weight) if span != shown]
    return (shown, *others[:4])


def _shortened(document: Document, span: Span) -> Span:
    """`Acme` of `Acme Payments Platform`, where the text mostly says `Acme` and the longer name is a part
    or product of it."""
    name = document.quote(span)
    if is_whole_name(name, document.view[span.end : span.end + 120]):
        return span
    words = name.split()
    for size in range(1, len(words)):
        short = " ".join(words[:size])
        if times_alone(document.low, document.view, short) > max(2, 2 * times_named(document.low, name)) and is_name(short):
            return Span(span.start, span.start + name.index(short) + len(short))
    return span


# --- sites ----------------------------------------------------------------------------------------


def _sites(document: Document, names: Sequence[str]) -> Iterator[Candidate]:
    """The site that a key states, or to which the company's name is linked."""
    for fact in document.facts_of("company_url"):
        value = fact.value.strip().strip("<>")
        if _DOMAIN.fullmatch(value):
            yield Candidate(
                "company_url", value, (fact.span,), f"company_url.{fact.origin}", "stated", _not_own(value)
            )
    yield from _front_pages(document)
    known = {key_of(name) for name in names}
    for link in document.links if known else ():
        if key_of(document.quote(link.label).strip(" *_[]")) in known:
            value = document.quote(link.url)
            if value.startswith("http"):
                yield Candidate(
                    "company_url",
                    value,
                    (link.url, link.label),
                    "company_url.link",
                    "pattern",
                    _not_own(value),
                )


def _by_host(document: Document, names: Sequence[str]) -> Iterator[Candidate]:
    """An address whose host is the organisation's name."""
    low = lowered(document.text)
    for name in dict.fromkeys(names):
        places = list(find_own_sites(low, document.view, name))
        for start, end in [place for place in places if low.startswith(("http", "www."), place[0])] or places:
            value = unescape(document.text[start:end])
            if value == name:
                continue
            yield Candidate("company_url", value, (Span(start, end),), "company_url.host", "inferred")


def _front_pages(document: Document) -> Iterator[Candidate]:
    """`url: https://acme.example` beside the company in a header: no post stands on a site's first page."""
    if any(fact.origin == "header" for fact in document.facts_of("company")):
        for fact in document.facts_of("url"):
            value = fact.value.strip()
            if fact.origin == "header" and is_front_page(value):
                yield Candidate("company_url", value, (fact.span,), "company_url.front", "pattern", _not_own(value))


def _not_own(url: str) -> str:
    """Why an address is not the organisation's own site, or nothing."""
    try:
        host = urlsplit(url if "//" in url else f"https://{url}").hostname or ""
    except ValueError:
        return "no address"
    return "a job board or network" if is_board(host) else ""
