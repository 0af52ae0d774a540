"""Where a remote worker may sit: countries, world regions, a span of time zones. Words in vocab/remote_scope.txt.

What the text says outright stands above what the location statement names; countries that the statement alone names
are added after resolving, when it is known that the work is remote.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate, Standing
from ..document import Document, Line, Span
from ..patterns import lazy
from ..readers.clauses import sentence_around
from ..readers.hn_parts import head_parts
from ..readers.place_cues import leading_places
from ..readers.place_statements import without_seat
from ..readers.places import Place, read_places
from ..readers.time_zones import read_offsets
from ..readers.title_parts import title_tails
from ..record import RemoteScope
from ..vocab.gazetteer import is_country_code
from ..vocab.phrases import Phrases, Sheet, phrases

FIELDS = ("remote_scope",)
_SOUGHT = ("candidates", "applicants", "applications")
TRIGGERS = (
    "remot", "anywhere", "everywhere", "any location", "any country", "any city", "wherever in the world",
    "wherever you", "wherever they", "wherever makes", "based in",
    "located", "reside", "residing", "residen",
    *(f"{living} {where}" for living in ("based", "live", "living") for where in ("in", "within", "inside", "anywhere")),
    *(f"{sought} {where}" for sought in _SOUGHT for where in ("in", "from", "within", "across", "of", "who are", "currently")),
    *(f"{openly} to {sought}" for openly in ("open", "open only", "available") for sought in _SOUGHT),
    *(f"{may} hire" for may in ("we", "can", "may", "able to")),
    *(f"{hire} {whom}" for hire in ("hire", "hiring") for whom in (*_SOUGHT, "people", "talent", "engineers", "individuals", "globally")),
    *(f"{now} {hire}" for now in ("only", "currently", "exclusively", "only be") for hire in ("hire", "hiring")),
    "eligible to work", "authorized to work", "right to work", "time zone", "timezone", "overlap", " only", "-only",
    *(f"{zone}{end}" for zone in ("utc", "gmt", " cet", " est", " pst") for end in (" ", "+", "±", ")", "/", ",", ".", "\n")),
    "qualquer", "cualquier", "residir", "desde", "innerhalb", "deutschlandweit", "bundesweit", "überall", "weltweit",
    "télétravail", "depuis", "partout", "teletrabajo", "teletrabalho", "全球",
)  # fmt: skip

_REMOTE_WORDS = ("remot", "anywhere", "wherever", "from home", "home office", "homeoffice", "telecommut", "distributed",
                 "telework", "télétravail", "teletrab", "überall", "qualquer", "cualquier", "远程", "遠端")  # fmt: skip
"""A post without any of these is no remote job, whose scope alone counts."""
_MANY = 8
"""A statement that names as many countries is the scope, whatever region a title tells of in short."""
_REACH = 260
"""Characters behind a cue in which a list of countries may run on."""
_ONLY = lazy(r"[\s-](?:(?:based|residents?|applicants?|candidates?|citizens?)\s)?only\b", re.IGNORECASE)
_BEFORE_ONLY = lazy(r"[^.;:!?\n]{2,60}$")
_ABOUT_PLACE = lazy(
    r"remote|candidate|applicant|position|role|location|based|hiring|open to|work from|resident|\|", re.IGNORECASE
)
_SAME_LIST = lazy(r"(?:any|one) of (?:these|those|the above|our) (?:countries|locations|places|regions)", re.IGNORECASE)
_SITTING = lazy(
    r"\b(?:based|locat\w{2,5}|liv\w{1,3}|resid\w{1,5}|sit\w{0,4}|remote\w{0,4}|between|within|time\s?zones?|overlap\w{0,4}"
    r"|utc|gmt|candidates?)\b",
    re.IGNORECASE,
)
_MOMENT = lazy(
    r"\b(?:midnight|medianoche|meia-noite|minuit|mitternacht|23[:h]59|11:59 ?pm),?\W{0,3}$", re.IGNORECASE
)
_CHOICES = lazy(r";|\s(?:or|/|\|)\s(?=[Rr]emote)")
"""What parts the choices of a location statement."""
_WORDS_BESIDE = frozenset({
    *("remote", "remotely", "fully", "full", "100", "time", "ok", "possible", "based", "candidates", "only", "and", "or"),
    *("anywhere", "in", "within", "across", "from", "inside", "the"),
})
"""All that may stand beside the places of a remote choice."""
_INSIDE = lazy(r"\s?(?:in|within|across|inside)\s(?:the\s)?", re.IGNORECASE)
_ACROSS = lazy(r"\)?,?\s(?:across|in|covering|i\.e\.|that is)\s(?:the\s)?", re.IGNORECASE)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Scopes that are told outright, and beneath them the regions of location statements."""
    keys = document.facts_of("remote_scope")
    codes = [code for fact in keys for code in _codes(fact.value)]
    for fact in keys:
        places = read_places(fact.value)
        if len(codes) > 1 and (own := _codes(fact.value)):  # `US, CA, MX`: of several codes each is a country's
            places = [Place(0, len(fact.value), country=code) for code in own]
        yield from _of_places(places, fact.span, "remote_scope.key", "stated")
    stated = list(_of_statements(document))
    yield from stated
    if not (lines and any(word in document.low for word in _REMOTE_WORDS)):
        return
    told = [candidate for line in lines for candidate in _of_line(document, line)]
    narrow = any(not c.refused and c.value.regions != ["Worldwide"] and not _only_hours(c) for c in (*stated, *told))
    for candidate in told:
        everywhere = candidate.value.regions == ["Worldwide"] and not candidate.refused
        yield candidate._replace(refused="a narrower scope is told elsewhere") if everywhere and narrow else candidate


