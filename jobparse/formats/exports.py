"""What hiring software and job boards do with a record: wrap it, write a text twice, keep headings beside their texts."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from ..letters import unescaped
from ..patterns import lazy
from ..vocab.keys import keys, normalise
from .tags import has_blocks

_LISTS = frozenset(
    "jobs results data items postings positions records hits jobpostings offers vacancies searchresultitems".split()  # noqa: SIM905
)
"""Keys under which exports keep their list of records."""

_WRAPPERS = frozenset(("data", "job", "attributes", "posting", "result", "_source", "matchedobjectdescriptor", "jobposting"))
"""Keys under which a record stands within one that says next to nothing."""

_AROUND_LISTS = frozenset(("data", "hits", "response", "result", "results", "searchresult", "jobs"))
"""Keys of objects in which the list stands."""

_FARTHEST = 3
"""Levels down to a list, or to the record itself."""

_TITLES = frozenset(("title", "name", "position", "positiontitle", "jobtitle", "job_title", "text"))
"""A record that has one is not wrapped, whatever else it holds."""


def inner_list(loaded: Mapping[str, Any], depth: int = 0) -> list[Any] | None:
    """The list of records in an export such as `{"count": 2, "jobs": […]}` or `{"hits": {"hits": […]}}`."""
    if depth and _has_title(loaded):
        return None  # a record, with lists of its own
    for key, value in loaded.items():
        if key.lower() in _LISTS and isinstance(value, list) and value and isinstance(value[0], dict):
            return value
    if depth < _FARTHEST and not _has_title(loaded):
        for key, value in loaded.items():
            if key.lower() in _AROUND_LISTS and isinstance(value, dict) and (found := inner_list(value, depth + 1)):
                return found
    return None


def unwrapped(record: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """The record within one such as `{"id": 7, "attributes": {…}}` with what stands around it, else the record itself."""
    if depth < _FARTHEST and not _has_title(record):
        for key, value in record.items():
            if key.lower() in _WRAPPERS and isinstance(value, dict) and _has_title(inner := unwrapped(value, depth + 1)):
                return {**inner, **{name: beside for name, beside in record.items() if name != key and name not in inner}}
    return record


def named(record: dict[str, Any]) -> dict[str, Any]:
    """A record of Lever's, which calls the title `text`, with the key that others have for it."""
    if "hostedUrl" not in record or "title" in record:
        return record
    return {"title" if key == "text" else key: value for key, value in record.items()}


def _has_title(record: Mapping[str, Any]) -> bool:
    return any(
        isinstance(value, str) and (key.lower() in _TITLES or _field(key) in ("title", "role")) for key, value in record.items()
    )


def _field(key: str) -> str:
    return keys().header.get(normalise(key), "")


# --- a text twice -----------------------------------------------------------------------------------------

_VARIANT = lazy(r"(?:_?(?:plain|html|text|raw|markdown|stripped|formatted))+$", re.IGNORECASE)
_TAGGED = lazy(r"</?[a-z][^<>\n]{0,200}>|&lt;/?[a-z]", re.IGNORECASE)
_ANY_TAG = lazy(r"<[^<>]{0,200}>")
_LONG = 60
"""Letters from which a value is a text; no key has more that tell of its kind."""

_BEGINNING, _COMPARED = 2_000, 40
"""Characters in which letters are looked for that two texts must share, and how many."""


def twins(record: Mapping[str, Any]) -> set[str]:
    """Keys of texts that the record holds better under another: `descriptionPlain` beside `description`."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for key, value in record.items():
        if isinstance(value, str) and len(value) >= _LONG and (stem := key[:-_LONG] + _VARIANT.sub("", key[-_LONG:])):
            kinds.setdefault((stem.lower(), _opening(value)), []).append(key)
    worse: set[str] = set()
    for same in kinds.values():
        if len(same) > 1:  # tags tell lists and headings
            best = max(same, key=lambda key: (_TAGGED.search(record[key]) is not None, -same.index(key)))
            worse.update(key for key in same if key != best)
    return worse


def _opening(text: str) -> str:
    """How a text begins, whatever its marks: the same in two texts that are one."""
    letters = filter(str.isalnum, _ANY_TAG.sub(" ", unescaped(text[:_BEGINNING])))
    return "".join(islice(letters, _COMPARED)).casefold()


# --- headings beside their texts --------------------------------------------------------------------------


class Titled(NamedTuple):
    """A text of a record with a heading of its own."""

    heading: str
    text: str
    is_fact: bool = False  # rather a key with its value


_HEADINGS = ("title", "heading", "header", "text", "name", "label")
_TEXTS = ("content", "html", "body", "description", "text", "value")
_PROSE = frozenset(_TEXTS[:3])
"""Keys of texts that are never a value."""

_LONGEST_HEADING, _LONGEST_VALUE, _MOST_KEYS = 80, 45, 6
_BODY = frozenset(("", "description", "responsibilities", "requirements", "nice_to_have", "benefits"))
"""Fields whose objects may be sections: those of others are employers, places, contacts."""


def titled(value: Any, path: str = "") -> Titled | None:
    """The heading and the text of an object that holds little else: `{"text": "Your profile", "content": "<li>…"}`.

    `path` is the dotted key under which it is listed.
    """
    if not isinstance(value, dict) or not 1 < len(value) <= _MOST_KEYS or "@type" in value:
        return None
    if _field(path.rpartition(".")[2]) not in _BODY or "question" in path.lower():
        return None
    texts = {key.lower(): text for key, text in value.items() if isinstance(text, str) and text.strip()}
    heading = next(_held(texts, _HEADINGS), "")
    text = next((key for key in _held(texts, _TEXTS) if key != heading), "")
    if not heading or not text or len(texts[heading]) > _LONGEST_HEADING or "\n" in texts[heading].strip():
        return None
    short = len(texts[text]) <= _LONGEST_VALUE and text not in _PROSE and not has_blocks(texts[text], 0)
    if short and (heading, text) != ("name", "value"):
        return None
    return Titled(texts[heading].strip(), texts[text], short)


def _held(texts: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[str]:
    return (key for key in keys if key in texts)
