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
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

_GAP = r"(?!\w)[^.;!?\n]{1,40}?(?<!\w)"
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|ein|einen|zwei|drei|vier|fünf|un|une|deux|trois|quatre|uno|una|dos|tres|cuatro"
    r"|um|uma|dois|duas|três|quatro)"
    r"(?:\s?(?:-|to|or|bis|à|a)\s?(?:\d{1,3}|two|three|four|five|zwei|drei|vier|dos|tres|dois))?"
)
_TOKEN = re.compile(r"\\.|[()|]|…|\*|\#|\s+|[^()|…*\#\s\\]+")
_ESCAPED = re.compile(r"\\.")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBER_HEADS = (
    *"0123456789",
    *["one", "two", "three", "four", "five", "six", "ein", "zwei", "drei", "vier", "fünf", "un", "deux", "trois", "quatre", "dos", "tres", "cuatro", "um", "dois", "duas", "três"],
)
_HEAD = re.compile(r"[^\W_][\w'%.]*|[\u4e00-\u9fff]+")
_LITERAL = re.compile(r"[^\W\d_][\w'%.]*|[\u4e00-\u9fff]+")


class _Needs(NamedTuple):
    """A phrase with the literals it needs beside the one it is listed under, and those with which it can only begin."""

    phrase: str
    literals: tuple[frozenset[int], ...]
    heads: tuple[int, ...]  # empty where it may begin with anything


_SHORTEST_HEAD = 3
"""Letters of a literal at whose places a phrase is tried; 'a' or 'we' stand in too many words."""


_SHORTEST_ANCHOR = 4
"""Letters of a literal that is worth looking for, where the phrase has others: 'in' and 'our' are everywhere."""
_BEFORE, _BEHIND = 150, 200
"""Characters around a literal in which a phrase is looked for that may begin with anything."""


class Phrases:
    """The lists of one file. A phrase is looked for only where a text holds all the literals it cannot do without.

    One pass over a text finds the literals of all lists; a phrase's regular expression is built when first needed.
    """

    def __init__(self, written: Mapping[str, Sequence[str]]) -> None:
        self.written = {name: tuple((anchors(phrase), phrase) for phrase in found) for name, found in written.items()}
        literals: dict[str, int] = {}
        self._needs = {name: self._indexed(name, literals) for name in self.written}
        self._automaton = AhoCorasick(list(literals) or ["\0"])

    def _indexed(self, name: str, literals: dict[str, int]) -> dict[int, list[_Needs]]:
        """Literal → phrases that may be there with it; under -1 those without any literal."""
        index: dict[int, list[_Needs]] = defaultdict(list)
        for clauses, phrase in self.written[name]:
            numbered = [frozenset(literals.setdefault(each, len(literals)) for each in choices) for choices in clauses]
            first, *rest = sorted(numbered, key=len) or [frozenset((-1,))]
            begin = heads(phrase)
            rare = all(len(head) >= _SHORTEST_HEAD or head in _NUMBER_HEADS for head in begin)
            tried = begin if rare else ()
            starts = tuple(literals.setdefault(each, len(literals)) for each in tried)
            for literal in first:
                index[literal].append(_Needs(phrase, tuple(rest), starts))
        return dict(index)

    def on(self, text: str) -> Sheet:
        """What the lists find in a text."""
        hits: dict[int, list[int]] = {-1: []}
        # 'İ' is the only letter whose lower case is longer than itself; offsets must stay
        for literal, start, _ in self._automaton.find_matches_as_indexes(text.replace("İ", "i").lower(), overlapping=True):
            hits.setdefault(literal, []).append(start)
        return Sheet(self._needs, hits, text)


