"""JSON posts: one record, a list of them, or one a line.

A record has no lines of its own to quote from, so the document's text is a rendering of it: `key: value`
lines for its short values (nested keys dotted, a line for each element of a list), a blank line, then the
description and other long texts, each but the description under its key as a heading. Evidence quotes that.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import islice
from typing import Any

from ..document import Document, Note, Span
from ..letters import unescaped
from ..patterns import lazy
from ..view import render
from . import frontmatter, html, markdown, plain
from .builder import Builder
from .chrome import shown
from .exports import Titled, inner_list, named, titled, twins, unwrapped
from .header import MOST_FACTS, MOST_KEYS, Header, scalar, too_many
from .jsontree import Number, readable
from .references import References
from .tags import has_blocks, walk

NAME = "json"
ROW = "row"
"""What a row of a table is called."""

_LONGEST_LINE = 300
"""A longer value is a text of its own, not a fact."""

_LONGEST_ELEMENT = 45
"""A list with a longer element is a list of sentences: a section of the body."""

_SECTIONS = lazy(
    r"responsibilit|requirement|qualification|nice.?to.?have|benefit|perk|duties|application.?steps",
    re.IGNORECASE,
)
"""Keys whose lists are sections even when every element is short."""

_DEEPEST = 12
_DESCRIPTIONS = (
    "description", "job_description", "jobdescription", "descriptionhtml", "description_html",
    "descriptionplain", "body", "content", "content_html", "text", "details", "job_details", "summary",
)
"""Keys of the text that is the post itself, likeliest first."""

_OURS = frozenset(("schema_version", "id", "source", "sections", "metadata", "evidence", "warnings"))
"""Keys of our own records that say nothing about the job."""


class CannotRead(ValueError):
    """A text that is said to be JSON is none, or holds no record of a job."""


# --- loading --------------------------------------------------------------------------------------


def recognise(name: str, text: str) -> str:
    """Why this is JSON, or ''."""
    if not _BEGINS.match(text):
        return ""
    if name.lower().endswith((".json", ".jsonl", ".ndjson")):
        return "its name says JSON and it begins like it"
    try:
        records(text)
    except CannotRead:
        return ""
    return "it is well-formed JSON"


_BEGINS = lazy(r'\A\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}[\[{"\]])')


def records(text: str) -> list[dict[str, Any]]:
    """The records of a JSON text: of an object, a list, an export with a list in it, JSON lines. Raises CannotRead."""
    try:
        loaded = load(text)
    except CannotRead as error:
        loaded = _one_a_line(text, error)
    if isinstance(loaded, dict):
        loaded = inner_list(loaded) or _of_graph(loaded) or [loaded]
    found = [unwrapped(record) for record in loaded if isinstance(record, dict)] if isinstance(loaded, list) else []
    if not found:
        raise CannotRead("the JSON holds no record of a job")
    return found


def _one_a_line(text: str, error: CannotRead) -> list[Any]:
    """The records of JSON lines; where the first line is none, the whole text's own fault is raised."""
    lines = [line for line in text.split("\n") if line.strip()]
    try:
        first = load(lines[0]) if len(lines) > 1 else None
    except CannotRead:
        first = None
    if not isinstance(first, dict):
        raise error
    return [first, *map(load, lines[1:])]


def load(text: str) -> Any:
    """A JSON value: numbers as they are written; what programs write against the rules (`NaN`) is nothing.

    Raises CannotRead.
    """
    try:
        return json.loads(
            text, strict=False, parse_int=Number, parse_float=Number, parse_constant=lambda _: _NoNumber.NAN,
            object_pairs_hook=_first_wins,
        )
    except RecursionError:
        raise CannotRead("the JSON is nested too deeply") from None
    except ValueError as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        message = getattr(error, "msg", "") or str(error)
        raise CannotRead(f"no well-formed JSON ({message}{where})") from None


class _NoNumber(Enum):
    """`NaN` and `Infinity`; the same one in every process."""

    NAN = "NaN"

    def __str__(self) -> str:
        return self.value


class _Doubled(dict[str, Any]):
    """An object with a key that stands twice."""


def _first_wins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found = _Doubled()
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def _of_graph(loaded: dict[str, Any]) -> list[Any] | None:
    """The jobs of a JSON-LD graph."""
    graph = loaded.get("@graph")
    if isinstance(graph, list):
        nodes = [node for node in graph if isinstance(node, dict)]
        references = References(graph)
        return [references.followed(node) for node in nodes if "JobPosting" in str(node.get("@type"))] or None
    return None


