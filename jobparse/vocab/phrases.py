"""Phrases of a field, by heading, in a small pattern language that reads like the sentences it finds.

In a file of phrases `[name]` opens a list and every other line is one phrase:

    fully remote            a blank stands for blanks or a dash: 'fully-remote' too
    (offer|provide)         one of several
    (a|the)?                may be left out, with one of the blanks beside it
    # days                  `#` is a number in digits or words, also a range
    we … visa               `…` is up to 40 characters of the same sentence
    sponsor*                `*` ends a word in any way
    \\#remote                a backslash takes the next sign as it stands

Compared without case, as whole words; lines that begin with `//` are comments.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..literals import Literals
from ..patterns import lazy
from .shipped import text_of

_LONGEST_GAP, _LONGEST_ENDING, _LONGEST_NUMBER = 40, 20, 20
"""Characters of `…`, `*` and `#`."""
_GAP = rf"(?!\w)[^.;!?\n]{{1,{_LONGEST_GAP}}}?(?<!\w)"
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|ein|einen|zwei|drei|vier|fünf|un|une|deux|trois|quatre|uno|una|dos|tres|cuatro"
    r"|um|uma|dois|duas|três|quatro)"
    r"(?:\s?(?:-|to|or|bis|à|a)\s?(?:\d{1,3}|two|three|four|five|zwei|drei|vier|dos|tres|dois))?"
)
_TOKEN = lazy(r"\\.|[()|]|…|\*|\#|\s+|[^()|…*\#\s\\]+")
_ESCAPED = lazy(r"\\.")
_HAN = lazy(r"[\u4e00-\u9fff]")
_PART = lazy(r"\((?:\\.|[^()\\]++|\((?:\\.|[^()\\]++)*\))*\)\??|…|\*|\#|\s+|(?:\\.|[^()…*\#\s\\]++)+")
"""A phrase's brackets, signs, blanks and words, one after the other; brackets hold brackets once."""
_WORDS = lazy(r"(?:\\.|[^()|…*\#\s\\]++)+")
_FIRST_WORDS, _LAST_WORDS = lazy(rf"^{_WORDS.pattern}"), lazy(rf"{_WORDS.pattern}$")
_INNER_BRACKET = lazy(r"\((?:\\.|[^()\\]++)*\)\??")

_MET = {
    literal: times
    for times, literals in (
        (2.5, "in y an on en at it , 1"), (1.5, "and to the is de of em - /"), (0.7, "as na us we for our be la un am are you"),
        (0.4, "or work da per with os im no remot remote"), (0.25, "team can all if will por any act up do age this sit"),
        (0.15, "office employ inc from able out experience one au data your not role location time part but"),
    )
    for literal in literals.split()
}  # fmt: skip
"""How often a line that is read holds the literals that stand in most; one of n other letters is met 3·2⁻ⁿ⁻² times."""
_TOO_OFTEN = 1
"""How often literals may be met whose absence tells something: one of 'a', 'in' and 'on' is in every line."""
_NOT_IN_WORD = r"(?<!\w)"


class Phrase:
    """One phrase, with the literals at one of which it is looked for; all else is built when it is first tried."""

    __slots__ = ("_compiled", "_place", "_told", "key", "written")

    def __init__(self, written: str) -> None:
        clauses = sorted(anchors(written), key=_frequency)
        if not clauses:
            raise ValueError(f"the phrase {written!r} has no word that must be there")
        self.written = written
        self.key, *told = clauses
        self._told = [choices for choices in told if _frequency(choices) < _TOO_OFTEN]
        self._place: Place | None = None
        self._compiled: re.Pattern[str] | None = None

    def place(self) -> Place:
        """How it lies around its key."""
        if self._place is None:
            self._place = _place(self.written, self.key)
        return self._place

    def around(self, text: str, at: int, end: int) -> Sequence[re.Match[str]]:
        """Where the phrase stands in a lower-case text, one of its key's literals standing from `at` to `end`."""
        _, _, before, behind, lead, reach = self._place or self.place()
        # the blank between two words is one or two signs
        if behind and not (text.startswith(behind, end + 1) or text.startswith(behind, end + 2)):
            return ()
        if before and not (at > 1 and (text.endswith(before, 0, at - 1) or text.endswith(before, 0, at - 2))):
            return ()
        start, stop = at - lead if at > lead else 0, at + reach
        window = text[start:stop]
        for choices in self._told:
            if not any(map(window.__contains__, choices)):
                return ()
        return self._matches(text, start, stop, lead == 0)

    def _matches(self, text: str, start: int, stop: int, there: bool) -> list[re.Match[str]]:
        """The matches that begin anywhere in a window, or at its start alone."""
        if self._compiled is None:
            self._compiled = _compiled(self.written)
        found = []
        while match := (self._compiled.match if there else self._compiled.search)(text, start, stop):
            start = match.start()
            if not (start and _in_word(text[start - 1]) and _in_word(text[start])) or _HAN.match(text, start):
                found.append(match)
            if there:
                break
            start += 1
        return found


