"""Named hard skills, each with how much it is wanted and what may stand in its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from ..candidates import Candidate, Standing
from ..document import Document, Line, Name, Span
from ..patterns import lazy
from ..readers.alternatives import read_alternatives
from ..readers.lexicon import Cue, last_before, lexicon
from ..readers.mentions import Mention
from ..readers.need import read_needs
from ..readers.other_companies import is_boasted, is_quoted, names_others
from ..readers.own_products import read_employers
from ..readers.shortened import is_shortened, read_shortened
from ..readers.skill_neighbours import is_meant_otherwise
from ..readers.skill_units import BASE, Unit, read_units
from ..readers.skill_usage import read_usage
from ..record import Need, Skill
from ..vocab import skills
from ..vocab.lists import read_lists

FIELDS: tuple[str, ...] = ("skills",)
TRIGGERS: tuple[str, ...] = ()

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

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are dozens of names in a post."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate for each mention of a skill, and refused ones for names that are meant otherwise."""
    vocabulary = skills.current()
    cues = lexicon("skill_cues.txt")
    sure = {skill for skill, _, needs in document.names if not needs}
    employing = read_employers(document.view, document.names)
    employers = {skill for skill in employing if vocabulary.kind(skill).category not in _FIELDS_OF_STUDY}
    for unit, names in read_units(document):
        mentions = [_mention(vocabulary, unit.start, name, sure) for name in names]
        if unit.place.section in _SILENT:
            yield from _refused(unit, mentions)
            continue
        listing = unit.place.listing
        if listing or is_shortened(unit.text):
            more = sorted([*_shortened(vocabulary, unit, mentions), *_labels(vocabulary, unit, mentions)])
            mentions = sorted([*_apart(mentions, more), *more]) if more else mentions
        plain = listing or _is_plain(unit, mentions)
        yield from _read(unit, mentions, [] if plain else cues.find(unit.text), employers)


def _is_plain(unit: Unit, mentions: Sequence[Mention]) -> bool:
    """Whether a task only mentions what needs no sign: then no phrase around it can change anything."""
    if unit.place.section not in _TASKS or any(mention.needs for mention in mentions):
        return False
    lowered = unit.text.lower()
    return not any(stem in lowered for stem in _WEIGHING) and not unit.asking


_TASKS = frozenset({"responsibilities", "process", "location", "contact"})
_WEIGHING = (
    "requir", "must", "prefer", "plus", "bonus", "nice", "desir", "ideal", "customer", "compan", "client", "partner", "profile",
)
"""Letters without which a task says nothing of how much a skill is wanted, or of others."""


def _mention(vocabulary: skills.Vocabulary, begin: int, name: Name, sure: set[str]) -> Mention:
    """A name in the text that begins at `begin`.

    `sure`: names that the post holds beyond doubt; one of the skill's families among them backs it.
    """
    skill, (start, end), needs = name
    category, families = vocabulary.kind(skill)
    if not needs:
        return _new(Mention, (start - begin, end - begin, skill, category, "", False, ()))
    return Mention(start - begin, end - begin, skill, category, needs, not sure.isdisjoint(families), families)


