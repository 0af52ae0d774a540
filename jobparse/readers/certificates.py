"""Certificates that a line names: from the vocabulary, from what one is certified in, from their shape."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.certifications import Form, forms, refusals
from ..vocab.lists import read_lists
from ..vocab.skills import normalise
from .driving import read_driving

_WORD = lazy(r"[^\W_]{1,40}")
_ANCHOR = lazy(
    r"""(?<!\w) (?: certifications? | certificates? | certified | certificaci[óo]n(?:es)?
                  | certifica(?:ção|ções) | zertifizierung(?:en)? | zertifikate? ) (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The word that makes a subject a certificate."""

_COMMA = r"(?:[ ]?(?:[,/;&|]|\b(?:and/or|and|or|und|oder|et|ou|y|o|e)\b)[ ]?)"
_BETWEEN = lazy(rf"\A[ ]?(?:\([^()]{{0,40}}\))?{_COMMA}{{1,3}}", re.IGNORECASE)
_JOINS = lazy(
    rf"\A[ ]?(?:methodology|methodologies|framework|cloud|platform)?{_COMMA}{{1,3}}(?:the[ ])?", re.IGNORECASE
)
_LEADS = lazy(
    r"""\A [ ]? (?: (?:in|with|like|on|as|en|em|im[ ]bereich) [ ] | (?:for|from)[ ](?:the[ ])? | [:(-][ ]? )?
             (?: e\.?g\.?,?[ ] | (?:such[ ]as|like|in|as) [ ] )?""",
    re.VERBOSE | re.IGNORECASE,
)
_SUBJECTS = 8
"""Subjects at most that one word of certifying governs on a side."""

_ACRONYM = lazy(
    r"""(?: ^ | [,(/] | \b(?:and|or)\b ) [ ]?
        (?P<name> [A-Z][A-Z+-]{2,6} ) (?= [ ]? (?: [,)/] | \b(?:and|or|etc)\b | $ ) )""",
    re.VERBOSE,
)
_SHAPED = lazy(
    r"""
    (?<!\w) (?: [A-Z][\w&+'.-]{1,20} [ ] ){0,3} Certified [ ]
    (?: [A-Z][\w&+'/.-]{0,20} [ ] (?: (?:of|and|in|for|&) [ ] )? ){0,5}
    (?: Professional | Manager | Specialist | Auditor | Engineer | Developer | Administrator | Architect
      | Associate | Accountant | Officer | Buyer | Analyst | Practitioner | Examiner | Technician | Assistant
      | Nurse | Consultant | Expert | Trainer | Planner | Advisor | Adviser | Instructor | Therapist
      | Counselor | Coach | Inspector | Operator | Master | Designer | Executive | Aide | Interpreter
      | Translator
      | Appraiser | Technologist | Tester | Implementer | Marketer )s? \b
    """,
    re.VERBOSE,
)
_PAPER = lazy(
    r"""
    (?<!\w) (?i:valid|current|active|hold|possess|unrestricted) [ ] (?:an?[ ])?
    (?: (?:valid|current|active) [ ] )?
    (?P<name> (?: [A-Z][\w&+'.-]{0,20} [ ] (?: (?:of|and|&) [ ] )? ){1,5}
      (?: [Ll]icen[cs]e | [Cc]ertificate | [Cc]ertification | [Cc]redential | [Pp]ermit | Card ) ) \b
    """,
    re.VERBOSE,
)
_PAPERS = ("licen", "certif", "credential", "permit", "card")
"""Literals without which `_PAPER` cannot match."""

_IDLE = lazy(
    r"(?:(?:A|An|The|As|Or|And|Be|Is|Any|Current|Valid|Active|Must|Preferred|Required|Hold|Possess)[ ]){1,4}"
)


class Certificate(NamedTuple):
    """A certificate named in a line: its canonical name, where it stands, how it was found."""

    name: str
    start: int
    end: int
    kind: str  # `name`, `driving`, `subject`, `list`, `paper` or `shape`: also the order of trust
    doubtful: bool = False  # counts only where words around it speak of certificates


_KINDS = ("name", "driving", "subject", "list", "paper", "shape")


def read_certificates(text: str) -> list[Certificate]:
    """The certificates of a line in order; of those that overlap the surer, then the longer one."""
    key = normalise(text)
    found = [
        Certificate(form.name, start, end, "name", form.doubtful)
        for form, start, end in _named(text, key, "certificate")
    ]
    found += [Certificate(*licence, "driving") for licence in read_driving(text)]
    if "certif" in key or "zertif" in key:
        found += _subjects(text, key)
        found += _listed(text, found)
        found += [Certificate(_bare(m[0]), *m.span(), "shape") for m in _SHAPED.finditer(text)]
    if any(paper in key for paper in _PAPERS):
        found += [Certificate(_bare(m["name"]), *m.span("name"), "paper") for m in _PAPER.finditer(text)]
    return _trusted(text, _apart(found))


def _apart(found: list[Certificate]) -> list[Certificate]:
    kept: list[Certificate] = []
    for one in sorted(found, key=lambda c: (_KINDS.index(c.kind), c.start - c.end)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda c: c.start)


def _trusted(text: str, found: list[Certificate]) -> list[Certificate]:
    """A doubtful name beside a sure one in a list is sure too."""
    sure = [one for one in found if not one.doubtful]
    return [one._replace(doubtful=one.doubtful and not _in_list(text, one, sure)) for one in found]


def _in_list(text: str, one: Certificate, others: list[Certificate]) -> bool:
    return any(_beside(text, *sorted((one, other), key=lambda c: c.start)) for other in others)


def _beside(text: str, first: Certificate, second: Certificate) -> bool:
    """Whether nothing but a comma, a slash or an 'or' parts two names."""
    return first.end <= second.start and _BETWEEN.fullmatch(text[first.end : second.start]) is not None


# --- names of the vocabulary --------------------------------------------------------------------------------


def _named(text: str, key: str, heading: str) -> Iterator[tuple[Form, int, int]]:
    """The vocabulary's names in a line, the longest at each place, none inside a refused phrase."""
    table, after = _by_word(heading), 0
    for word in _WORD.finditer(key):
        for name, offset, form in table.get(word[0], ()) if word.start() >= after else ():
            start = word.start() - offset
            end = start + len(name)
            if start < after or not key.startswith(name, start) or not _whole(key, start, end):
                continue
            if form is None or not form.exact or text[start:end].replace("-", " ") == form.exact:
                after = end
                if form is not None:
                    yield form, start, end
                break


def _whole(key: str, start: int, end: int) -> bool:
    """Whether a name stands as a word of its own; a plural `s` may follow."""
    if start and key[start - 1].isalnum() and key[start].isalnum():
        return False
    if key[end - 1].isalnum() and key[end : end + 1] == "s":
        end += 1
    return not key[end : end + 1].isalnum()


@cache
def _by_word(heading: str) -> dict[str, list[tuple[str, int, Form | None]]]:
    """First word → names that begin with it and its offset in them, the longest first; `None` refuses."""
    known: dict[str, Form | None] = dict(forms(heading))
    if heading == "certificate":
        known.update(dict.fromkeys(refusals()))
    found: dict[str, list[tuple[str, int, Form | None]]] = {}
    for name in sorted(known, key=len, reverse=True):
        first = _WORD.search(name)
        if first:
            found.setdefault(first[0], []).append((name, first.start(), known[name]))
    return found


# --- what one is certified in -------------------------------------------------------------------------------


def _subjects(text: str, key: str) -> Iterator[Certificate]:
    """Subjects that a word of certifying governs: 'AWS or Azure certification', 'certified in Scrum'."""
    found = list(_named(text, key, "subject"))
    for anchor in _ANCHOR.finditer(text):
        before = [one for one in found if one[2] <= anchor.start()][-_SUBJECTS:]
        after = [one for one in found if one[1] >= anchor.end()][:_SUBJECTS]
        governed = list(_before(text, anchor.start(), before)) or list(_after(text, anchor.end(), after))
        for form, start, end in governed:
            yield Certificate(f"{form.name} certification", start, end, "subject")


def _before(text: str, at: int, found: list[tuple[Form, int, int]]) -> Iterator[tuple[Form, int, int]]:
    """The list of subjects that ends at a word of certifying."""
    joined = _fills()
    for form, start, end in reversed(found):
        if not joined.fullmatch(text[end:at]):
            return
        yield form, start, end
        at, joined = start, _JOINS


def _after(text: str, at: int, found: list[tuple[Form, int, int]]) -> Iterator[tuple[Form, int, int]]:
    """The list of subjects that follows a word of certifying."""
    joined = _LEADS
    for form, start, end in found:
        if not joined.fullmatch(text[at:start]):
            return
        yield form, start, end
        at, joined = end, _JOINS


@cache
def _fills() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_lists("certification_words.txt")["fills"]))
    return lazy(rf"\A[ -]?(?:(?:{words})[ ])?", re.IGNORECASE)


def _listed(text: str, found: list[Certificate]) -> list[Certificate]:
    """Capitals in a list beside a known certificate: 'GSEC, GCIH, NCSF'."""
    sure = [one for one in found if one.kind == "name" and not one.doubtful]
    more = [Certificate(m["name"], *m.span("name"), "list") for m in _ACRONYM.finditer(text)] if sure else []
    return [one for one in more if _in_list(text, one, sure)]


def _bare(name: str) -> str:
    """A name without the words that only lead to it."""
    idle = _IDLE.match(name)
    return name[idle.end() :] if idle else name