# --- reading --------------------------------------------------------------------------------------


def read(name: str, text: str) -> Document:
    """The first record of a JSON text. Raises CannotRead."""
    found = records(text)
    note = Note("json-many", f"the JSON holds {len(found)} records; the first was read")
    return _document(name, found[0], [note] if len(found) > 1 else [])


def read_many(name: str, text: str) -> Iterator[Document]:
    """Every record of a JSON text, a document each. Raises CannotRead at once where there is none."""
    found = records(text)
    return (_document(name, record, []) for record in found)


def _document(name: str, record: dict[str, Any], notes: list[Note]) -> Document:
    page = _Page()
    if len(record) > MOST_KEYS:
        record, notes = dict(islice(record.items(), MOST_KEYS)), [*notes, too_many()]
    for key, value in islice(_flat(named(record), "", 0), MOST_FACTS + 1):
        page.say(key, value)
    page.keep(record)
    page.header.notes += notes
    return page.document(name, NAME)


_ODD = {
    "header-duplicate-key": "a key stands twice; its first value was taken",
    "json-no-number": "`NaN` and `Infinity` are no numbers; they were taken for nothing",
    "json-too-deep": f"what is nested deeper than {_DEEPEST} levels was left out",
}
"""What of a record is not kept as it was written: code of the warning → what it says."""


def of_row(name: str, text: str | None, cells: Mapping[str, Any]) -> Document:
    """A table's row: its cells state facts as a header's keys do, and so does the header of its text, if it has one.

    Without a text the row is read as a JSON record.
    """
    record = cells if isinstance(cells, dict) else dict(cells)
    if text is None:
        return _document(name, record, [])
    page = _Page()
    for key, value in _flat(named(record), "", 0):
        page.say(key, value)
    page.keep(record)
    for module in (frontmatter, html):
        if module.recognise("", text):
            own: Document = module.read(name, text)
            for fact in own.header:
                page.say(fact.key, fact.value)
            page.header.metadata = {**own.metadata, **page.header.metadata}
            page.header.notes += [Note(note.code, note.message) for note in own.notes]
            text = text[own.body_start :]
            break
    page.texts.insert(0, ("description", _heading("description"), text.strip()))
    return page.document(name, ROW)


def of_page(document: Document) -> Document:
    """A web page whose post stands only in its JSON-LD: the rendering of those facts."""
    page = _Page()
    for fact in document.header:
        page.say(fact.key, fact.value)
    page.header.metadata = dict(document.metadata)
    message = "the page shows no post; it was read from its JSON-LD, and lines are those of a rendering"
    page.header.notes += [*document.notes, Note("html-body-in-json-ld", message)]
    return page.document(document.name, document.format)


def _flat(value: Any, path: str, depth: int, listed: bool = False) -> Iterator[tuple[str, Any]]:
    """Dotted key and scalar; a list of sentences stays a list. `listed`: it stands among others of its kind."""
    if listed and (own := titled(value, path)):
        yield (own.heading, own.text) if own.is_fact else (path, own)
    elif isinstance(value, dict) and depth < _DEEPEST:
        ours = "schema_version" in value and depth == 0
        worse = twins(value)
        for key, child in value.items():
            if not key.startswith("@") and not (ours and key in _OURS) and key not in worse:
                yield from _flat(child, f"{path}.{key}" if path else key, depth + 1, path.endswith("sections"))
    elif isinstance(value, list) and depth < _DEEPEST:
        texts = [child for child in value if isinstance(child, str) and child.strip()]
        if texts and (_SECTIONS.search(path) or any(len(text) > _LONGEST_ELEMENT for text in texts)):
            yield path, texts
        else:
            for child in value:
                yield from _flat(child, path, depth + 1, True)
    elif isinstance(value, bool):
        yield path, "true" if value else "false"
    elif isinstance(value, str) and value.strip():
        yield path, value


def _plain(value: Any, depth: int, odd: dict[str, None]) -> Any:
    """JSON-safe: numbers only where they print back as they were written; what is not kept goes into `odd`."""
    if isinstance(value, Number):
        return scalar(str(value))
    if isinstance(value, str):
        return readable(value)
    if value is _NoNumber.NAN:
        odd["json-no-number"] = None
        return None
    if depth >= _DEEPEST and value:
        odd["json-too-deep"] = None
        return None
    if isinstance(value, dict):
        if isinstance(value, _Doubled):
            odd["header-duplicate-key"] = None
        return {readable(key): _plain(child, depth + 1, odd) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, depth + 1, odd) for child in value]
    return value


