"""Places that whole phrases announce, in running text: `the pay range for this position in Dayton`, `in the Dayton, OH area`."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists
from .clauses import sentence_around

_JOB = r"(?:position|role|job|opportunity)"
_TOWN = r"(?:[A-Z][\w.'’-]{1,20}[ ]){0,2}[A-Z][\w.'’-]{1,20},[ ](?:[A-Z]{2}|[A-Z][a-z]{3,12}(?:[ ][A-Z][a-z]{3,9})?)"

_BEFORE = (
    (
        "range for this ",
        lazy(rf"range[ ]for[ ]this[ ]{_JOB}(?:,?[ ](?:if[ ]|when[ ])?(?:based|located|performed))?[ ]in[ ](?:the[ ])?", re.IGNORECASE),
    ),
    ("distance ", lazy(r"commut(?:able|ing)[ ]distance[ ](?:of|from|to):?[ ](?:the[ ])?", re.IGNORECASE)),
    (" mile", lazy(r"within[ ](?:an?[ ])?\d{1,3}[ -]miles?(?:[ ]radius)?[ ](?:of|from):?[ ](?:the[ ]|downtown[ ])?", re.IGNORECASE)),
    ("commuting ", lazy(r"commuting[ ](?:primarily[ ])?to[ ](?:primarily[ ])?", re.IGNORECASE)),
    ("location -", lazy(r"^[^\w\n]{0,4}(?:(?:job|work)[ ])?location[ ][–-][ ]", re.IGNORECASE | re.MULTILINE)),
)
"""What stands right before a place, with a literal of it; the first tells of the job, whatever stands before it."""

_HIRES = ("hiring", "seeking", "looking", "recruiting")

_AROUND = (
    (" area", lazy(rf"\b[Ii]n[ ]the[ ](?:[Gg]reater[ ])?(?P<town>{_TOWN})[ ](?:[Mm]etro(?:politan)?[ ])?area\b")),
    *(
        (verb, lazy(rf"\bof[ ](?P<town>{_TOWN})[ ]is[ ](?:now[ ]|currently[ ]|actively[ ])?(?:hiring|seeking|looking|recruiting)\b"))
        for verb in _HIRES
    ),
    (
        "-based ",
        lazy(
            r"(?<![\w-])(?P<town>[A-Z][\w.'’]{2,20}(?:[ ][A-Z][\w.'’]{2,20}){0,2})-based[ ]"
            rf"(?:(?:remote|hybrid|on-?site|full-time|part-time|permanent|contract)[, ]{{1,2}}){{0,2}}{_JOB}\b"
        ),
    ),
    (
        "opening ",
        lazy(
            r"\bopening[ ](?:an?|our|its)[ ](?:[\w-]{1,20}[ ]){0,4}?"
            rf"(?i:dealership|store|location|office|restaurant|branch|clinic|plant|school)[ ]in[ ](?P<town>{_TOWN})"
        ),
    ),
)
"""What stands around a town with its state, with a literal of it."""

_WHEREVER = lazy(
    r"(?:d')?où (?:vous|tu) (?:voulez|souhaitez|veux|souhaites)|(?:de )?n['’]importe où"
    r"|(?:von )?wo (?:du|sie|ihr) (?:willst|möchtest|wollen|möchten|wollt)"
    r"|(?:desde |en )?donde (?:tú )?(?:quieras|prefieras)|de? ?onde (?:você )?(?:quiser|preferir)|da dove vuoi|waar je (?:maar )?wil"
    r"|wherever you (?:like|want|wish|are)|anywhere you (?:like|want|wish)",
    re.IGNORECASE,
)
"""A place of work that is the worker's choice: what it names besides is where somebody else is."""

_CHOICES = frozenset({"d'", "où", "de", "n'", "n’", "vo", "wo", "do", "on", "da", "wa", "wh", "an"})
"""How such a choice begins."""

_BUT_WITHIN = lazy(
    r"[ (–—-]{1,4}(?:(?:but|aber|mais|nur|only)[ ])?(?:in|within|inside|innerhalb|en|dans|dentro|na|no|em|nel|binnen)\b"
    r"|[^.;\n]{0,30}\b(?:only|nur)\b",
    re.IGNORECASE,
)
"""What follows where the choice has bounds: `anywhere you want in Germany`."""

_STREET = lazy(
    r"\d{1,6}[A-Z]?\s[^,\n\d]{2,40}\b(?:Ave(?:nue)?|St(?:reet)?|R(?:oa)?d|Boulevard|Blvd|Drive|Dr|Lane|Ln|Parkway|Pkwy|Highway|Hwy|Way|Court|Ct)"
    r"\.?(?:,?\s(?:Suite|Ste\.?|Unit|Floor|\#)\s?[\w-]{1,6})?"
)
"""What stands behind `Location:` where the town is told in the next line: `12 Oak Street, Suite 4`."""
_BELOW = lazy(r"[ \t]{0,9}\n\s{0,4}([A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{1,20}){0,3},\s?[A-Z]{2})[\s,]{1,3}\d{5}\b")

_OF_THE_JOB = lazy(r"\b(?:role|position|job|presence|based|desk)\b|\b[yY]ou(?:'ll|[ ]will)[ ](?:sit|join|report)\b")
_OTHERS = lazy(r"\b(?:client|customer|partner|supplier)", re.IGNORECASE)
_MOST_WORDS = 5
"""Words of an employer's name; more are a sentence below its label."""

