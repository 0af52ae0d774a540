"""The first line of a post in a hiring thread: `Acme | Senior Engineer | Berlin | Full-time`."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import lazy
from .occupations import heads, names_occupation


class Head(NamedTuple):
    """Where company and title stand in the line (None for a title where it names none or several), and its
    short parts."""

    company: tuple[int, int] | None
    title: tuple[int, int] | None
    parts: tuple[tuple[int, int], ...]


_PIPE = lazy(r"\|")
_DASH = lazy(r"\s[-–—]\s")
_FACT = lazy(
    r"\b(?:remote|on-?site|hybrid|full[- ]?time|part[- ]?time|contract|intern(?:ship)?s?|freelance"
    r"|multiple roles|multiple positions)\b",
    re.IGNORECASE,
)
_FACTS_ONLY = lazy(
    r"(?:full[- ]?time|part[- ]?time|intern(?:ship)?s?|co-?ops?|contract|freelance|contractors?|[\W_]|\b(?:and|or)\b)+",
    re.IGNORECASE,
)
"""A part that tells the kind of employment and no occupation: `Full-time, interns/co-ops`."""
_IN_BRACKET = lazy(r"[【\[][^|\]】]{1,40}\|[^\]】]{1,80}[\]】]")
"""Places and modes in a bracket before the title: `[Remote | Lisbon | Porto] Baker`."""
_BRACKET = lazy(r"\([^()]{0,120}\)")
_ADDRESS = lazy(r"https?:|www\.|\b[a-z0-9-]+\.(?:com|io|ai|org|net|dev|co|tv|sh)\b", re.IGNORECASE)
_JOINT = lazy(r",|/|&|\+|\band\b|\bor\b", re.IGNORECASE)
_HIRING_AT = lazy(r"^.{0,30}\bhiring at\s|^hiring\s?[:@]\s?", re.IGNORECASE)
_MAKERS = lazy(r",\s(?:the\s)?makers of\b.{0,60}$")

_LONGEST_PART = 90
"""A longer part runs into the text, because its line breaks were lost."""

_LONGEST_LINE = 420
"""How much of a line without breaks is looked at."""


def read_head(line: str) -> Head | None:
    """Company and title of such a line; None where the line is none (fewer than three parts)."""
    line = line[:_LONGEST_LINE]
    if _IN_BRACKET.match(line):
        return None
    if line.count("|") < 2 and len(_DASH.findall(line)) < 3:
        return None
    pieces = _parts(line, _PIPE)
    if len(pieces) < 3:
        pieces = _parts(line, _DASH)
        if len(pieces) < 4 or not any(_FACT.search(line, *piece) for piece in pieces[:4]):
            return None
    elif not any(_FACT.search(line, *piece) or names_occupation(line[slice(*piece)]) for piece in pieces[1:]):
        return None
    company = _company(line, pieces[0])
    return Head(company, _title(line, pieces[1:]), tuple(_short(piece) for piece in pieces[1:]))


def _short(piece: tuple[int, int]) -> tuple[int, int]:
    """The beginning of a part: the last one may run on into the text."""
    return piece[0], min(piece[1], piece[0] + _LONGEST_PART)


def _parts(line: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """The line's parts, without the blanks at their ends."""
    cuts = [0, *(at for match in separator.finditer(line) for at in match.span()), len(line)]
    found = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        piece = line[start:end]
        found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return [(start, end) for start, end in found if start < end]


def _company(line: str, piece: tuple[int, int]) -> tuple[int, int] | None:
    """The first part without an address in brackets and without `we are hiring at`."""
    start, end = piece
    if end - start > _LONGEST_PART + 60:
        return None
    hiring = _HIRING_AT.match(line[start:end])
    start += hiring.end() if hiring else 0
    makers = _MAKERS.search(line, start, end)
    end = makers.start() if makers else end
    bracket = line.find("(", start, end)
    if bracket > start:
        end = bracket
    end = start + len(line[start:end].rstrip(" -–—,:"))
    named = 1 < end - start <= 60 and not _ADDRESS.search(
        line[start:end].split(" ")[0] if " " in line[start:end] else ""
    )
    named = named and not names_occupation(line[start:end], loose=False)
    return (start, end) if named else None


def _title(line: str, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The one part that names one occupation."""
    named = []
    for start, end in pieces:
        text = line[start:end]
        if (
            end - start <= _LONGEST_PART
            and not _ADDRESS.search(text)
            and not _FACTS_ONLY.fullmatch(text)
            and names_occupation(_BRACKET.sub("", text))
        ):
            named.append((start, end))
    if len(named) != 1 or _several(line[slice(*named[0])]):
        return None
    return named[0]


def _several(text: str) -> bool:
    """Whether a part lists several occupations: `Product Engineer, Designer`."""
    bare = _BRACKET.sub("", text)
    if bare.count(",") > 1:
        return True
    return sum(any(True for _ in heads(piece, loose=False)) for piece in _JOINT.split(bare)) > 1