# --- the rendering --------------------------------------------------------------------------------

_CAMEL = lazy(r"(?<=[a-z])(?=[A-Z])|[_.]+")
_LINES = lazy(r"\r\n?|\x85|\u2028|\u2029")
_ESCAPED_TAG = lazy(r"&lt;/?[a-zA-Z][^&<>]{0,200}?/?&gt;")


class _Page:
    """The text as it grows: head lines with their facts, and the long texts that follow."""

    def __init__(self) -> None:
        self.header = Header()
        self.head: list[str] = []
        self.length = 0
        self.texts: list[tuple[str, str, str]] = []  # key, heading, text

    def say(self, key: str, value: Any) -> None:
        """A value finds its place: a line of the head, or a text of the body."""
        key = " ".join(readable(key).split()) or "?"
        if isinstance(value, Titled):
            heading, text = (_LINES.sub("\n", readable(part)).strip() for part in value[:2])
            self.texts.append((key, heading, _marked_up(text)))
            return
        if isinstance(value, list):
            items = "\n".join("- " + " ".join(readable(one).split()) for one in value)
            self.texts.append((key, _heading(key), items))
            return
        text = _LINES.sub("\n", readable(value)).strip()
        if not text:
            return
        text = _marked_up(text)
        if len(text) > _LONGEST_LINE or "\n" in text or has_blocks(text, 0) or _is_description(key):
            self.texts.append((key, _heading(key), text))
            return
        text = unescaped(text)
        start = self.length + len(key) + 2
        self.header.say(key, text, start, start + len(text))
        self.head.append(f"{key}: {text}\n")
        self.length = start + len(text) + 1

    def keep(self, record: dict[str, Any]) -> None:
        """The record as it was goes into the metadata."""
        odd: dict[str, None] = {}
        self.header.metadata = _plain(record, 0, odd)
        self.header.notes += [Note(code, _ODD[code]) for code in odd]

    def document(self, name: str, format: str) -> Document:
        """Head and body, rendered and read."""
        self.texts.sort(key=lambda text: _rank(text[0]))
        pieces, length = [*self.head, "\n"], self.length + 1
        parts: list[tuple[int, int, bool]] = []  # start, end, whether it is a heading
        for at, (key, heading, text) in enumerate(self.texts):
            if at or not _is_description(key):
                heading = f"## {heading}"
                pieces += [heading, "\n\n"]
                parts.append((length, length + len(heading), True))
                length += len(heading) + 2
            pieces += [text, "\n\n"]
            parts.append((length, length + len(text), False))
            length += len(text) + 2
        text = "".join(pieces).rstrip("\n") + "\n"
        return self._read(name, format, text, parts)

    def _read(self, name: str, format: str, text: str, parts: list[tuple[int, int, bool]]) -> Document:
        body_start = min(self.length + 1, len(text))
        page = shown(text, body_start)
        builder = Builder(page)
        for start, end, is_heading in parts:
            builder.blank = True
            builder.leave_list()
            if is_heading:
                builder.marks.append((start, start + 2))
                builder.add("heading", 2, Span(start, end), Span(start + 3, end))
            else:
                _scan(builder, page, start, end)
            builder.close()
        view, links = render(page, body_start, builder.marks)
        header = self.header
        return Document(
            name, format, text, view, tuple(builder.blocks),
            header=tuple(header.facts), metadata=header.metadata, body_start=body_start, links=links,
            notes=tuple(header.notes),
        )


def _heading(key: str) -> str:
    """A key as a heading: `job.niceToHave` is `Nice to have`."""
    return _CAMEL.sub(" ", key.rpartition(".")[2]).strip().capitalize()


def _marked_up(text: str) -> str:
    """A text whose tags were escaped once too often."""
    return unescaped(text) if "<" not in text and _ESCAPED_TAG.search(text) else text


def _scan(builder: Builder, text: str, start: int, end: int) -> None:
    """A long text by what it is made of: HTML, Markdown or plain lines."""
    piece = text[start:end]
    if has_blocks(piece, 0):
        walk(builder, text, start, end, html.flow)
    elif markdown.recognise("", piece):
        markdown.scan(builder, text, start, end)
    else:
        plain.scan(builder, text, start, end)


def _is_description(key: str) -> bool:
    return key.rpartition(".")[2].lower() in _DESCRIPTIONS


def _rank(key: str) -> int:
    """Descriptions before other texts, which keep their order."""
    key = key.rpartition(".")[2].lower()
    return _DESCRIPTIONS.index(key) if key in _DESCRIPTIONS else len(_DESCRIPTIONS)
