"""What a list item or a paragraph says about itself: a task, a demand, a wish, an offer, or none of them."""
from __future__ import annotations

import re
from collections.abc import Iterable

from ..patterns import lazy
from ..vocab.headings import plain, read_bare
from ..vocab.items import Said, cues, may_begin, said, told, wish_words, within

_CLAUSE = lazy(
    r"""
    (?<= [\w)] ) [.!] (?= \s ) | [;。；] | \n | \s [-–—] \s
    | , \s (?= (?! (?: mas | pero | mais | aber | auch | aunque | embora | même | bien )\b )  # Diplôme, l'anglais n'est pas obligatoire
        [^,;]{4,60} \b (?: nicht \s (?: zwingend | unbedingt ) | n'est \s pas | ne \s sont \s pas | no (?: \s (?: es | son ) )?
        | não (?: \s (?: é | são ) )? )
        \s (?: erforder | notwend | nötig | indispens | imprescind | obligat | obrigat | mandat )
    )
    | , \s (?= (?: no \s es | no | não \s é | não | pas | non ) \s [^\W\d_]{9,14} \s (?: que | en | em | dans ) \s )  # no es obligatorio en
    """,
    re.VERBOSE,
)
"""Where a demand ends and what is said besides begins."""

_ASIDE = lazy(r"[(（](?:[^()（）\s]{1,40}\s{1,9}){0,40}[^()（）\s]{0,40}[)）]")
_APART = lazy(r"[.。;]\s{0,3}(?=[(（][^()（）]{1,40}[)）]$)")
"""The full stop before a last remark in brackets, which speaks of what is said before it: `Knows Go. (bonus)`."""