class Sheet:
    """A text laid under the lists of a file."""

    __slots__ = ("_hits", "_needs", "_present", "text")

    def __init__(self, needs: Mapping[str, Mapping[int, list[_Needs]]], hits: dict[int, list[int]], text: str) -> None:
        self._needs, self._hits, self._present, self.text = needs, hits, frozenset(hits), text

    def every(self, name: str) -> list[re.Match[str]]:
        """Where each phrase of a list stands, overlapping too, in order; of those that begin alike the longest first."""
        index, present = self._needs[name], self._present
        found: dict[tuple[int, int], re.Match[str]] = {}
        for literal in present.intersection(index):
            for phrase, needed, begin in index[literal]:
                for choices in needed:
                    if choices.isdisjoint(present):
                        break
                else:
                    for match in self._tried(_compiled(phrase), literal, begin):
                        found.setdefault(match.span(), match)
        return [found[span] for span in sorted(found, key=lambda span: (span[0], -span[1]))]

    def _tried(self, compiled: re.Pattern[str], literal: int, begin: tuple[int, ...]) -> Iterable[re.Match[str]]:
        """The matches of one phrase, tried only where one of its first literals stands, else around the one it needs."""
        if not begin:
            places = self._hits[literal]
            if len(self.text) <= (_BEFORE + _BEHIND) * len(places) or literal < 0:
                return compiled.finditer(self.text)
            windows = [(max(0, at - _BEFORE), at + _BEHIND) for at in places]
            return [match for window in windows for match in compiled.finditer(self.text, *window)]
        starts = [start for head in begin for start in self._hits.get(head, ())]
        return [match for start in starts if (match := compiled.match(self.text, start))]

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
        found, text = self.matches(name), self.text
        for match in found:
            text = text[: match.start()] + "\0" * len(match[0]) + text[match.end() :]
        return found, Sheet(self._needs, self._hits, text) if found else self


@cache
def phrases(name: str) -> Phrases:
    """The lists of `vocab/<name>.txt`.

    Raises ValueError with the line number where a phrase's brackets do not pair.
    """
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    text = files(__package__).joinpath(f"{name}.txt").read_bytes().decode("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("//"):
            bare = _ESCAPED.sub("", line)
            if bare.count("(") != bare.count(")"):
                raise ValueError(f"{name}.txt:{number}: brackets do not pair in {line!r}")
            entries.append(line)
    return Phrases(found)


def anchors(phrase: str) -> tuple[tuple[str, ...], ...]:
    """Lower-case literals without which the phrase cannot be in a text: one of each tuple must be there."""
    found: list[tuple[str, ...]] = []
    rest = phrase.lower()
    while rest:
        group = _group(rest)
        if group:
            choices = tuple(_first_literal(choice) for choice in _choices(group))
            if not group.endswith("?") and all(choices):
                found.append(choices)
            rest = rest[len(group) :]
            continue
        token = _TOKEN.match(rest)
        assert token  # every character belongs to a token
        literal = _first_literal(token[0])
        if literal:
            found.append((literal,))
        rest = rest[token.end() :]
    telling = [choices for choices in found if min(map(len, choices)) >= _SHORTEST_ANCHOR]
    return tuple(sorted(telling or found, key=len))


def heads(phrase: str) -> tuple[str, ...]:
    """The lower-case literals with one of which the phrase begins; `()` where it may begin with anything."""
    found: list[str] = []
    rest = phrase.lower()
    while rest:
        group = _group(rest)
        for choice in _choices(group) if group else [rest]:
            literal = _HEAD.match(choice)
            if ("(" in choice and group) or not (literal or choice.startswith("#")):
                return ()
            found += [literal[0]] if literal else _NUMBER_HEADS
        if not group.endswith("?"):
            break
        rest = rest[len(group) :].lstrip()
    return tuple(dict.fromkeys(found))


def _choices(group: str) -> list[str]:
    """The choices of a bracket; those of brackets within it count as part of their choice."""
    inner, depth, cuts = group.rstrip("?")[1:-1], 0, [0]
    for at, letter in enumerate(_ESCAPED.sub("\0\0", inner)):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            cuts.append(at + 1)
    return [inner[start : stop - 1] for start, stop in zip(cuts, [*cuts[1:], len(inner) + 1], strict=True)]


def _first_literal(choice: str) -> str:
    """A literal that a choice cannot do without; empty where none is sure."""
    if "(" in choice or "\\" in choice:
        return ""
    return max(_LITERAL.findall(choice), key=len, default="")


@cache
def _compiled(phrase: str) -> re.Pattern[str]:
    return re.compile(pattern(phrase), re.IGNORECASE)


def pattern(phrase: str) -> str:
    """The regular expression of a phrase."""
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
    start = r"(?<!\w)" if phrase[0].isalnum() or phrase[0] in "(#" else ""
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
