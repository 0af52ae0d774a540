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
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

_GAP = r"(?!\w)[^.;!?\n]{1,40}?(?<!\w)"
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|ein|einen|zwei|drei|vier|fünf|un|une|deux|trois|quatre|uno|una|dos|tres|cuatro"
    r"|um|uma|dois|duas|três|quatro)"
    r"(?:\s?(?:-|to|or|bis|à|a)\s?(?:\d{1,3}|two|three|four|five|zwei|drei|vier|dos|tres|dois))?"
)
_TOKEN = re.compile(r"\\.|[()|]|…|\*|\#|\s+|[^()|…*\#\s\\]+")
_ESCAPED = re.compile(r"\\.")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TOP_GROUP = re.compile(r"\(([^()]*)\)(?!\?)")
_ANY_GROUP = re.compile(r"\([^()]*\)\??")
_LITERAL = re.compile(r"[^\W\d_][\w'%.]*|[\u4e00-\u9fff]+")


class Phrases:
    """One list. A phrase's regular expression is built when a text first holds the literal it cannot do without."""

    def __init__(self, written: Sequence[str]) -> None:
        self.written = tuple((anchors(phrase), phrase) for phrase in written)

    def every(self, text: str) -> list[re.Match[str]]:
        """Where each phrase stands, overlapping ones too, in order; of those that begin alike the longest first."""
        lowered = text.lower()
        found = [
            match
            for literals, phrase in self.written
            if not literals or any(literal in lowered for literal in literals)
            for match in _compiled(phrase).finditer(text)
        ]
        return sorted(found, key=lambda match: (match.start(), -match.end()))

    def matches(self, text: str) -> list[re.Match[str]]:
        """Where phrases stand, in order; of those that overlap the first, of equals the longest."""
        kept: list[re.Match[str]] = []
        for match in self.every(text):
            if not kept or match.start() >= kept[-1].end():
                kept.append(match)
        return kept

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return next(iter(self.matches(text)), None)

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        parts, at = [], 0
        for match in self.matches(text):
            parts += [text[at : match.start()], replace(match)]
            at = match.end()
        return "".join(parts) + text[at:] if parts else text


@cache
def phrases(name: str) -> dict[str, Phrases]:
    """The lists of `vocab/<name>.txt` by heading.

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
    return {heading: Phrases(entries) for heading, entries in found.items()}


def anchors(phrase: str) -> tuple[str, ...]:
    """Lower-case literals of which a text must hold one for the phrase to be in it; `()` where there are none."""
    bare = _ESCAPED.sub(" ", phrase.lower())
    groups = [group.split("|") for group in _TOP_GROUP.findall(bare) if "(" not in group]
    nested = bare
    while _ANY_GROUP.search(nested):
        nested = _ANY_GROUP.sub(" ", nested)
    best = max(_LITERAL.findall(nested), key=len, default="")
    if len(best) >= 4 or (best and _HAN.search(best)):
        return (best,)
    if "((" in bare or ")?" in re.sub(_ANY_GROUP, "", bare):
        return (best,) if best else ()
    plain = [tuple(_LITERAL.findall(choice)[:1]) for group in groups[:1] for choice in group]
    if groups and all(plain) and min(len(choice[0]) for choice in plain) >= max(3, len(best)):
        return tuple(choice[0] for choice in plain)
    return (best,) if best else ()


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