def _codes(value: str) -> list[str]:
    """The codes of countries of which a value is made; none where it has other words."""
    parts = [part.strip() for part in value.split(",")]
    return parts if all(len(part) == 2 and part.isupper() and is_country_code(part) for part in parts) else []


def _only_hours(candidate: Candidate) -> bool:
    return candidate.value.utc_offset_min is not None and not (candidate.value.countries or candidate.value.regions)


# --- statements --------------------------------------------------------------------------------------------------


def _of_statements(document: Document) -> Iterator[Candidate]:
    """`Remote, EMEA`, `Anywhere`: a location statement that names more than single places gives all that it names."""
    facts = [(fact.value, fact.span, fact.origin) for fact in document.facts_of("location", "remote", "work_mode")]
    parts = [(document.view[s.start : s.end], s, "head") for s in (*head_parts(document), *title_tails(document))]
    for told, span, origin in (*facts, *parts):
        value = without_seat(told)
        places = read_places(value, document.country, strict=origin == "head")
        if origin != "head":
            yield from _of_remote_part(value, span)
        hours = read_offsets(value[:200])
        standing: Standing = "pattern" if origin in ("label", "head") else "inferred"
        if origin == "head" and not re.search(r"remot|anywhere|worldwide", value, re.IGNORECASE):
            continue
        if len({place.country for place in places if place.country}) >= _MANY:
            yield from _of_places(places, span, "remote_scope.countries", "stated")
        elif any(place.areas or place.countries for place in places):
            yield from _of_places(places, span, "remote_scope.statement", standing)
        elif origin == "head" and places and not re.search(r"\bor\b|/", value):
            yield from _of_places(places, span, "remote_scope.statement", "inferred")
        if hours and "remote" in value.lower():
            yield _candidate(RemoteScope([], [], hours.low, hours.high), span, "remote_scope.hours", "pattern", "")


def _of_remote_part(value: str, span: Span) -> Iterator[Candidate]:
    """`Oslo, Bergen or Remote (Norway)`, `Oslo - Hybrid; Norway - Remote`: what the remote choice names is its scope."""
    parts = _CHOICES.split(value[:_REACH]) if "emote" in value else ()
    for part in parts if len(parts) > 1 else ():
        places = read_places(part) if "emote" in part else ()
        if places and not any(place.city or place.region for place in places) and _says_only(part, places):
            yield from _of_places(places, span, "remote_scope.choice", "pattern")


def _says_only(part: str, places: Sequence[Place]) -> bool:
    """Whether a choice is the places and where one sits in them: not `Remote (no US)`, `Remote (US hours)`."""
    rest = part
    for place in reversed(places):
        rest = rest[: place.start] + rest[place.end :]
    return _WORDS_BESIDE.issuperset(re.findall(r"\w+", rest.lower()))


def _of_places(places: Sequence[Place], span: Span, rule: str, standing: Standing, refused: str = "") -> Iterator[Candidate]:
    countries = [code for place in places for code in (*place.countries, *([place.country] if place.country else []))]
    regions = [area for place in places for area in place.areas]
    if countries or regions:
        scope = RemoteScope(list(dict.fromkeys(countries)), list(dict.fromkeys(regions)))
        yield _candidate(scope, span, rule, standing, refused)


def _candidate(scope: RemoteScope, span: Span, rule: str, standing: Standing, refused: str) -> Candidate:
    return Candidate("remote_scope", scope, (span,), rule, standing, refused)


# --- text --------------------------------------------------------------------------------------------------------


def _of_line(document: Document, line: Line) -> Iterator[Candidate]:
    if line.section in ("legal", "diversity"):
        return
    sheet = _phrases().on(line.text)
    yield from _behind_cues(document, line, sheet)
    if "only" in line.text.lower():
        yield from _before_only(document, line)
    yield from _everywhere(document, line, sheet)
    yield from _hours(line)


