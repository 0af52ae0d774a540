"""Phrases of a field, by heading: `[name]` opens a list in a file of phrases, every other line is one phrase.

Lines that begin with `//` are comments. The language of phrases: see `phrase_language`.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ..letters import has_han, lowered
from ..literals import Literals
from .phrase_language import ESCAPED, NOT_IN_WORD, Place, anchors, frequency, pattern, place_of
from .shipped import text_of

_TOO_OFTEN = 1
"""How often literals may be met whose absence tells something: one of 'a', 'in' and 'on' is in every line."""


class Phrase:
    """One phrase, with the literals at one of which it is looked for; all else is built when it is first tried."""

    __slots__ = ("_compiled", "_place", "_told", "key", "written")

    def __init__(self, written: str) -> None:
        clauses = sorted(anchors(written), key=frequency)
        if not clauses:
            raise ValueError(f"the phrase {written!r} has no word that must be there")
        self.written = written
        self.key, *told = clauses
        self._told = [choices for choices in told if frequency(choices) < _TOO_OFTEN]
        self._place: Place | None = None
        self._compiled: re.Pattern[str] | None = None

    def place(self) -> Place:
        """How it lies around its key."""
        if self._place is None:
            self._place = place_of(self.written, self.key)
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
            if not (start and _in_word(text[start - 1]) and _in_word(text[start])) or has_han(text[start : start + 1]):
                found.append(match)
            if there:
                break
            start += 1
        return found


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
        free = [one for one, place in places if not place.behind]
        self.beside: dict[str, list[_Owned]] = {"": free}
        """Those that may be there by the first letter of the next word, `""` for letters with which none begins."""
        for one, place in places:
            for letter in {word[0] for word in place.behind}:
                self.beside.setdefault(letter, free.copy()).append(one)


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
        lower = lowered(text)
        hits = self._literals.find(lower)
        return Sheet(self._possible(lower, hits) if hits else {}, text, lower)

    def _possible(self, text: str, hits: Iterable[tuple[int, int, int]]) -> _Possible:
        """By list, the phrases that may be there with the literals of some hits, and where those stand."""
        found: _Possible = {}
        around = f" {text}   "  # signs before and behind each literal without a look at the text's ends
        for number, at, end in hits:
            under = self._under[number]
            if under is None:
                under = self._under[number] = _Under(self._owners[number])
            left, right = around[at].isalnum(), around[end + 1].isalnum()
            letter = around[end + 2]
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
            bare = ESCAPED.sub("", line) if "\\" in line else line
            if bare.count("(") != bare.count(")"):
                raise ValueError(f"{name}.txt:{number}: brackets do not pair in {line!r}")
            entries.append(line)
    return Phrases(found)


def _compiled(phrase: str) -> re.Pattern[str]:
    """Without the look behind at its beginning, with which searching is slow."""
    return re.compile(pattern(phrase).removeprefix(NOT_IN_WORD))


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
