"""What a list item or a paragraph says about itself: a task, a demand, a wish, an offer, or none of them."""
from __future__ import annotations

from collections.abc import Iterable

from ..patterns import lazy
from ..vocab.headings import plain, read_bare
from ..vocab.items import may_begin, told
from .wishes import is_wish

_LONGEST_KEY = 32
"""Letters of an item within which the colon behind its name stands."""

_LABEL = lazy(r"[\w /&'()-]{2,30}:\s*\S.{0,60}$")
_HAS_LABEL = lazy(r"[A-Z][\w /&'()-]{2,30}:\s")
_FACTS = frozenset({"location", "salary", "contact", "other", "application"})
"""Kinds of the words that name a fact in a list of facts."""

_STEP = lazy(
    r"(?:Step|Stage|Round|Phase|Stap|Fase|Ronde|Schritt|Stufe|Runde|Etapa|Passo|Paso|[EÉ]tape|STEP|STAGE|ROUND)\s?\#?\d{1,2}\b"
)
_STEP_LETTERS = frozenset("SRPFEÉ")

_ENOUGH = 0.6
"""Share of a list's telling items that must agree on what the list is."""

_TELLING = (0.3, 0.4)
"""Share of a list's items that must tell anything: where they all agree, and where not."""

_SHOWN = 250
"""Letters of a paragraph that are looked at: a notice says so at once."""

_LONGEST_NAMING = 400
"""Letters of an item that names diversity; a notice is longer, or speaks of the employer."""

_STRONG = (
    "equal opportunit",
    "equal-opportunit",
    "equal employment",
    "regardless of",
    "without regard to",
    "discriminat",
)
"""What tells an equal-opportunity notice wherever it stands in a paragraph."""


def read_item(text: str) -> str:
    """`benefits`, `requirements`, `responsibilities` where an item's words leave little doubt, else `""`."""
    first, found = told(text)
    if "benefits" in found:
        return "" if "salary" in found and "subject to change" in text else "benefits"  # a note on pay offers nothing
    if "requirements" in first or "nice_to_have" in first or ("nice_to_have" in found and is_wish(text)):
        return "requirements"
    if "responsibilities" in first:
        return "responsibilities"
    return "requirements" if "requirements" in found else ""


def read_list(items: Iterable[str], sure: bool = False) -> str:
    """What a list is, by the majority of its items; `""` where too few tell or they disagree.

    `sure`: most of them must tell, and all the same.
    """
    texts = list(items)
    labelled = [item for item in texts if ":" in item[:_LONGEST_KEY]]
    if sum(map(_is_key, labelled)) > 1:
        return ""  # facts: `Location: …`, `Start date: …`
    votes = ["" if ":" in item[:_LONGEST_KEY] and _LABEL.match(item) else read_item(item) for item in texts]
    telling = [vote for vote in votes if vote]
    if sure and (len(telling) * 2 < len(votes) or len(set(telling)) > 1):
        return ""
    if len(telling) < 2 or len(telling) < _TELLING[len(set(telling)) > 1] * len(votes):
        return ""
    best = max(sorted(set(telling)), key=telling.count)
    return best if telling.count(best) >= _ENOUGH * len(telling) else ""


def _is_key(item: str) -> bool:
    """Whether an item with a colon near its beginning begins with the name of a fact, such as `Salary:`."""
    return read_bare(item[:_LONGEST_KEY].partition(":")[0]) in _FACTS


def has_label(text: str) -> bool:
    """Whether a text begins like `PARENTAL LEAVE: …` or `Flexible hours: …`."""
    return _HAS_LABEL.match(text) is not None


def are_stages(items: Iterable[str]) -> bool:
    """Whether most of at least two items name a stage of a hiring process: a call, a test, an offer."""
    named = ["process" in told(item).anywhere for item in items]
    return len(named) > 1 and sum(named) * 2 >= len(named)


def is_step(text: str) -> bool:
    """Whether a line is a numbered stage: `Step 2 - Call with the team`."""
    return text[:1] in _STEP_LETTERS and _STEP.match(text) is not None


def read_passage(text: str) -> str:
    """`diversity`, `legal`, `application` or `salary` where a paragraph is such a notice, else `""`."""
    text = _DUTY.sub(" ", text) if "equal employment opportunity" in text else text
    first, found = told(text[:_SHOWN])
    if "diversity" in found or _speaks_strongly(plain(text)):
        return "diversity"
    if "legal" in found:
        return "legal"
    if "application" in found or "application" in first:
        return "application"
    return "salary" if "salary" in found and any(map(str.isdigit, text)) else ""


_DUTY = lazy(
    r"equal employment opportunity (?:responsibilities|duties|obligations)"
    r"|(?:responsibilities|duties) of equal employment opportunity"
)
"""Which a superior fulfils: no notice, but a task."""

_WHATEVER, _PAYING = "regardless of", "ability to pay"
"""Patients are cared for regardless of their ability to pay: that tells of the company."""


def names_diversity(text: str) -> bool:
    """Whether a short line with the words of a notice may be an item: `Work well with people of diverse backgrounds`."""
    words = f" {text.lower()}"
    employer = " we " in words or "we're " in words or "employer" in words
    return len(text) <= _LONGEST_NAMING and not employer and not _speaks_strongly(plain(text))


def _speaks_strongly(words: str) -> bool:
    for sign in _STRONG:  # a loop costs half of `any`
        if sign in words:
            return sign != _WHATEVER or _PAYING not in words
    return False


def is_closing(text: str) -> bool:
    """Whether a line takes leave: `Kind regards`."""
    return may_begin(text, "closing") and "closing" in told(text).first


def read_opening(text: str) -> str:
    """`role` or `company` where a paragraph tells of the one or the other, `other` where of neither."""
    found = told(text).anywhere
    return "role" if "role" in found else "company" if "company" in found else "other"
