"""Front matter over a Markdown body: `---` around YAML or `+++` around TOML, as far as authors keep to it."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..document import Document, Note, Span
from ..patterns import lazy
from . import markdown
from .header import Header
from .linewise import KEY, read_lines

NAME = "frontmatter"

LONGEST = 65_536
"""Characters of the longest header that is looked for: ten times the largest real one."""

_OPENING = lazy(
    r"""
    \A
    (?: (?: | \[[^\]\n]{1,60}\] | <!--[^\n]{0,300}--> ) [^\S\n]{0,200} \n ){0,12}  # blank, [REVIEW], comment
    (?P<fence> ---|\+\+\+ ) [^\S\n]{0,200} (?: \n | \Z )
    """,
    re.VERBOSE,
)
_CLOSING = {
    "---": lazy(r"^(?:---|\.\.\.)[^\S\n]{0,200}(?:\n|\Z)", re.MULTILINE),
    "+++": lazy(r"^\+\+\+[^\S\n]{0,200}(?:\n|\Z)", re.MULTILINE),
}
_DOUBLED = lazy(r"---[^\S\n]{0,200}(?:\n|\Z)")
_FIRST_LINE = lazy(r"^(?:[^\S\n]{0,200}(?:\#[^\n]{0,300})?\n){0,40}", re.MULTILINE)
_TOML_KEY = lazy(r"^(?:[A-Za-z0-9_.\"'-]{1,80}[^\S\n]{0,20}=|\[)", re.MULTILINE)
_LIKE_YAML = lazy(r"[^\S\n]|\#|-[ \t]|-$|$|[\]}]", re.MULTILINE)
_FEWEST_KEYS = 2
"""Keys without which an unclosed run of lines, or one that does not begin with a key, is no header."""

_MOST_WORDS = 3
"""A longer key is a sentence that happens to hold a colon."""


class _Place(NamedTuple):
    """Where the header's own lines begin and end, and where the body begins."""

    fence: str
    start: int
    end: int
    body: int
    closed: bool


def recognise(name: str, text: str) -> str:
    """Why this begins with a header, or ''."""
    place = _find(text)
    if place is None:
        return ""
    return f"it begins with keys after `{place.fence}`"


def read(name: str, text: str) -> Document:
    """Header and body; without a header all of it is the body."""
    place = _find(text)
    header = _header(text, place) if place else Header()
    start = place.body if place else 0
    view, blocks, links, facts = markdown.body(text, start)
    return Document(
        name, NAME, text, view, blocks,
        header=(*header.facts, *facts), metadata=header.metadata, body_start=start, links=links,
        notes=tuple(header.notes),
    )


def _header(text: str, place: _Place) -> Header:
    header = _parsed(text, place)
    if not place.closed:
        message = f"the front matter has no closing `{place.fence}`; only its first run of keys was taken"
        header.notes.append(Note("header-unclosed", message, Span(place.start, place.start)))
    return header


def _parsed(text: str, place: _Place) -> Header:
    if place.fence == "+++":
        from .tomlheader import read_toml

        return read_toml(text, place.start, place.end)
    from .yamlheader import NotYaml, read_yaml

    try:
        return read_yaml(text, place.start, place.end)
    except NotYaml as problem:
        header = read_lines(text, place.start, place.end)
        at = min(place.start + problem.at, max(place.start, place.end - 1))
        message = f"the front matter is no YAML ({problem}); read line by line"
        header.notes.append(Note("header-not-yaml", message, Span(at, at)))
        return header


# --- where the header stands ----------------------------------------------------------------------


@lru_cache(1)
def _find(text: str) -> _Place | None:
    """The header's place, where the text begins with a fence and keys; asked for twice in a row."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    fence, start = opening["fence"], opening.end()
    first = _FIRST_LINE.match(text, start)
    key_at = first.end() if first else start
    if not (KEY if fence == "---" else _TOML_KEY).match(text, key_at):
        return None
    closing = _CLOSING[fence].search(text, start, start + LONGEST)
    if closing and (fence == "+++" or _is_mapping(text, start, closing.start())):
        doubled = _DOUBLED.match(text, closing.end()) if fence == "---" else None
        return _Place(fence, start, closing.start(), (doubled or closing).end(), True)
    return _unclosed(text, fence, start)


def _is_mapping(text: str, start: int, end: int) -> bool:
    """Whether the lines between two fences are keys and what belongs to keys, but for a stray one.

    Prose after a blank line is no stray one: there the body has begun, and the second fence is a rule in it.
    """
    keys = others = 0
    lines = text[start:end].split("\n")
    before = "-"
    for line in lines:
        key = KEY.match(line)
        if key and key[3].count(" ") < _MOST_WORDS:
            keys += 1
        elif key or not _LIKE_YAML.match(line):
            others += 1
            if not before.strip():
                return False
        before = line
    lonely = keys < _FEWEST_KEYS and not KEY.match(lines[0])
    return keys > others and not lonely


def _unclosed(text: str, fence: str, start: int) -> _Place | None:
    """The run of `key: value` lines after a fence that is never closed."""
    at, keys = start, 0
    while at < min(len(text), start + LONGEST):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at : min(stop, at + 400)]
        if KEY.match(line) or (fence == "+++" and _TOML_KEY.match(line)):
            keys += 1
        elif not line.strip() or not _LIKE_YAML.match(line):
            break
        at = stop + 1
    at = min(at, len(text))
    return _Place(fence, start, at, at, False) if keys >= _FEWEST_KEYS else None
