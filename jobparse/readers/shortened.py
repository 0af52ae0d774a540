"""Names that a list shares a word with: `unit, regression and usability testing`, `testing (unit, smoke)`."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy

_SHARED = lazy(
    r"\s(?:testing|tests|test(?=\s(?:case|plan|suite|automation|script|coverage|strateg|engineer)))\b"
)
"""The word that the members share."""

_OPENING = lazy(
    r"\s(?:testing|tests)(?:\s(?:methodologies|methods|types|techniques|approaches|strategies|levels|phases))?"
    r"(?:\s?\((?:(?:e\.g\.|i\.e\.|such as|including|like)[,:]?\s)?|\s(?:such as|including|like)\s)",
    re.IGNORECASE,
)
"""The word with the beginning of a list of kinds behind it."""

_PARTED = lazy(
    r"\b(?P<word>pruebas|tests|testes)\s[^\W\d_]{4,20}(?:,\s[^\W\d_]{4,20}){0,2}\s(?:y|e|et)\s(?P<kind>(?:de\s|d')[^\W\d_]{4,20})",
    re.IGNORECASE,
)
"""The word before its kinds: `pruebas unitarias y de integración`."""

_TAUGHT = lazy(
    r"\b(?P<kind>(?:un|self[-\s]|semi[-\s])?supervised)(?=(?:\s?[,/&]\s?(?:(?:and|or)\s)?|\s(?:and|or)\s)"
    r"(?:(?:un|self[-\s]|semi[-\s])?supervised|reinforcement)\b"
    r"[^.;:]{0,40}?\s(?:learning|models?|modell?ing|techniques|algorithms|methods)\b)",
    re.IGNORECASE,
)
"""The kind of learning before another that says so: `supervised and unsupervised learning`."""

_KINDS_TAUGHT = lazy(
    r"\b(?:learning|models?|ML|techniques|algorithms|methods)\s?[(:]\s?(?:both\s)?"
    r"(?P<first>(?:un)?supervised)(?:\s?[,/&]\s?|,?\s(?:and|or)\s)(?P<second>(?:un|semi-?)?supervised)\b",
    re.IGNORECASE,
)
"""Two kinds behind the word: `machine learning (supervised and unsupervised)`."""

_SERVICES = lazy(
    r"\b(?P<kind>incident|problem|change|release)(?=(?:\s?[,/&]\s?(?:(?:and|or)\s)?|\s(?:and|or)\s)"
    r"(?:(?:incident|problem|change|release|request|configuration|asset|service\slevel|capacity)"
    r"(?:\s?[,/&]\s?(?:(?:and|or)\s)?|\s(?:and|or|processes\s(?:and|or))\s)){0,5}"
    r"(?:incident|problem|change|release|request|configuration)\smanagement\b)",
    re.IGNORECASE,
)
"""What is managed where services are: `incident, problem and change management`."""

_PARADIGMS = lazy(
    r"\b(?P<kind>functional|object[-\s]oriented|procedural|reactive)(?=\s?(?:[,/&]|and\b|or\b|and/or\b)\s?"
    r"(?:(?:and|or)\s)?(?:functional|object[-\s]oriented|procedural|reactive|OO)\s(?:programming|coding)\b)",
    re.IGNORECASE,
)
"""A way to program before another: `functional and object-oriented programming`."""

_BESIDE_TEAMS = r"(?:Zoom|Slack|Web[Ee]x|Skype|Share[Pp]oint|Outlook|PowerPoint|Excel|OneNote|OneDrive|Intune)"
_TEAMS = lazy(
    rf"\b{_BESIDE_TEAMS}(?:,\s(?:(?:and|or)\s)?|\s?/\s?|\s(?:and|or|&)\s)(?P<behind>Teams)(?=[,.;:)/]|$|\s(?:and|or|&)\s)"
    rf"|(?:^|[,/(:-]\s?|\b(?:with|using|of|in)\s)(?P<before>Teams)(?=(?:,\s(?:(?:and|or)\s)?|\s?/\s?|\s(?:and|or|&)\s){_BESIDE_TEAMS}\b)"
)
"""Teams beside other programs of an office: `Zoom, Teams and Slack`."""

_THERAPY = lazy(r"\bCBT\b[^.;:]{0,40}?\b(?P<behind>DBT)\b|\b(?P<before>DBT)\b[^.;:]{0,40}?\bCBT\b")
"""Letters of a therapy beside another's, which elsewhere are those of a tool: `CBT and DBT`."""

