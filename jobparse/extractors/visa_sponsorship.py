"""Whether the employer sponsors a visa: offered, refused, or not said. Phrases in vocab/visa.txt.

Each sentence is judged by itself: what refuses, before what hedges, before what offers. Silence is no refusal.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..vocab.phrases import Phrases, Sheet, phrases

FIELDS = ("visa_sponsorship",)
TRIGGERS = (
    "visa", "sponsor", "h1b", "h-1b", "h1-b", "work permit", "visum", "arbeitserlaubnis", "parrainage", "permis de travail",
    "visado", "permiso de trabajo", "patroc", "visto", "签证", "簽證", "工签", "工簽",
)  # fmt: skip

_CLAUSE = lazy(
    r"(?<!\bU\.S)(?<!\be\.g)(?<!\bi\.e)[.!?;](?=\s|$|<)|\s?[|•·](?=\s|$)"
    r"|\b(?:but|however|although|aber|mais|pero|mas)\b"
)
_ITEM_MARKS = lazy(r"^[\W_]{0,12}|[\W_]{0,6}$")
_LONGEST_ITEM = 70
"""Characters of a list item that is nothing but the name of a benefit."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """What keys state, then every clause that speaks of sponsoring."""
    for fact in document.facts_of("visa"):
        yield from _of_fact(fact)
    for line in lines:
        text = _phrases().on(line.text).take("not about visas")[1].text
        for start, end in _clauses(text):
            yield from _of_clause(line, text, start, end)


def _of_fact(fact: Fact) -> Iterator[Candidate]:
    """`visa_sponsorship: true`, `Visa sponsorship: not available`."""
    value = fact.value.strip(" .").lower()
    first = _CLAUSE.search(value)
    value = value[: first.start()].strip() if first and first.start() > 3 else value  # `We do! However, …`
    rule = "visa_sponsorship.key"
    labelled, bare = _phrases().on(f"visa sponsorship: {value}"), _phrases().on(value)
    if labelled.search("refused") or bare.search("refused"):
        yield Candidate("visa_sponsorship", False, (fact.span,), rule, "stated")
    elif labelled.search("offered") or bare.search("offered"):
        yield Candidate("visa_sponsorship", True, (fact.span,), rule, "stated")
    elif value in ("false", "0"):
        yield Candidate("visa_sponsorship", False, (fact.span,), rule, "stated")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each clause, its closing mark included."""
    start = 0
    for match in _CLAUSE.finditer(text):
        if match.end() > start:
            yield start, match.end()
        start = match.start() if match[0].isalpha() else match.end()
    if start < len(text):
        yield start, len(text)


def _of_clause(line: Line, text: str, start: int, end: int) -> Iterator[Candidate]:
    clause = text[start:end]
    sheet = _phrases().on(clause)
    if _NOT_ASKED.search(clause):
        return
    hedge = sheet.search("hedged")
    refusal = sheet.search("refused")
    if refusal and _NOT_EVERY.match(clause, refusal.end()):
        return
    if refusal and not _hedges(hedge, clause):
        yield _candidate(line, start, refusal, False, "refused", _doubt(line, clause))
        return
    offer = sheet.search("offered") or _item(line, clause, sheet)
    if offer:
        doubt = _doubt(line, clause) or ("no clear word: " + repr(hedge[0]) if hedge else "")
        if not doubt and _NEGATED.search(clause[: offer.start()]):
            doubt = "negated"
        if not doubt and _SKILL.search(clause[: offer.end()]):
            doubt = "a task or a skill"
        yield _candidate(line, start, offer, True, "offered", doubt)


_NOT_EVERY = lazy(r"\s(?:for|in)\s(?:each\sand\s)?every\s(?:role|position|candidate|case|job)", re.IGNORECASE)
"""What is not done for every role is done for some: `we aren't able to sponsor visas for every role`."""
_SKILL = lazy(
    r"\b(?:experience|knowledge|familiar\w{0,5}|expertise|understanding|responsible|manag(?:e|ing)|prepar(?:e|ing)|clients?|customers?)\b",
    re.IGNORECASE,
)
"""Whose work visas are, speaks of them as well."""
_NOT_ASKED = lazy(
    r"\b(?:do|does|will)(?:\snot|n't)\s(?:require|need|expect)\s(?:you|candidates|applicants)\sto\b", re.IGNORECASE
)
"""'We do not require you to have a visa' refuses nothing."""
_NEGATED = lazy(
    r"\b(?:not|no|cannot|unable|without|never|nor|n't|nicht|kein\w{0,2}|sans|aucune?|pas|sin|não|sem)\b", re.IGNORECASE
)


def _hedges(hedge: re.Match[str] | None, clause: str) -> bool:
    """Whether a hedge takes a refusal's force ('if you do not require …'); 'do not apply if you need …' keeps it."""
    if hedge is None:
        return False
    open_end = re.match(r"(?:with or|depending|evaluat|not|certain|some)", hedge[0], re.IGNORECASE)
    return bool(open_end) or clause.rstrip().endswith("?")


def _doubt(line: Line, clause: str) -> str:
    if clause.rstrip().endswith("?") and "\0" not in clause:
        return "a question"
    return "said of other things" if line.block == "code" else ""


def _item(line: Line, clause: str, sheet: Sheet) -> re.Match[str] | None:
    """A benefit that is the whole of a list item or of a part between bars: `Visa support and relocation`."""
    bare = _ITEM_MARKS.sub("", clause)
    if len(bare) > _LONGEST_ITEM or line.section in ("requirements", "nice_to_have", "legal"):
        return None
    match = sheet.search("perk item")
    whole = match is not None and len(match[0]) >= len(bare) - 2 and " " in match[0]
    return match if whole and (line.block == "item" or len(clause) < len(line.text)) else None


def _candidate(line: Line, start: int, match: re.Match[str], value: bool, rule: str, refused: str) -> Candidate:
    span: Span = line.span(start + match.start(), start + match.end())
    return Candidate("visa_sponsorship", value, (span,), f"visa_sponsorship.{rule}", "pattern", refused)


@cache
def _phrases() -> Phrases:
    return phrases("visa")