def _behind_cues(document: Document, line: Line, sheet: Sheet) -> Iterator[Candidate]:
    seen = 0
    for cue in sheet.every("scope follows"):
        if cue.end() <= seen:
            continue
        places = leading_places(line.text[cue.end() : cue.end() + _REACH], document.country)
        if places:
            seen = cue.end() + places[-1].end
            reason = _reason(line.text, cue.start(), cue.end())
            span = line.span(cue.start(), seen)
            yield from _of_places(places, span, "remote_scope.text", "pattern", reason)
    again = _SAME_LIST.search(line.text) if " of the" in line.text else None
    if again and re.search("remote", line.text[: again.start()], re.IGNORECASE):
        listed = re.split(r"[.!?]\s", line.text[: again.start()])
        places = [p for sentence in listed for p in read_places(sentence.partition(" in ")[2], strict=True)]
        yield from _of_places(places, line.span(0, again.end()), "remote_scope.list", "pattern")


def _before_only(document: Document, line: Line) -> Iterator[Candidate]:
    """`US only`, `candidates in Canada or the UK only`."""
    if line.section == "benefits" or not _ABOUT_PLACE.search(line.text):
        return
    for match in _ONLY.finditer(line.text):
        words = _BEFORE_ONLY.search(line.text[max(0, match.start() - 60) : match.start()])
        places = read_places(words[0], document.country, strict=True) if words else []
        if words and places and len(words[0]) - places[-1].end <= 2:
            at = match.start() - len(words[0]) + places[0].start
            reason = _reason(line.text, sentence_around(line.text, at, at)[1], at)
            yield from _of_places(places, line.span(at, match.end()), "remote_scope.only", "pattern", reason)


def _everywhere(document: Document, line: Line, sheet: Sheet) -> Iterator[Candidate]:
    choices = list(sheet.matches("worldwide if no place is told"))
    sure = list(sheet.matches("worldwide"))
    if (choices or sure) and any(read_places(fact.value, document.country) for fact in document.facts_of("location")):
        choices, sure = [], [match for match in sure if not _is_perk(line, match)]
    for match in (*sure, *choices):
        begin, end = sentence_around(line.text, *match.span())
        after = _INSIDE.match(line.text, match.end())
        if after and any(p.areas != ("Worldwide",) for p in leading_places(line.text[after.end() :][:_REACH])):
            continue  # 'anywhere in the US'
        rest = _phrases().on(line.text[match.end() : end])
        turned = None if rest.search("still everywhere") else rest.search("not everywhere")
        others = _phrases().on(line.text[begin : match.start()]).search("not the scope")
        reason = "not the rule of the job" if turned or others else ""
        scope = RemoteScope([], ["Worldwide"])
        yield _candidate(scope, line.span(*match.span()), "remote_scope.worldwide", "pattern", reason)


def _is_perk(line: Line, match: re.Match[str]) -> bool:
    """Whether `Work from anywhere` only names a perk: `Work from anywhere days`, not `you can work from anywhere`."""
    bare = line.section == "benefits" and match[0].lower().endswith("anywhere")
    return bare and _MAY.search(line.text, max(0, match.start() - 16), match.start()) is None


_MAY = lazy(r"\b(?:can|may|could|able[ ]to|free[ ]to|allowed[ ]to|welcome[ ]to)[ ]$", re.IGNORECASE)


def _hours(line: Line) -> Iterator[Candidate]:
    offsets = read_offsets(line.text)
    if offsets is None:
        return
    begin, _ = sentence_around(line.text, offsets.start, offsets.end)
    across = _ACROSS.match(line.text, offsets.end)
    places = leading_places(line.text[across.end() : across.end() + _REACH]) if across else []
    reason = "" if _SITTING.search(line.text[begin : offsets.end]) else "no word of where the worker sits"
    if _MOMENT.search(line.text[begin : offsets.start]):
        reason = "the hour at which something closes"
    regions = list(dict.fromkeys(area for place in places for area in place.areas))
    scope = RemoteScope([], regions, offsets.low, offsets.high)
    yield _candidate(scope, line.span(offsets.start, offsets.end), "remote_scope.hours", "pattern", reason)


def _reason(text: str, start: int, end: int) -> str:
    """Why places behind a cue are not the scope; empty where they are."""
    begin, stop = sentence_around(text, end, end)
    other = _phrases().on(text[begin:start]).search("not the scope") or _phrases().on(text[begin:end]).search("of others")
    if other:
        return f"not where the worker may sit: {other[0]!r}"
    return "a question" if text[begin:stop].rstrip().endswith("?") else ""


@cache
def _phrases() -> Phrases:
    return phrases("remote_scope")