class Place(NamedTuple):
    """How a phrase lies around its key. Words are those that stand there in the text, `()` for any."""

    opens: bool  # the key begins a word
    closes: bool  # the key ends a word
    before: tuple[str, ...]
    behind: tuple[str, ...]
    lead: int  # characters before the key at most
    reach: int  # characters from the key's beginning to the first behind the phrase at most


_Owned = tuple[str, "Phrase"]
"""A list's name and one of its phrases."""
_Possible = dict[str, list[tuple["Phrase", int, int]]]
"""By list, the phrases that may be in a text, and where the literals stand around which they are looked for."""


class _Under:
    """What may be there with a literal: lists and their phrases."""

    __slots__ = ("beside", "loose")

    def __init__(self, owned: Sequence[_Owned]) -> None:
        places = [(one, one[1].place()) for one in owned]
        self.loose = {
            (left, right): [one for one, place in places if not ((left and place.opens) or (right and place.closes))]
            for left in (False, True) for right in (False, True)
        }  # fmt: skip
        """Those that may be there where a letter stands before the literal, and where one stands behind it."""
        firsts = {word[0] for _, place in places for word in place.behind}
        self.beside: dict[str, list[_Owned]] = {
            letter: [one for one, place in places if not place.behind or any(word[0] == letter for word in place.behind)]
            for letter in firsts | {""}
        }
        """Those that may be there by the first letter of the next word, `""` for letters with which none begins."""


class Phrases:
    """The lists of one file. A phrase is looked for only around the rarest of the words it cannot do without.

    One pass over a text finds those words for all lists.
    """

    def __init__(self, written: Mapping[str, Sequence[str]]) -> None:
        self.lists = {name: tuple(Phrase(phrase.lower()) for phrase in found) for name, found in written.items()}
        owners: dict[str, list[tuple[str, Phrase]]] = {}
        for name, found in self.lists.items():
            for phrase in found:
                for literal in dict.fromkeys(phrase.key):
                    owners.setdefault(literal, []).append((name, phrase))
        self._owners = list(owners.values())
        self._under: list[_Under | None] = [None] * len(owners)  # by number, each made when its literal is first met
        self._literals = Literals(owners)

    def on(self, text: str) -> Sheet:
        """What the lists find in a text."""
        # 'İ' is the only letter whose lower case is longer than itself; offsets must stay
        lower = text.replace("İ", "i").lower()
        hits = self._literals.find(lower)
        return Sheet(self._possible(lower, hits) if hits else {}, text, lower)

    def _possible(self, text: str, hits: Iterable[tuple[int, int, int]]) -> _Possible:
        """By list, the phrases that may be there with the literals of some hits, and where those stand."""
        found: _Possible = {}
        for number, at, end in hits:
            under = self._under[number]
            if under is None:
                under = self._under[number] = _Under(self._owners[number])
            left, right = at > 0 and text[at - 1].isalnum(), text[end : end + 1].isalnum()
            letter = text[end + 1 : end + 2]
            if left or right or not letter.isalnum():  # the blank between two words is one or two signs
                owned = under.loose[left, right]
            else:
                owned = under.beside.get(letter) or under.beside[""]
            for name, phrase in owned:
                if name in found:
                    found[name].append((phrase, at, end))
                else:
                    found[name] = [(phrase, at, end)]
        return found