_OF_A_JOB = lazy(
    r"\b(?:jobs?|positions?|roles?|opportunit\w{1,3}|openings?|work\w{0,3}|locat\w{2,3}|based|resid\w{1,3}|liv(?:e|ing)|seeking|hiring|looking"
    r"|candidates?|applicants?|offices?|must|need\w{0,2}|join|available)\b[^.!?\n]{0,100}$"
)
_OF_THE_FIRM = lazy(
    r"\b(?:we|our|i|has|have|since|grew|serv(?:e|es|ed|ing)|famil\w{1,3}|communit\w{1,3}|residents|homeowners)\b[^.!?\n]{0,100}$"
)
_BACK = 120
"""How far before `in the Dayton, OH area` its sentence tells whose area it is: not the job's in `we grew up in`."""

_REACH = 60


def find_place_statements(view: str, low: str, start: int = 0) -> Iterator[tuple[int, int, int, bool]]:
    """Where a phrase begins, the stretch that begins with its place, and whether words before may make it another's.

    `low` is the text in small letters.
    """
    for literal, pattern in _BEFORE:
        if literal in low:
            for match in _near(pattern, literal, view, low, start):
                stop = view.find("\n", match.end(), match.end() + _REACH)
                yield match.start(), match.end(), stop if stop >= 0 else min(len(view), match.end() + _REACH), literal != _BEFORE[0][0]
    for literal, pattern in _AROUND:
        if literal in low:
            for match in _near(pattern, literal, view, low, start):
                before = max(0, match.start() - _BACK), match.start()
                if literal != " area" or _OF_A_JOB.search(low, *before) or not _OF_THE_FIRM.search(low, *before):
                    yield match.start(), *match.span("town"), True


_WINDOW = 160
"""Letters before and behind a literal among which its phrase stands: a pattern over the whole text costs fifty times as much."""


def _near(pattern: re.Pattern[str], literal: str, view: str, low: str, start: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern around its literal."""
    done = start
    at = low.find(literal, start)
    while at >= 0:
        match = pattern.search(view, max(done, at - _WINDOW), at + _WINDOW)
        if match:
            yield match
            done = match.end()
        at = low.find(literal, max(at + 1, done - len(literal)))


_CITY_AND_STATE = lazy(
    r"^[ \t*]{0,4}City[ \t*:]{0,4}\n\s{0,12}(?P<city>[A-Z][\w.'’ -]{1,30}?)[ \t]{0,4}\n"
    r"\s{0,12}State[ \t*:]{0,4}\n\s{0,12}(?P<state>[A-Z][a-zA-Z]{1,13}(?:[ ][A-Z][a-z]{3,9})?)[ \t]{0,4}$",
    re.MULTILINE,
)


def find_city_and_state(view: str, low: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a city and a state stand, each below its name alone in a line."""
    for match in _CITY_AND_STATE.finditer(view) if "city" in low and "\nstate" in low else ():
        yield match.span("city"), match.span("state")


def leaves_choice(value: str) -> bool:
    """Whether a place is wherever the worker wants."""
    anywhere = _WHEREVER.match(value) if " " in value and value[:2].lower() in _CHOICES else None
    return anywhere is not None and _BUT_WITHIN.match(value, anywhere.end()) is None


_SEAT = lazy(
    r"\b(?:remote|anywhere|worldwide)\b[^|/;\n]{0,30}?(?P<mark>[(,–—-])[ ]{0,2}(?:(?!or\b)[a-z]{2,8}[ ]){0,2}"
    r"(?:hq|headquarter\w{0,4}|head[ ]office)\b",
    re.IGNORECASE,
)
"""Behind this stands where the firm is: `Remote - HQ is Leeds`; not in `Remote or HQ (Leeds)`."""


def without_seat(value: str) -> str:
    """A statement of places as far as it tells of the job's: `Remote, Ohio` of `Remote, Ohio (HQ: Leeds)`."""
    seat = _SEAT.search(value) if "emote" in value or "where" in value or "wide" in value else None
    return value[: seat.start("mark")] if seat else value


def names_language(value: str) -> bool:
    """Whether a line is the name of a language, which is what is called after a country, too: `🇩🇪 German`."""
    return value.strip().lower() in _languages()


@cache
def _languages() -> frozenset[str]:
    return frozenset(name for names in read_lists("languages.txt").values() for name in names)


def is_street(value: str) -> bool:
    """Whether a place is a street and nothing else."""
    return _STREET.fullmatch(value) is not None


def town_below(view: str, end: int) -> tuple[int, int] | None:
    """Where the town stands in the line below a street that ends at `end`."""
    below = _BELOW.match(view, end)
    return below.span(1) if below else None


def is_employers(name: str, stated: Sequence[str], text: str, start: int, end: int) -> bool:
    """Whether the office at `text[start:end]`, `Acme's Leeds office`, is the job's: where the post states who hires, it is
    Acme; else the sentence tells that the job is there."""
    if stated:
        return any(name in value for value in stated if len(value.split()) <= _MOST_WORDS)
    first, last = sentence_around(text, start, end)
    return _OF_THE_JOB.search(text, first, start) is not None and _OTHERS.search(text, first, last) is None