_SECOND = lazy(
    r"""
    [,，] \s{0,2} (?P<second>
      (?: (?:la|le|l'|una?|de|eine?|weitere|zusätzliche|further|additional|other|weiterer|ulteriori|autres?)\s? ){0,2}
      (?: connaissance|ma[iî]trise|expérience|conhecimento|experi[eê]ncia|conocimiento|conoscenza|esperienza|kennis|ervaring
        | (?:grund)?kenntnis|erfahrung|\w{2,16}kenntnisse|knowledge|experience|sprachen|languages|langues|idiomas|lingue|talen
        | (?:有|具有|具备|了解|会|懂)[^,，;；]{1,40}优先 ) [^,，;；]{0,80}
      | (?:(?:le|la|il|lo|el|o|het)\s)? [^\W\d_][^\s,]{1,20} \s (?:is|ist|wäre|est|serait|é|será|seria|es|sería|sera|è|sarebbe)\s
        (?:an?|un|um|ein|een|von|d[ei])\s [^,;]{2,30} ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A second clause with a subject of its own: `…, Französisch ist ein Plus`, `…, a connaissance …`, `，有…经验优先`."""

_JOINS = lazy(r"\s(?:or|and|oder|und|sowie|ou|et|o|y|e|of|en)\s", re.IGNORECASE)

_DEMAND_FIRST = lazy(
    r"""
    (?: sehr\sgute|gute|fundierte|abgeschlossene[sn]?|mehrjährige|mindestens|fließende|verhandlungssicher\w{0,2}|sichere[rs]?
      | ausgeprägte|fluent|native|at\sleast|minimum|excellent|strong
      | (?:très\s)?bonnes?|excellente?s?|parfaite?|courant|au\smoins|maîtrise
      | superior\scompleto|inglês|inglés|mínimo|al\smenos|pelo\smenos|sólid[oa]s?|dominio|domínio
      | ottim[aeo]|buon[ae]?|almeno|uitstekende|goede|minimaal|vloeiend )(?![^\W_])
    | [^,，]{0,30}?\d\+?\s?(?:years?|jahre|ans|anos|años|anni|jaar|年)
    | (?:精通|熟练|熟悉|掌握|本科|大专|具备|扎实|良好|必须|至少)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How a demand begins that no wish takes along: a degree, years, a good command."""

_SHORT_ASIDE = 5
"""Words of a remark in brackets up to which a wish in it may be about the whole demand: `(would be a plus)`."""

_SUBJECTS = frozenset({"experience", "degree", "knowledge", "skills", "preference"})
"""Words of wishes that, first in a remark, name what it wishes."""

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


def wish_stems(text: str) -> tuple[str, ...]:
    """The words of wishes that stand in a text: asked once for a whole list, `()` where it holds no wish."""
    return tuple(set(cues().stems.find_matches_as_strings(plain(text), overlapping=True)))


def is_wish(text: str) -> bool:
    """Whether a demand is only a wish: `… is a plus`, `Bonus: …`, `… preferred`, not `…, preferably …`."""
    known = cues()
    if "nice_to_have" in told(text).first:
        return True
    if text.endswith((")", "）")):
        text = _APART.sub(" ", text)
    if wishes_more(text):
        return False
    whole = _ASIDE.sub(_own_wish, text) if "(" in text or "（" in text else text
    clause = _CLAUSE.split(whole, maxsplit=1)[0]
    if len(clause) < len(whole) and _demands(whole[len(clause) :]):
        return False
    words = said(clause)
    if "nice_to_have" not in told(clause).anywhere and not (words.words and words.words[-1] in known.ends):
        return False
    return not _demands_within(words)


def _demands_within(words: Said) -> bool:
    """Whether words of demands stand there that are not part of a wish (`not required`)."""
    known = cues().anywhere
    wishes = list(within(known, words, "nice_to_have"))
    return any(not any(demand.start in wish for wish in wishes) for demand in within(known, words, "required"))


def wishes_more(text: str) -> bool:
    """Whether a demand goes before the wish, which has a subject of its own: `Fluent English, Dutch is a plus`."""
    if _DEMAND_FIRST.match(text) is None:
        return False
    whole = _ASIDE.sub("", text).rstrip(" .。;；") if "(" in text else text.rstrip(" .。;；")
    second = _SECOND.search(whole)
    return second is not None and not _JOINS.search(second["second"])


def _own_wish(aside: re.Match[str]) -> str:
    """A remark in brackets that speaks of the whole demand; empty brackets where it has a subject of its own
    (`(PhD preferred)`, `(preferred in retail)`)."""
    remark = said(aside[0])
    words = remark.words
    if not words or len(words) > _SHORT_ASIDE:
        return "()"
    own = words[0] in _SUBJECTS or not wish_words().issuperset(words)
    return "()" if own and not _demands_within(remark) else aside[0]


def _demands(rest: str) -> bool:
    """Whether what follows on a wish in the same sentence is none: `Doctorate preferred; Master's required`."""
    if rest[0] in ".!。":
        return False
    words = said(rest)
    return words.words[-1:] == ["required"] and "not" not in words.words


def are_stages(items: Iterable[str]) -> bool:
    """Whether most of at least two items name a stage of a hiring process: a call, a test, an offer."""
    named = ["process" in told(item).anywhere for item in items]
    return len(named) > 1 and sum(named) * 2 >= len(named)


def is_step(text: str) -> bool:
    """Whether a line is a numbered stage: `Step 2 - Call with the team`."""
    return text[:1] in _STEP_LETTERS and _STEP.match(text) is not None


def read_passage(text: str) -> str:
    """`diversity`, `legal`, `application` or `salary` where a paragraph is such a notice, else `""`."""
    text = text if _DUTY not in text else text.replace(_DUTY, " ")
    first, found = told(text[:_SHOWN])
    if "diversity" in found or _speaks_strongly(plain(text)):
        return "diversity"
    if "legal" in found:
        return "legal"
    if "application" in found or "application" in first:
        return "application"
    return "salary" if "salary" in found and any(map(str.isdigit, text)) else ""


_DUTY = "equal employment opportunity responsibilities"
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