class Sheet:
    """A text laid under the lists of a file. Matches are those of the text in lower case."""

    __slots__ = ("_lower", "_possible", "text")

    def __init__(self, possible: _Possible, text: str, lower: str) -> None:
        self._possible, self.text, self._lower = possible, text, lower

    def every(self, name: str) -> list[re.Match[str]]:
        """Where each phrase of a list stands, overlapping too, in order; of two that begin alike the longer first."""
        if name not in self._possible:
            return []
        lower = self._lower
        found: dict[tuple[int, int], re.Match[str]] = {}
        for phrase, at, end in self._possible[name]:
            for match in phrase.around(lower, at, end):
                found.setdefault(match.span(), match)
        return [found[span] for span in sorted(found, key=lambda span: (span[0], -span[1]))] if found else []

    def matches(self, name: str) -> list[re.Match[str]]:
        """Where phrases stand, in order; of those that overlap the first, of equals the longest."""
        kept: list[re.Match[str]] = []
        for match in self.every(name):
            if not kept or match.start() >= kept[-1].end():
                kept.append(match)
        return kept

    def search(self, name: str) -> re.Match[str] | None:
        """The first match."""
        return next(iter(self.every(name)), None)

    def take(self, name: str) -> tuple[list[re.Match[str]], Sheet]:
        """What a list finds, and the sheet with it taken out of the text, every character by a NUL."""
        found = self.matches(name) if name in self._possible else []
        if not found:
            return found, self
        text, lower = self.text, self._lower
        for match in found:
            blank = "\0" * len(match[0])
            text = text[: match.start()] + blank + text[match.end() :]
            lower = lower[: match.start()] + blank + lower[match.end() :]
        return found, Sheet(self._possible, text, lower)


@cache
def phrases(name: str) -> Phrases:
    """The lists of `vocab/<name>.txt`.

    Raises ValueError with the line number where a phrase's brackets do not pair, and where it has
    no word that must be there.
    """
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    text = text_of(f"{name}.txt")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("//"):
            bare = _ESCAPED.sub("", line) if "\\" in line else line
            if bare.count("(") != bare.count(")"):
                raise ValueError(f"{name}.txt:{number}: brackets do not pair in {line!r}")
            entries.append(line)
    return Phrases(found)


def _compiled(phrase: str) -> re.Pattern[str]:
    """Without the look behind at its beginning, with which searching is slow."""
    return re.compile(pattern(phrase).removeprefix(_NOT_IN_WORD))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


# --- what a phrase holds -----------------------------------------------------------------------------------------


def anchors(phrase: str) -> list[tuple[str, ...]]:
    """Literals without which a lower-case phrase cannot be in a text: one of each tuple must be there."""
    return [choices for part in _PART.findall(phrase) if (choices := _literals(part))]


def _literals(part: str) -> tuple[str, ...]:
    """The longest literal of each choice of a part; `()` where one may do without any."""
    if part[0] != "(":
        return () if part[0] in "…*# " else (_unescaped(part),)
    if part[-1] == "?":
        return ()
    found = tuple(_longest(choice) for choice in _choices(part))
    return found if all(found) else ()


def _longest(choice: str) -> str:
    if choice.isalpha():
        return choice
    return max(map(_unescaped, _WORDS.findall(_outside(choice))), key=len, default="")


def _outside(choice: str) -> str:
    """A choice without the brackets in it."""
    return _INNER_BRACKET.sub(" ", choice) if "(" in choice else choice


def _unescaped(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words) if "\\" in words else words


def _frequency(choices: tuple[str, ...]) -> float:
    """A guess how often one of some literals is met."""
    return sum(_MET.get(literal) or 0.75 * 2.0 ** -len(literal) for literal in choices)


def _place(phrase: str, key: tuple[str, ...]) -> Place:
    parts = _PART.findall(phrase)
    at = next(number for number, part in enumerate(parts) if _literals(part) == key)
    choices, before, behind = _choices(parts[at]), parts[:at][::-1], parts[at + 1 :]
    bounded = not _HAN.search(phrase) and all(word[0].isalnum() and word[-1].isalnum() for word in key)
    opens = bounded and _goes_to(before) and all(map(str.startswith, choices, key))
    closes = bounded and _goes_to(behind) and all(map(str.endswith, choices, key))
    widths = list(map(_width, parts))
    return Place(
        opens, closes,
        _neighbours(before, _LAST_WORDS) if opens else (), _neighbours(behind, _FIRST_WORDS) if closes else (),
        0 if opens and not before else sum(widths[: at + 1]), sum(widths[at:]) + 1,
    )  # fmt: skip


