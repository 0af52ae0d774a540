"""Named hard skills, each with how much it is wanted and what may stand in its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..candidates import Candidate, Standing
from ..document import Block, Document, Fact, Line, Name, Span
from ..patterns import lazy
from ..readers.alternatives import read_alternatives
from ..readers.lexicon import Cue, last_before, lexicon
from ..readers.mentions import Mention, Place
from ..readers.need import read_needs
from ..readers.other_companies import is_boasted, names_others
from ..readers.own_products import read_employers
from ..readers.rows import lines_of
from ..readers.shortened import is_shortened, read_shortened
from ..readers.skill_usage import read_usage
from ..record import Need, Skill
from ..vocab import skills
from ..vocab.lists import read_lists

FIELDS: tuple[str, ...] = ("skills",)
TRIGGERS: tuple[str, ...] = ()

_BASE: dict[str, Need] = {"requirements": "required", "nice_to_have": "preferred"}
"""What a kind of section says by itself of the skills in it; all others only mention them."""

_ASKING = frozenset({"header", "role", "skills", "other"})
"""Kinds of section in which `experience with` is said to the candidate."""

_SILENT = {
    "diversity": "in a statement on equal opportunity",
    "legal": "in legal text",
    "benefits": "among the benefits",
    "salary": "said about the pay",
}
"""Kinds of section whose names are no skills of the job."""

_PLACES_OF_WORK = frozenset({"requirements", "nice_to_have", "skills", "responsibilities"})
"""Kinds of section in which a channel (`LinkedIn`) is a tool of the trade."""

_MEETING = frozenset({"application", "company", "contact", "process"})
"""Kinds of section in which a channel is never one."""

_FIELDS_OF_STUDY = frozenset({"concept", "domain", "method"})
_LISTS = frozenset({"tags", "skills"})
_TEXTS = frozenset({"", "description", "requirements", "responsibilities", "nice_to_have", "role", "title"})
"""Fields whose values in the front matter are read as text, where they are long enough to be one."""

_LONG = 40
"""Letters from which on a value of the front matter without a known key is a text."""


class _Unit(NamedTuple):
    """A stretch of text read at once: an item, a line, a wrapped paragraph, a stated value."""

    start: int
    text: str
    place: Place
    said: int = 0  # where the text begins behind a heading, if that stands in the same line
    title: bool = False
    asks: bool = True  # whether `experience with` is said to the candidate


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate for each mention of a skill, and refused ones for names that are meant otherwise."""
    vocabulary = skills.current()
    cues = lexicon("skill_cues.txt")
    sure = {skill for skill, _, needs in document.names if not needs}
    employing = read_employers(document.view, document.names)
    employers = {skill for skill in employing if vocabulary.kind(skill).category not in _FIELDS_OF_STUDY}
    for unit, names in _units(document):
        mentions = [_mention(vocabulary, unit.start, name, sure) for name in names]
        if unit.place.section in _SILENT:
            yield from _refused(unit, mentions)
            continue
        listing = unit.place.listing
        if listing or is_shortened(unit.text):
            more = [*_shortened(vocabulary, unit, mentions), *_labels(vocabulary, unit, mentions)]
            mentions = sorted([*_apart(mentions, more), *more]) if more else mentions
        plain = listing or _is_plain(unit, mentions)
        yield from _read(unit, mentions, [] if plain else cues.find(unit.text), employers)


def _is_plain(unit: _Unit, mentions: Sequence[Mention]) -> bool:
    """Whether a task only mentions what needs no sign: then no phrase around it can change anything."""
    if unit.place.section not in _TASKS or any(mention.needs for mention in mentions):
        return False
    lowered = unit.text.lower()
    return not any(stem in lowered for stem in _WEIGHING)


_TASKS = frozenset({"responsibilities", "process", "location", "contact"})
_WEIGHING = (
    "requir", "must", "prefer", "plus", "bonus", "nice", "desir", "customer", "compan", "client", "partner", "profile",
)
"""Letters without which a task says nothing of how much a skill is wanted, or of others."""


