"""Whether a demand is only a wish, by its own words: `… is a plus`, `… preferred`, `… - nice to have`."""
from __future__ import annotations

import re

from ..patterns import lazy
from ..vocab.headings import plain
from ..vocab.items import Said, cues, said, told, wish_words, within

_CLAUSE = lazy(
    r"""
    (?<= [\w)] ) (?<! \.\w ) [.!] (?= \s ) | [;。；] | \n | \s [-–—] \s
    | , \s (?= (?! (?: mas | pero | mais | aber | auch | aunque | embora | même | bien )\b )  # Diplôme, l'anglais n'est pas obligatoire
        [^,;]{4,60} \b (?: nicht \s (?: zwingend | unbedingt ) | n'est \s pas | ne \s sont \s pas | no (?: \s (?: es | son ) )?
        | não (?: \s (?: é | são ) )? )
        \s (?: erforder | notwend | nötig | indispens | imprescind | obligat | obrigat | mandat )
    )
    | , \s (?= with \s [^,;]{3,60} \s being \s an? \s (?: \w{3,9} \s )? (?: plus | bonus | asset | advantage ) \b )
    | , \s (?= with \s [^,;]{3,60} \s preferred \s? (?: [.;] | $ ) )
    | , \s (?= (?: with \s )? bonus \s points \s (?: for | if ) \b )
    | , \s (?= (?: no \s es | no | não \s é | não | pas | non ) \s [^\W\d_]{9,14} \s (?: que | en | em | dans ) \s )  # no es obligatorio en
    """,
    re.VERBOSE,
)
"""Where a demand ends and what is said besides begins."""

_ASSETS = lazy(
    r"\ban\sasset\s(?=(?:managers?|management|portfolio|allocation|class|classes|inventory|library|pipeline|pricing|register|tracking)\b)",
    re.IGNORECASE,
)
"""What somebody owns, and no advantage: `an asset management system`."""

_MUST = lazy(r"(?:\b(?:is|are)\s(?:an?\s|absolutely\s)?(?:absolute\s)?(?:must|mandatory)|(?:ist|sind)\s(?:ein\sMuss|zwingend))[.!]?$")

_ASIDE = lazy(r"[(（](?:[^()（）\s]{1,40}\s{1,9}){0,40}[^()（）\s]{0,40}[)）]")
_APART = lazy(r"[.。;]\s{0,3}(?=[(（][^()（）]{1,40}[)）]$)")
"""The full stop before a last remark in brackets, which speaks of what is said before it: `Knows Go. (bonus)`."""

