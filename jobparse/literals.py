"""Many literals found in one pass, by an automaton; and patterns that are asked only where one of their literals stands."""
from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from .letters import lowered


class Literals:
    """Some hundreds of literals, none of them empty.

    The automaton is the small one: in a post it is met by a text that has long left the caches, and the larger ones,
    swift where they stay in them, take as long there, six times as long to build and five times the memory.
    """

    def __init__(self, literals: Iterable[str]) -> None:
        self._automaton = AhoCorasick(list(literals) or ["\0"], implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Number, start and end of each literal in a text, overlapping too, in the order of their ends."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True)


class Gated:
    """A pattern that matches only where one of some literals stands, whatever their case.

    Before the first text that holds one it is not even compiled: an automaton, made in a hundredth of the time, tells. From then
    on it is the pattern itself, which need not ask.
    """

    def __init__(self, source: str, flags: int, literals: Iterable[str]) -> None:
        """`literals`: each match of the source holds one of them."""
        self.pattern, self._flags = source, flags
        self._literals = list({literal.lower(): None for literal in literals})
        self._gate: Literals | None = None

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.search(text, start, end) if self._opens(text[start:end]) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.match(text, start, end) if self._opens(text[start:end]) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.fullmatch(text) if self._opens(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.finditer(text) if self._opens(text) else iter(())

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As `re.Pattern.sub`."""
        return self.sub(put, text) if self._opens(text) else text

    def _opens(self, text: str) -> bool:
        """Whether a literal stands there; then the pattern's own methods take the place of these."""
        if self._gate is None:
            self._gate = Literals(self._literals)
        if not self._gate.find(lowered(text)):
            return False
        compiled = self.compiled()
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return True


_METHODS = ("search", "match", "fullmatch", "finditer", "sub")