def _mention(vocabulary: skills.Vocabulary, begin: int, name: Name, sure: set[str]) -> Mention:
    """A name in the text that begins at `begin`.

    `sure`: names that the post holds beyond doubt; one of the skill's families among them backs it.
    """
    skill, (start, end), needs = name
    category, families = vocabulary.kind(skill)
    if not needs:
        return Mention(start - begin, end - begin, skill, category, "")
    return Mention(start - begin, end - begin, skill, category, needs, not sure.isdisjoint(families), families)


def _apart(mentions: Sequence[Mention], more: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions but for doubtful ones that a surer name covers: `regression` among kinds of testing."""
    for mention in mentions:
        if not mention.needs or not any(sure.start < mention.end and mention.start < sure.end for sure in more):
            yield mention


def _shortened(vocabulary: skills.Vocabulary, unit: _Unit, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Kinds of testing that a list names without the word: `unit, regression and usability testing`."""
    free = 0
    for start, end, name in read_shortened(unit.text):
        skill = vocabulary.named(name)
        taken = start < free or any(
            known.start < end and start < known.end and not known.needs for known in mentions
        )
        if skill and not taken:
            free = end
            yield Mention(start, end, skill, vocabulary.kind(skill).category, "")


def _labels(vocabulary: skills.Vocabulary, unit: _Unit, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Labels of the post that are names in another case than in running text: `go`, `r`."""
    if not unit.place.listing:
        return
    for label in _LABEL.finditer(unit.text):
        start, end = label.span()
        if any(known.start < end and start < known.end for known in mentions):
            continue
        if not _stands_alone(unit.text, start, end):
            continue
        skill = vocabulary.named(label[0])
        if skill:
            yield Mention(start, end, skill, vocabulary.kind(skill).category, "")


_LABEL = lazy(r"[^\s,;|#\[\]'\"](?:[^,;|#\[\]'\"\n]{0,60}[^\s,;|#\[\]'\"])?")
_PARTS = frozenset(("", *",;|#[]'\"\n"))
"""What stands between labels, or at the ends of them all."""
_BLANKS = 8
"""Letters in which it is looked for: more blanks part labels, too."""


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a label is whole: of a longer one, which is a sentence, the pattern gives pieces."""
    before, after = text[max(0, start - _BLANKS) : start], text[end : end + _BLANKS]
    return before.rstrip()[-1:] in _PARTS and after.lstrip()[:1] in _PARTS


# --- what is read at once ---------------------------------------------------------------------------------


def _units(document: Document) -> Iterator[tuple[_Unit, Sequence[Name]]]:
    """The stretches that hold names, each with its names, in order."""
    names = document.names
    ends = [name.span.end for name in names]
    for fact in document.facts:
        unit = _of_fact(document, fact) if fact.origin == "header" else None
        if unit is not None:
            inside = names[_first(names, unit.start) : bisect_right(ends, unit.start + len(unit.text))]
            if inside or unit.place.listing:
                yield unit, inside
    at = _first(names, document.body_start)
    while at < len(names):
        unit = _around(document, names[at].span.start)
        stop = bisect_right(ends, unit.start + len(unit.text), at + 1)
        yield unit, names[at:stop]
        at = stop


def _first(names: Sequence[Name], offset: int) -> int:
    """The number of the first name from an offset on."""
    return bisect_left(names, offset, key=lambda name: name.span.start)


def _of_fact(document: Document, fact: Fact) -> _Unit | None:
    """A value of the front matter that names skills: labels, or a text."""
    if fact.field not in _LISTS and (
        fact.field not in _TEXTS or (not fact.field and len(fact.value) < _LONG)
    ):
        return None
    kind = fact.field if fact.field in _BASE else "header"
    text = document.view[fact.span.start : fact.span.end].replace("\n", " ")
    listing = fact.field in _LISTS or (text.count(",") > 1 and "#" in text)
    asks = fact.field in ("description", "requirements", "responsibilities", "role") and "#" not in text
    return _Unit(fact.span.start, text, Place(kind, "fact", listing), title=fact.field == "title", asks=asks)


def _around(document: Document, offset: int) -> _Unit:
    """The item, line or wrapped paragraph that holds an offset."""
    block, section = document.block_at(offset), document.section_at(offset)
    kind = section.kind if section else "other"
    if kind == "skills" and section and "skill" in section.heading.lower():
        kind = "requirements"
    if block is None:
        start, end = document.line_span(document.line_of(offset))
        return _Unit(start, document.view[start:end], Place(kind, ""))
    start, end = block.inner
    text = document.view[start:end]
    if "\n" in text:
        if block.kind == "paragraph":
            start, end = _own_line(document, block, offset)
            text = document.view[start:end]
        text = text.replace("\n", " ")
    if kind in _BASE and block.kind == "paragraph" and _FIRM.match(text):
        kind = "company"
    said = section.heading_span.end - start if section else 0
    title = block.kind == "heading" and _is_title(document, block)
    return _Unit(start, text, Place(kind, block.kind), said, title)


_FIRM = lazy(
    r"""
    [A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,3}\s     # Name of Firm
    is\s(?:an?|the)\s(?:[\w,-]{1,30}\s){0,5}
    (?:company|consultancy|subsidiary|provider|leader|firm|agency|start-?up|organi[sz]ation|studio|bank|manufacturer)\b
    """,
    re.VERBOSE,
)
"""A paragraph of another kind that begins so tells of the employer, though no heading parts it from the requirements."""


def _own_line(document: Document, block: Block, offset: int) -> Span:
    """The line of a paragraph that holds an offset, with those that it goes on in."""
    return next((line.inner for line in lines_of(block, document) if offset < line.span.end), block.inner)


def _is_title(document: Document, block: Block) -> bool:
    """Whether a heading names the job."""
    start, end = block.span
    first = document.blocks[0].span.start == start
    return first or any(fact.field == "title" and start <= fact.span.start <= end for fact in document.facts)


# --- what it says -----------------------------------------------------------------------------------------


def _read(
    unit: _Unit, mentions: Sequence[Mention], cues: Sequence[Cue], employers: Collection[str]
) -> Iterator[Candidate]:
    used = read_usage(unit.text, mentions, cues, unit.place)
    reasons = _reasons(unit, mentions, cues, used, employers) if mentions else []
    kept = []
    for mention, reason in zip(mentions, reasons, strict=True):
        if reason:
            yield _candidate(unit, mention, "mentioned", refused=reason)
        else:
            kept.append(mention)
    if kept:
        needs = _needs(unit, kept, cues)
        for mention, need, others in zip(kept, needs, read_alternatives(unit.text, kept), strict=True):
            yield _candidate(unit, mention, need, others)


def _needs(unit: _Unit, mentions: Sequence[Mention], cues: Sequence[Cue]) -> list[Need]:
    """How much each mention is wanted: what the section says, and the words around it."""
    section = unit.place.section
    base = _BASE.get(section, "mentioned")
    asks = unit.asks and section in _ASKING and not unit.title
    telling = [cue for cue in cues if cue.start >= unit.said]
    if not telling:
        return [base] * len(mentions)
    return read_needs(unit.text, [(mention.start, mention.end) for mention in mentions], telling, base, asks)


def _refused(unit: _Unit, mentions: Sequence[Mention]) -> Iterator[Candidate]:
    for mention in mentions:
        if not mention.needs:
            yield _candidate(unit, mention, "mentioned", refused=_SILENT[unit.place.section])


def _candidate(
    unit: _Unit, mention: Mention, need: Need, others: Collection[str] = (), refused: str = ""
) -> Candidate:
    begin, place = unit.start, unit.place
    start, end, name, category, *_ = mention
    skill = Skill(name, category, need, sorted(others) if others else [])
    rule = "skills.listed" if place.listing else f"skills.{place.section}"
    standing: Standing = "stated" if place.block == "fact" else "pattern"
    return Candidate("skills", skill, (Span(begin + start, begin + end),), rule, standing, refused)


# --- why it is none ---------------------------------------------------------------------------------------


def _reasons(
    unit: _Unit, mentions: Sequence[Mention], cues: Sequence[Cue], used: Sequence[bool], employers: Collection[str]
) -> list[str]:
    """For each mention why it is no skill of the job; empty where it is one."""
    text, section, kinds = unit.text, unit.place.section, {cue.kind for cue in cues}
    addressed = "@" in text or "://" in text or "www." in text or "#LI-" in text
    certified = "Certified " in text
    others = section not in _BASE and ("others" in kinds or "use" in kinds)
    boasted = "boast" in kinds
    meeting = section not in _PLACES_OF_WORK and (section in _MEETING or "channel" in kinds)
    channels = _channels() if meeting or "address" in kinds else frozenset()
    reasons = []
    for mention, is_used in zip(mentions, used, strict=True):
        start, end, name, category, *_ = mention
        if name in employers:
            reason = "the company's own name"
        elif not is_used:
            reason = "no sign that a skill is meant"
        elif addressed and _in_address(text, start, end):
            reason = "part of an address"
        elif category in _FIELDS_OF_STUDY and (why := _reason_of_field(unit, mention, cues, kinds)):
            reason = why
        elif end - start == _CURRENCY and _AMOUNT.match(text, end):
            reason = "an amount of money"
        elif certified and text.endswith("Certified ", 0, start) and text[end : end + 2].strip().isupper():
            reason = "the name of a certificate"
        elif name in channels:
            reason = "a place to apply, meet or follow"
        elif (others and names_others(text, cues, start)) or (
            boasted and category not in _FIELDS_OF_STUDY and is_boasted(text, cues, start)
        ):
            reason = "another company"
        else:
            reason = ""
        reasons.append(reason)
    return reasons


def _reason_of_field(unit: _Unit, mention: Mention, cues: Sequence[Cue], kinds: set[str]) -> str:
    """Why the name of a field or a way of work is none; empty where it is one."""
    text, end, section = unit.text, mention.end, unit.place.section
    if unit.title:
        return "part of the job's own title"
    if _LEGAL in text:
        return _SILENT["legal"]
    if section == "company" and (
        (mention.needs and mention.category != "method")
        or last_before(text, cues, mention.start, ("offer",)) >= 0
        or _PRODUCT.match(text, end)
    ):
        return "what the company does"
    if section not in _BASE and _GROUP.match(text, end):
        return "the name of a team, a role or a line of business"
    if _TITLED.match(text, end):
        return "the name of a policy"
    if "degree" in kinds and last_before(text, cues, mention.start, ("degree",)) > last_before(text, cues, mention.start, ("ask",)):
        return "a field of study"
    return ""


_LEGAL = "conditions of employment"
"""What a statement says that bars no one from `recruiting, hiring, training`, wherever it stands."""

_PRODUCT = lazy(r"\s(?:products?|platforms?|solutions?|software|services|tools?)\b", re.IGNORECASE)
_CURRENCY, _AMOUNT = 3, lazy(r"\s?\$?\d{1,3}[,. ]?\d{3}\b|\s?\$")
"""Letters of a currency's code, and what follows one: `CAD 120,000` is no drawing."""

_GROUP = lazy(
    r"\)?(?:/[a-z]{2,15})?\s(?:teams?|departments?|groups?|organi[sz]ations?|squads?|compan(?:y|ies)|start-?ups?|industry|space|firms?|"
    r"agency|(?-i:Representative|Manager|Director|Specialist|Executive|Coordinator|Scientist|Consultant|Engineer)s?|"
    r"agencies|markets?|providers?|vendors?|tribe|chapter|leaders?)\b|-Teams?\b",
    re.IGNORECASE,
)
"""What makes the name of a field the name of people who work in it."""

_TITLED = lazy(r"\s?(?:/\s?(?:\w{1,20}\s){0,2})?(?:\w{1,20}\s)?Polic(?:y|ies)\b|\sTraining\b")
"""What makes the name of a field the name of a rule that everybody there must follow."""

_LONGEST_ADDRESS = 300


def _in_address(text: str, start: int, end: int) -> bool:
    """Whether a name stands inside a link, an e-mail address or a recruiter's tracking code (`#LI-AB1`)."""
    low, high = max(0, start - _LONGEST_ADDRESS), end + _LONGEST_ADDRESS
    first = max(text.rfind(sign, low, start) for sign in " (<") + 1 or low
    last = text.find(" ", end, high)
    token = text[first : last if last >= 0 else high]
    tracked = token.startswith("#LI-")
    return tracked or "://" in token or "www." in token or ("@" in token and "." in token.partition("@")[2])


@cache
def _channels() -> frozenset[str]:
    return frozenset(read_lists("channels.txt")["channels"])
