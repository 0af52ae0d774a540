"""Cut a location statement into the names it holds, each with all that it may mean: first half of reading places."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..letters import has_han
from ..patterns import lazy
from ..vocab import gazetteer
from ..vocab.gazetteer import City, Region, fold


class Atom(NamedTuple):
    """A name with all that it may mean. `joint` tells what stands before it: `soft`, `slash` or `hard`."""

    start: int
    end: int
    text: str
    joint: str
    cities: tuple[City, ...] = ()
    regions: tuple[Region, ...] = ()
    country: str | None = None
    areas: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    code: bool = False
    piece: str = ""  # the whole piece of the statement, where it may be the name of a town that no table has
    doubtful: bool = False  # other capitalised words stand beside it
    prose: bool = False  # other words in small letters stand beside it

    @property
    def unknown(self) -> bool:
        return not (self.cities or self.regions or self.country or self.areas or self.countries)


_SEPARATOR = lazy(
    r"""
    \s{0,4} (?: [,;|/()\[\]{}<>•·:&+→=!?"…–—、，；／｜（）【】\n\t] | (?<![^\s,;|/()]) - | - (?![^\s,;|/()]) ){1,8} [\s\-–—]{0,8}
    | \s{1,4} (?: or | and | und | oder | ou | et | y | e | o | OR | AND | Or | And | plus | sowie | bis | as [ ] well [ ] as )
      \s{1,4}
    | \. \s{1,4} (?= [A-Z] [a-z]+ [ ] )     # a new sentence
    """,
    re.VERBOSE,
)
_GLUE = lazy(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_HARD = lazy(r"[;|•·&+→=!?…、；／｜\n\t]|[a-zA-Z]|\.\s")
_WORD = lazy(r"[^\s]+")
_INITIAL = lazy(r"\b\w\.$")
_POSTAL = lazy(r"^(?:[A-Z]{1,2}-)?\d{4,6}\s+(?=\D)|(?<=[^\d\s])\s+\d{5,6}(?:-\d{4})?$")
_CODE = lazy(r"[A-Z]{2,3}")
_CODES_LIKE_WORDS = frozenset(("ON", "IN", "OR", "ME", "LA", "DE", "HI", "OK"))
"""`(BC, AB, ON Only)`: in a list of codes such a word is one."""
_TOWN = lazy(
    r"(?:[^\W\d_][\w'’.-]{0,24})(?:\s(?:[^\W\d_][\w'’.-]{0,24})){0,3}"
)  # one to four words without a word of digits
_SMALL_WORDS = frozenset(
    "de la le les du des del am an der auf in im upon on sur da do dos das en los las el of the y".split()  # noqa: SIM905
)
_NOT_TOWN = lazy(
    r"\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|floor|suite|building|blvd|boulevard|drive|lane"
    r"|straße|str\.?|strasse|rua|calle"
    r"|team|office|remote|anywhere|multiple|various|locations?|headquarters|hq|region|department|division|campus|park|center"
    r"|senior|junior|staff|lead|engineers?|eng|developers?|managers?|analysts?|designers?|full-stack|backend|frontend|intern"
    r"|engineering|sales|marketing|software|inc|llc|gmbh|ltd|corp|company|group|home|based|timezones?|hybrid|area|time)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 5
"""Words of the longest name that is looked for inside a piece ('Newcastle upon Tyne', 'Trinidad and Tobago')."""
_SYLLABLE = 3
"""Letters of a city's name that beside unknown words is taken for none."""
BIG = 300
"""Thousands of people from which a city's name counts although other unknown words stand beside it (`Berlin Mitte`)."""
STATES_OF = ("US", "CA", "BR", "AU")
"""Countries whose states are written by their codes."""

def atoms_of(text: str, strict: bool) -> Iterator[Atom]:
    """The statement's names in order; words that are no names are passed over."""
    lower = not strict and not any(c.isupper() for c in text)
    pieces = _pieces(text)
    at = 0
    while at < len(pieces):
        start, end, joint = pieces[at]
        joined = pieces[at + 1][1] if at + 1 < len(pieces) else end
        atom = _joined(text, start, joined, joint) if joined > end else None
        if atom:
            yield atom
            at += 2
            continue
        for found in _of_piece(text[start:end], joint, lower):
            yield Atom(start + found.start, start + found.end, *found[2:])
        at += 1


def _pieces(text: str) -> list[tuple[int, int, str]]:
    """Start, end and what stands before, of each stretch between separators."""
    found: list[tuple[int, int, str]] = []
    start, joint = 0, "hard"
    for match in _SEPARATOR.finditer(text):
        if match.start() > start:
            found.append((start, match.start(), joint))
            joint = "soft"
        mark = match[0]
        if _HARD.search(mark):
            joint = "hard"
        elif "/" in mark and joint != "hard":
            joint = "slash"
        start = match.end()
    if start < len(text):
        found.append((start, len(text), joint))
    return [_stripped(text, *piece) for piece in found if not _tells_hours(text, piece[0], piece[1])]


def _tells_hours(text: str, start: int, end: int) -> bool:
    """Whether a piece is `Full-Time`, which holds no village of Time."""
    return text[start:end].strip(" )].").lower() in ("full-time", "part-time")


def _stripped(text: str, start: int, end: int, joint: str) -> tuple[int, int, str]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return start, end, joint


def _joined(text: str, start: int, end: int, joint: str) -> Atom | None:
    """`Bosnia and Herzegovina`, `Washington, D.C.`: a name that a separator cuts in two."""
    name = text[start:end]
    key = fold(name)
    known = gazetteer.aliases()
    country = gazetteer.country(key)
    if country or key in known.areas or key in known.groups:
        return _lookup(name, start, joint)
    regions = gazetteer.regions(key) if " and " in name else ()
    return Atom(start, end, name, joint, regions=regions) if regions else None


@lru_cache(maxsize=1024)
def _of_piece(piece: str, joint: str, lower: bool) -> tuple[Atom, ...]:
    """A piece as one name, else the names among its words; postal codes are left out. Kept, since many posts say the same."""
    start, end = 0, len(piece)
    for code in _POSTAL.finditer(piece):
        start, end = (start + code.end(), end) if code.start() == 0 else (start, start + code.start())
    name = piece[start:end]
    if not name:
        return ()
    whole = _lookup(name, start, joint, lower)
    filler = fold(name) in gazetteer.aliases().filler
    if whole and (whole.areas or not (filler and (joint == "hard" or not whole.code))):
        return (whole,)
    if has_han(name):
        return tuple(_of_han(piece, start, end, joint))
    if (glued := _unglued(name)) and (atom := _lookup(glued, start, joint)):
        return (atom._replace(end=end),)
    return tuple(("-" in name and _of_hyphens(name, start, joint)) or _of_words(piece, start, end, joint))


def _unglued(name: str) -> str:
    """`SanFrancisco`, `RemoteMunich` with their blanks; empty where nothing is glued."""
    if " " in name or not _GLUE.search(name):
        return ""
    return _GLUE.sub(" ", name).removeprefix("Remote ")


def _of_hyphens(name: str, start: int, joint: str) -> list[Atom]:
    """`Remote-AMER`, `Goiânia-GO`, `United States-Massachusetts-Boston-1 Main Street`: names joined by dashes.

    Every part has to be a name or a word around names; what follows a country and more may be anything.
    """
    filler = gazetteer.aliases().filler
    found: list[Atom] = []
    at = start
    for part in name.split("-"):
        atom = _lookup(part.strip(), at + len(part) - len(part.lstrip()), joint if at == start else "soft")
        if atom is None and fold(part) not in filler:
            return found if len(found) > 1 and (found[0].country or found[0].regions) else []
        quarter = atom and found and _is_quarter_of(found[-1], atom) and name.count("-") == 1
        if atom and not quarter and not (atom.code and fold(part) in filler and not found):
            found.append(atom)
        at += len(part) + 1
    return found


def _is_quarter_of(one: Atom, other: Atom) -> bool:
    """Whether the second of two names is a part of a big city before it: `Berlin-Mitte`."""
    if not (one.cities and other.cities) or one.code or other.code or other.country or other.regions:
        return False
    whole, part = one.cities[0], other.cities[0]
    return whole.people >= BIG > part.people and (whole.country, whole.region) == (part.country, part.region)


def _of_han(text: str, start: int, end: int, joint: str) -> Iterator[Atom]:
    """Chinese names stand without blanks: the longest known beginning, then the rest; behind a city stand its quarters."""
    city = False
    while start < end:
        for stop in range(min(end, start + 7), start + 1, -1):
            atom = _lookup(text[start:stop], start, joint)
            if atom:
                if not (city and atom.cities):
                    yield atom
                city = city or bool(atom.cities)
                start, joint = stop, "soft"
                break
        else:
            start += 1


def _of_words(text: str, start: int, end: int, joint: str) -> Iterator[Atom]:
    """The longest names among a piece's words; what is left over may be a town of its own or prose."""
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    filler = gazetteer.aliases().filler
    found: list[Atom] = []
    unknown, strange, at = 0, False, 0
    while at < len(words):
        atom, size = _longest(text, words, at, joint if not found else "soft", bool(found or unknown))
        if atom:
            city = bool(atom.cities) and not atom.country and not atom.regions
            if not (city and found and found[-1].cities and not found[-1].code):  # 'SF Financial District': the first
                found.append(atom)
        elif fold(text[words[at][0] : words[at][1]]) not in filler and text[words[at][0]].isalpha():
            unknown += 1
            strange = strange or text[words[at][0]].isupper()
        at += size
    piece = _town(text, words)
    if strange:  # 'Sheung Wan' is not Van: so short a name is but a syllable of a longer one
        found = [atom for atom in found if len(atom.text) > _SYLLABLE or atom.code or not atom.cities]
    if unknown:
        found = [atom._replace(doubtful=strange, prose=not strange) for atom in found]
    if found and piece and not found[-1].code:
        found[0] = found[0]._replace(piece=piece)
    elif piece and all(atom.code for atom in found):
        cut = found[0].start if found else end
        name = _town(text, [word for word in words if word[0] < cut])
        if name:
            found.insert(0, Atom(words[0][0], cut, name, joint, piece=name))
            found[1:] = [atom._replace(joint="soft") for atom in found[1:]]
    yield from found


def _longest(text: str, words: Sequence[tuple[int, int]], at: int, joint: str, after: bool) -> tuple[Atom | None, int]:
    """The longest name that begins with a word, and how many words were read."""
    if text[words[at][0]].islower() and not text.startswith(_SMALL_BEGINNINGS, words[at][0]):
        return None, 1
    filler = gazetteer.aliases().filler
    for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        begin, stop = words[at][0], words[at + size - 1][1]
        name = text[begin:stop]
        listed = joint == "soft" and at == 0 and name in _CODES_LIKE_WORDS and len(words) > 1 and text[words[1][0]].isupper()
        if size == 1 and fold(name) in filler and not (after and name.isupper()) and not listed:
            return None, 1
        atom = _lookup(name, begin, joint)
        if atom:
            return atom, size
    return None, 1


def _town(text: str, words: Sequence[tuple[int, int]]) -> str:
    """The words as the name of a town that no table has; empty where they do not look like one."""
    while words and text[words[0][0]].isdigit():
        words = words[1:]
    while words and any(c.isdigit() for c in text[words[-1][0] : words[-1][1]]):
        words = words[:-1]
    name = text[words[0][0] : words[-1][1]].strip(" .,'") if words else ""
    if len(name) < 3 or not _TOWN.fullmatch(name) or _NOT_TOWN.search(name):
        return ""
    parts = name.split()
    if not parts[0][0].isupper() or not parts[-1][0].isupper() or name.isupper():
        return ""
    capital = all(part[0].isupper() or part in _SMALL_WORDS for part in parts)
    filler = gazetteer.aliases().filler
    return name if capital and not all(fold(part) in filler for part in parts) else ""


def _lookup(name: str, start: int, joint: str, lower: bool = False) -> Atom | None:
    """All readings of a name as written, `None` where it has none."""
    if not lower and name[:1].islower() and not name.startswith(_SMALL_BEGINNINGS):
        return None
    found = _readings(name, lower)
    return found and Atom(start, start + found.end, found.text, joint, *found[4:])


_SMALL_BEGINNINGS = ("the ", "l'", "u.s")
"""With which a name may begin that is written with a small letter."""


def _whole(key: str, found: tuple[City, ...]) -> tuple[City, ...]:
    """The city whose quarter a name is: `Hamburg-Altona` is Hamburg, though the tables know Altona."""
    first, _, rest = key.partition(" ")
    if not (found and rest) or fold(found[0].name).startswith(first):
        return found
    city = gazetteer.cities(first)[:1]
    return city if city and city[0].people >= BIG and city[0].country == found[0].country else found


@lru_cache(maxsize=1024)
def _readings(name: str, lower: bool) -> Atom | None:
    """The readings of a name, whatever stands around it; kept, since posts name the same places."""
    name = name.rstrip(" .") if name.endswith((" ", ".")) and not _INITIAL.search(name) else name
    key = fold(name)
    letters = name.replace(".", "").replace(" ", "")
    short = len(key.replace(" ", "")) <= 3 and key.isascii()
    if not key or (short and lower):
        return None
    known = gazetteer.aliases()
    size = len(name)
    if not short or letters.isupper():
        if key in known.areas:
            return Atom(0, size, name, "", areas=(known.areas[key],))
        if key in known.groups:
            return Atom(0, size, name, "", countries=known.groups[key])
        if key in known.cities:
            return Atom(0, size, name, "", gazetteer.cities(key))
    country = gazetteer.country(key) if not short or letters.isupper() else None
    if short and _CODE.fullmatch(letters):
        regions = tuple(r for r in gazetteer.regions_of_code(letters) if r.country in STATES_OF)
        country = country or (letters if gazetteer.is_country_code(letters) else None)
        if country or regions:
            plain = country is not None and not regions and gazetteer.country(key) is not None
            return Atom(0, size, name, "", (), regions, country, code=not plain)
        return None
    if short and name[1:] != name[1:].lower():
        return None
    regions, cities = gazetteer.regions(key), _whole(key, gazetteer.cities(key))
    return Atom(0, size, name, "", cities, regions, country) if cities or regions or country else None