_OFFICE = lazy(
    r"\bGoogle\s(?:Docs|Sheets|Slides|Drive|Ads|AdWords|Analytics|Tag\sManager|Search\sConsole)(?:\s?[,/&]\s?(?:and\s)?|\sand\s)"
    r"|\bG(?:oogle\s(?:Workspace|Suite|Apps)|\sSuite)\s?(?:\((?:e\.g\.,?\s)?|:\s|\s(?:including|such as|like)\s)"
)
"""The first of Google's programs, behind which the others stand without its name: `Google Docs, Sheets and Slides`."""

_OFFICE_NAMES = frozenset(
    {"Docs", "Sheets", "Slides", "Drive", "Forms", "Calendar", "Meet", "Ads", "Analytics", "Tag Manager", "Search Console"}
)

_CLOSING = lazy(r"[).;:!?]|$")

_BETWEEN = lazy(r"\s?[,/&]\s?(?:(?:and|or)\s)?|\s(?:and|or|und|et|y|e)\s")
"""What stands between two members."""

_WORD = lazy(r"[^\W\d_][\w-]{1,20}")

_BEFORE = 140
"""Letters before the shared word, or behind it, in which its list is looked for."""

_LETTERS = (
    " test", "upervised", "pruebas ", "Pruebas ", "Google ", "G Suite", "ncident", "DBT", "Teams",
    "unctional p", "unctional or", "unctional and", "unctional/",
)
"""Of which one stands in a text that holds such a list."""

_MOST_WORDS = 2
"""Words of a member; of one that has more, which can only be the first, the last ones count."""


def is_shortened(text: str) -> bool:
    """Whether a text may hold such a list: it mostly does not."""
    return any(letters in text for letters in _LETTERS)


def read_shortened(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each member but the last, and the member with the shared word: `regression testing`.

    Of a member of two words also the last alone (`Write unit`: `Write unit testing`, `unit testing`); of a list
    behind the word each member.
    """
    for shared in _SHARED.finditer(text):
        for start, end in _members(text, shared.start()):
            words = list(_WORD.finditer(text, start, end))[-_MOST_WORDS:]
            for word in words:
                yield word.start(), end, f"{text[word.start() : end]} testing"
    for opening in _OPENING.finditer(text):
        for start, end in _kinds(text, opening.end()):
            yield start, end, f"{text[start:end]} testing"
    for parted in _PARTED.finditer(text):
        yield *parted.span("kind"), f"{parted['word']} {parted['kind']}"
    for taught in _where(text, "upervised", _TAUGHT):
        yield *taught.span("kind"), f"{taught['kind']} learning"
    for served in _where(text, "anagement", _SERVICES):
        yield *served.span("kind"), f"{served['kind']} management"
    for way in _where(text, "nctional", _PARADIGMS):
        yield *way.span("kind"), f"{way['kind']} programming"
    for therapy in _where(text, "DBT", _THERAPY):
        yield *therapy.span(therapy.lastgroup or 0), "Dialectical behavior therapy"
    for teams in _where(text, "Teams", _TEAMS):
        yield *teams.span(teams.lastgroup or 0), "Microsoft Teams"
    for first in _where(text, "G", _OFFICE):
        for start, end in _kinds(text, first.end()):
            if text[start:end] in _OFFICE_NAMES:
                yield start, end, f"Google {text[start:end]}"
    for pair in _where(text, "upervised", _KINDS_TAUGHT):
        for member in ("first", "second"):
            yield *pair.span(member), f"{pair[member]} learning"


def _where(text: str, letters: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a text that holds some letters of it: most texts hold those of one list only."""
    return pattern.finditer(text) if letters in text else iter(())


def _members(text: str, end: int) -> list[tuple[int, int]]:
    """Start and end of the members before the last, in order."""
    begin = max(0, end - _BEFORE)
    between = list(_BETWEEN.finditer(text, begin, end))
    found: list[tuple[int, int]] = []
    stop = end
    for at in range(len(between) - 1, -1, -1):
        if len(text[between[at].end() : stop].split()) not in (1, _MOST_WORDS):
            break
        stop = between[at].start()
        found.append((between[at - 1].end() if at else begin, stop))
    last = text[between[-1].end() : end].strip() if between else ""
    if len(found) == 1 and between[-1][0].strip() == "," and (" " in last or last.endswith("ing")):
        return []  # two clauses rather than two members: `bugs in software, writing test cases`
    return found[::-1]


def _kinds(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Start and end of the members of a list that begins at `start` and ends with its bracket or sentence."""
    closing = _CLOSING.search(text, start, start + _BEFORE)
    stop = closing.start() if closing else start
    for between in [*_BETWEEN.finditer(text, start, stop), None]:
        end = between.start() if between else stop
        words = list(_WORD.finditer(text, start, end))
        if words and len(words) <= _MOST_WORDS:
            yield words[0].start(), words[-1].end()
        start = between.end() if between else stop