def _apart(mentions: Sequence[Mention], more: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions but for doubtful ones that a surer name covers: `regression` among kinds of testing."""
    for mention in mentions:
        if not mention.needs or not _within(more, mention.start, mention.end):
            yield mention


def _within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the mentions, which stand in order and apart, that share letters with a stretch."""
    first = bisect_right(mentions, start, key=lambda mention: mention.end)
    return mentions[first : bisect_left(mentions, end, lo=first, key=lambda mention: mention.start)]


def _shortened(vocabulary: skills.Vocabulary, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Kinds of testing that a list names without the word: `unit, regression and usability testing`."""
    free = 0
    for start, end, name in sorted(read_shortened(unit.text)):
        skill = vocabulary.named(name)
        taken = start < free or any(not known.needs for known in _within(mentions, start, end))
        if skill and not taken:
            free = end
            yield Mention(start, end, skill, vocabulary.kind(skill).category, "")


def _labels(vocabulary: skills.Vocabulary, unit: Unit, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Labels of the post that are names in another case than in running text: `go`, `r`."""
    if not unit.place.listing:
        return
    for label in _LABEL.finditer(unit.text):
        start, end = label.span()
        if _within(mentions, start, end):
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


# --- what it says -----------------------------------------------------------------------------------------


def _read(
    unit: Unit, mentions: Sequence[Mention], cues: Sequence[Cue], employers: Collection[str]
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


def _needs(unit: Unit, mentions: Sequence[Mention], cues: Sequence[Cue]) -> list[Need]:
    """How much each mention is wanted: what the section says, and the words around it."""
    section = unit.place.section
    base = BASE.get(section, "mentioned")
    asks = unit.asks and not unit.title and (section in _ASKING or (section == "responsibilities" and unit.asking))
    telling = [cue for cue in cues if cue.start >= unit.said]
    if not telling:
        return [base] * len(mentions)
    return read_needs(unit.text, [(mention.start, mention.end) for mention in mentions], telling, base, asks)


def _refused(unit: Unit, mentions: Sequence[Mention]) -> Iterator[Candidate]:
    for mention in mentions:
        if not mention.needs:
            yield _candidate(unit, mention, "mentioned", refused=_SILENT[unit.place.section])


def _candidate(
    unit: Unit, mention: Mention, need: Need, others: Collection[str] = (), refused: str = ""
) -> Candidate:
    begin, place = unit.start, unit.place
    start, end, name, category, *_ = mention
    skill = Skill(name, category, need, sorted(others) if others else [])
    rule = "skills.listed" if place.listing else f"skills.{place.section}"
    standing: Standing = "stated" if place.block == "fact" else "pattern"
    return _new(Candidate, ("skills", skill, (_new(Span, (begin + start, begin + end)),), rule, standing, refused))


# --- why it is none ---------------------------------------------------------------------------------------


def _reasons(
    unit: Unit, mentions: Sequence[Mention], cues: Sequence[Cue], used: Sequence[bool], employers: Collection[str]
) -> list[str]:
    """For each mention why it is no skill of the job; empty where it is one."""
    text, section, kinds = unit.text, unit.place.section, {cue.kind for cue in cues}
    addressed = "@" in text or "://" in text or "www." in text or "#LI-" in text
    certified = "Certified " in text
    others = section not in BASE and ("others" in kinds or "use" in kinds)
    boasted = "boast" in kinds
    meeting = section not in _PLACES_OF_WORK and (section in _MEETING or "channel" in kinds)
    channels = _channels() if meeting or "address" in kinds else frozenset()
    reasons = []
    for at, (mention, is_used) in enumerate(zip(mentions, used, strict=True)):
        start, end, name, category, *_ = mention
        if name in employers:
            reason = "the company's own name"
        elif not is_used:
            reason = "no sign that a skill is meant"
        elif not unit.place.listing and is_meant_otherwise(text, mentions, at):
            reason = "meant otherwise beside its neighbour"
        elif text[max(0, start - 3) : start] == "No " and _ALONE.match(text, end):
            reason = "said not to be wanted"
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
        ) or is_quoted(text, start, end):
            reason = "another company"
        else:
            reason = ""
        reasons.append(reason)
    return reasons


def _reason_of_field(unit: Unit, mention: Mention, cues: Sequence[Cue], kinds: set[str]) -> str:
    """Why the name of a field or a way of work is none; empty where it is one."""
    text, end, section = unit.text, mention.end, unit.place.section
    if unit.title:
        return "part of the job's own title"
    if text.find(_LEGAL, max(0, mention.start - _STATEMENT), end + _STATEMENT) >= 0:
        return _SILENT["legal"]
    if section == "company" and (
        (mention.needs and mention.category != "method")
        or last_before(text, cues, mention.start, ("offer",)) >= 0
        or _PRODUCT.match(text, end)
    ):
        return "what the company does"
    if section not in BASE and _GROUP.match(text, end):
        return "the name of a team, a role or a line of business"
    following = text[end : end + _TITLE]
    if ("Polic" in following or "Training" in following) and _TITLED.match(text, end):
        return "the name of a policy"
    if "degree" in kinds and last_before(text, cues, mention.start, ("degree",)) > last_before(text, cues, mention.start, ("ask",)):
        return "a field of study"
    return ""


_ALONE = lazy(r"(?:-specific)?\s?(?:[.;!]|,\s(?:no\b|just\b|only\b|[A-Z])|$|\banything\b)|-specific\s")
"""What follows a name in `No Kubernetes.`: nothing that it could speak of, as in `No Java experience needed`."""

_LEGAL = "conditions of employment"
"""What a statement says that bars no one from `recruiting, hiring, training`, wherever it stands."""
_STATEMENT = 1000
"""Letters of such a statement, on either side of a name."""

_PRODUCT = lazy(r"\s(?:products?|platforms?|solutions?|software|services|tools?|technology)\b", re.IGNORECASE)
_CURRENCY, _AMOUNT = 3, lazy(r"\s?\$?\d{1,3}[,. ]?\d{3}\b|\s?\$")
"""Letters of a currency's code, and what follows one: `CAD 120,000` is no drawing."""

_GROUP = lazy(
    r"\)?(?:/[a-z]{2,15})?\s(?:teams?|departments?|groups?|organi[sz]ations?|squads?|compan(?:y|ies)|start-?ups?|industry|space|firms?|businesses|"
    r"agency|(?-i:Representative|Manager|Director|Specialist|Executive|Coordinator|Scientist|Consultant|Engineer)s?|"
    r"agencies|markets?|providers?|vendors?|tribe|chapter|leaders?)\b|-Teams?\b",
    re.IGNORECASE,
)
"""What makes the name of a field the name of people who work in it."""

_TITLED = lazy(r"\s?(?:/\s?(?:\w{1,20}\s){0,2})?(?:\w{1,20}\s)?Polic(?:y|ies)\b|\sTraining\b")
"""What makes the name of a field the name of a rule that everybody there must follow."""
_TITLE = 80
"""Letters in which that stands."""

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