def _goes_to(parts: Sequence[str]) -> bool:
    """Whether no sign is glued to a word beside these parts."""
    return not parts or parts[0].isspace() or parts[0] == "…"


def _neighbours(parts: Sequence[str], words: re.Pattern[str]) -> tuple[str, ...]:
    """With which words the parts begin behind a blank; `()` where they need not."""
    found: list[str] = []
    for blank, part in zip(parts[::2], parts[1::2], strict=False):
        for choice in _choices(part):
            beside = words.search(_outside(choice))
            if not beside or not blank.isspace():
                return ()
            found.append(_unescaped(beside[0]))
        if not (part[0] == "(" and part[-1] == "?"):
            return tuple(dict.fromkeys(found))
    return ()


def _width(part: str) -> int:
    """The most characters that a part stands for."""
    if part[0] == "(":
        return 2 + max(sum(map(_width, _PART.findall(choice))) for choice in _choices(part))
    signs = {"…": _LONGEST_GAP, "*": _LONGEST_ENDING, "#": _LONGEST_NUMBER, " ": 2}
    return signs.get(part[0]) or len(part)


def _choices(part: str) -> list[str]:
    """The choices of a part; those of brackets within it count as part of their choice."""
    if part[0] != "(":
        return [part]
    inner = part.removesuffix("?")[1:-1]
    if "(" not in inner and "\\" not in inner:
        return inner.split("|")
    depth, cuts = 0, [0]
    for at, letter in enumerate(_ESCAPED.sub("\0\0", inner)):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            cuts.append(at + 1)
    return [inner[start : stop - 1] for start, stop in zip(cuts, [*cuts[1:], len(inner) + 1], strict=True)]


# --- its regular expression --------------------------------------------------------------------------------------


def pattern(phrase: str) -> str:
    """The regular expression of a lower-case phrase, for lower-case texts."""
    rest = re.sub(r"\s*…\s*", "…", phrase)
    built, begun = "", False
    while rest:
        blank = rest[0].isspace()
        group = _group(rest.lstrip())
        if group and group.endswith("?"):
            after = rest.lstrip()[len(group) :]
            inner = _inner(group[:-1])
            if blank:
                built += rf"(?:[\s-]{{1,2}}{inner})?"
            elif not begun and after[:1].isspace():
                built, after = built + rf"(?:{inner}[\s-]{{1,2}})?", after.lstrip()
            else:
                built += f"{inner}?"
            rest = after
            continue
        token = (not blank and group) or _TOKEN.match(rest)[0]  # type: ignore[index]  # every character is some token's
        built += _inner(token) if token[0] == "(" else _translated(token)
        rest, begun = rest[len(token) :], True
    if _HAN.search(phrase):
        return f"(?:{built})"  # Chinese has no blanks between words
    start = _NOT_IN_WORD if phrase[0].isalnum() or phrase[0] in "(#" else ""
    end = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] in ")?#" else ""
    return f"{start}(?:{built}){end}"


def _group(rest: str) -> str:
    """The bracket with which a text begins, with its question mark; empty where there is none."""
    depth = 0
    for at, letter in enumerate(_ESCAPED.sub("\0\0", rest)):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            end = at + 1 + (rest[at + 1 : at + 2] == "?")
            return rest[:end] if at else ""
    return ""


def _inner(group: str) -> str:
    """A bracket's content: each of its choices translated."""
    built, rest = "", group[1:-1]
    while rest:
        inner = _group(rest)
        if inner:
            built += _inner(inner[:-1]) + "?" if inner.endswith("?") else _inner(inner)
            rest = rest[len(inner) :]
            continue
        token = _TOKEN.match(rest)
        assert token
        built, rest = built + _translated(token[0]), rest[token.end() :]
    return f"(?:{built})"


def _translated(token: str) -> str:
    if token[0] == "\\":
        return re.escape(token[1:])
    if token.isspace():
        return r"[\s-]{1,2}"
    return {"…": _GAP, "*": r"\w{0,20}", "#": _NUMBER, "|": "|"}.get(token) or re.escape(token)