_SECOND = lazy(
    r"""
    [,，] \s{0,2} (?P<second>
      (?: (?:la|le|l'|una?|de|eine?|weitere|zusätzliche|further|additional|other|weiterer|ulteriori|autres?)\s? ){0,2}
      (?: connaissance|ma[iî]trise|expérience|conhecimento|experi[eê]ncia|conocimiento|conoscenza|esperienza|kennis|ervaring
        | (?:grund)?kenntnis|erfahrung|\w{2,16}kenntnisse|knowledge|experience|sprachen|languages|langues|idiomas|lingue|talen
        | (?:有|具有|具备|了解|会|懂|\d)[^,，;；]{1,40}(?:优先|更佳|为佳|者佳) ) [^,，;；]{0,80}
      | (?:(?:le|la|il|lo|el|o|het)\s)? [^\W\d_][^\s,]{1,20} \s (?:is|ist|wäre|est|serait|é|será|seria|es|sería|sera|è|sarebbe)\s
        (?:an?|un|um|ein|een|von|d[ei])\s [^,;]{2,30} ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A second clause with a subject of its own: `…, Französisch ist ein Plus`, `…, a connaissance …`, `，有…经验优先`."""

_OWN_SECOND = lazy(
    r"""
    [,，] \s (?! (?: or | and | with | in | of | plus ) \b ) (?P<second>
      (?: (?: other | others | additional | further ) \b [^,;]{2,40}?
        | (?: an? \s )? (?: ph\.?d | doctorate | mba | master(?:'?s)? | m\.?sc | cpa | cfa | pmp ) (?![^\W_]) [^,;]{0,30}?
        | [^,;]{2,60}? \b (?P<noun> experience | knowledge | training | certifications? | certificate | degree | diploma
          | licen[sc]e | college | education ) )
      \s (?: (?:is|are|being|would\sbe) \s )?
      (?: (?: considered | highly | strongly | greatly | an? | big | strong | huge | definite ) \s ){0,3}
      (?: plus | asset | advantage | bonus | preferred | desired | desirable | beneficial | helpful | welcome | optional ) ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A second clause that names what it wishes for: `…, retail experience preferred`, `…, other office programs a plus`."""

_PREFERS_INSIDE = lazy(
    r"[,，][^,，;；]{1,40}(?:优先|優先)[^,，;；]{0,6}[,，]"
    r"|[,，]\s?(?:精通|熟练|熟悉|掌握|了解|具备|具有|能够|能)[^,，;；]{1,40}[,，][^;；]{1,40}(?:优先|優先)$"
)
"""A wish between a demand and more that is said, or behind a second demand: `本科，有海外经验优先，可出差`."""

_HELD = lazy(
    r"\b(experience|knowledge|understanding|practice|command|proficiency|degree|diploma|licen[sc]e|certificat\w{1,5}|skills|GED)\b",
    re.IGNORECASE,
)
"""What the first clause asks for: with it that clause is whole, and no list that the second one goes on with."""

_JOINS = lazy(r"\s(?:or|and|oder|und|sowie|ou|et|o|y|e|of|en)\s", re.IGNORECASE)

_DEMAND_FIRST = lazy(
    r"""
    (?: sehr\sgute|gute|fundierte|abgeschlossene[sn]?|mehrjährige|mindestens|fließende|verhandlungssicher\w{0,2}|sichere[rs]?
      | ausgeprägte|fluent|native|at\sleast|minimum|excellent|strong(?!\s(?:preference|plus|asset)\b)|solid|proven
      | (?:bachelor|master|associate)(?:'?s)?|high\sschool
      | (?:très\s)?bonnes?|excellente?s?|parfaite?|courant|au\smoins|maîtrise
      | superior\scompleto|inglês|inglés|mínimo|al\smenos|pelo\smenos|sólid[oa]s?|dominio|domínio
      | ottim[aeo]|buon[ae]?|almeno|uitstekende|goede|minimaal|vloeiend )(?![^\W_])
    | (?:one|two|three|four|five|six|seven|eight|ten)\syears?
    | [^,，]{0,30}?\d\+?\s?(?:years?|jahre|ans|anos|años|anni|jaar|年)
    | (?:精通|熟练|熟悉|掌握|本科|大专|具备|扎实|良好|必须|至少)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How a demand begins that no wish takes along: a degree, years, a good command."""

_SHORT_ASIDE = 5
"""Words of a remark in brackets up to which a wish in it may be about the whole demand: `(would be a plus)`."""

_OWN_USE = frozenset({"we", "our", "us", "wir", "nous", "nosotros", "usamos"})
_FEW_WORDS = 4
"""`We use these (experience not required):` tells what a company has; `A plus for us:` does not."""

_BACK = frozenset({"this", "that", "these", "it", "skill", "all", "though", "although"})
"""Words by which a clause speaks of what stands before it."""

_SUBJECTS = frozenset({"experience", "degree", "knowledge", "skills", "preference"})
"""Words of wishes that, first in a remark, name what it wishes."""


def wish_stems(text: str) -> tuple[str, ...]:
    """The words of wishes that stand in a text: asked once for a whole list, `()` where it holds no wish."""
    return tuple(set(cues().stems.find_matches_as_strings(plain(text), overlapping=True)))


def is_wish(text: str) -> bool:
    """Whether a demand is only a wish: `… is a plus`, `Bonus: …`, `… preferred`, not `…, preferably …`."""
    known = cues()
    if "nice_to_have" in told(text).first:
        return True
    if "asset " in text:
        text = _ASSETS.sub("", text)
    if text.endswith((")", "）")):
        text = _APART.sub(" ", text)
    if wishes_more(text):
        return False
    whole = _ASIDE.sub(_own_wish, text) if "(" in text or "（" in text else text
    clause = _CLAUSE.split(whole, maxsplit=1)[0]
    rest = whole[len(clause) :]
    if rest and _is_remark(said(rest)):
        return not _demands_within(said(clause))
    if rest and _demands(rest):
        return False
    words = said(clause)
    if "nice_to_have" not in told(clause).anywhere and not (words.words and words.words[-1] in known.ends):
        return False
    return not _demands_within(words)


def is_must(text: str) -> bool:
    """Whether a line among wishes ends as a demand: `Punctuality is a must`."""
    return _MUST.search(text, max(0, len(text) - _LONGEST_END)) is not None


_LONGEST_END = 40
"""Letters in which a demand says so at its end."""


def calls_wish(lead: str) -> bool:
    """Whether a sentence over a list calls what stands below a wish: `Knowledge of these is good to have, but not required:`."""
    words = said(lead)
    if len(words.words) > _FEW_WORDS and not _OWN_USE.isdisjoint(words.words):
        return False
    return "nice_to_have" in told(lead).anywhere and not _demands_within(words)


def _is_remark(words: Said) -> bool:
    """Whether a clause does no more than call what stands before it a wish: `- would be an asset but not mandatory`."""
    if not words.words or not (wish_words() | _BACK).issuperset(words.words) or _demands_within(words):
        return False
    return words.words[-1] in cues().ends or any(within(cues().anywhere, words, "nice_to_have"))


def _demands_within(words: Said) -> bool:
    """Whether words of demands stand there that are not part of a wish (`not required`)."""
    known = cues().anywhere
    wishes = list(within(known, words, "nice_to_have"))
    return any(not any(demand.start in wish for wish in wishes) for demand in within(known, words, "required"))


def wishes_more(text: str) -> bool:
    """Whether a demand goes before the wish, which has a subject of its own: `Fluent English, Dutch is a plus`."""
    if not ("," in text or "，" in text) or _DEMAND_FIRST.match(text) is None:
        return False
    whole = _ASIDE.sub("", text).rstrip(" .。;；") if "(" in text else text.rstrip(" .。;；")
    if ("优先" in whole or "優先" in whole) and _PREFERS_INSIDE.search(whole):
        return True
    second = _SECOND.search(whole)
    if second is not None:
        return not _JOINS.search(second["second"]) and not is_wish(whole[: second.start()])
    own = _OWN_SECOND.search(whole)
    if own is None or is_wish(whole[: own.start()]):
        return False
    held = _HELD.search(whole, 0, own.start()) if own["noun"] else None
    listed = held is None or (held[0].lower() == own["noun"].lower() and _JOINS.search(own["second"]))
    return not own["noun"] or not listed


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
