"""One post, from bytes to record: decode, read, cut into sections, find, resolve."""
from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from . import decoding, formats, sections
from .candidates import Candidate
from .derive import derive
from .document import Document, Line, Note, Span
from .extractors import EXTRACTORS
from .facts import gather
from .limits import MOST_TEXT, cut_once, read_so_far, shortened
from .record import Evidence, JobPost, SectionPart, Source, Warning
from .resolve import Outcome, Resolution, resolve
from .scan import Scanner
from .vocab import skills


class Reading(NamedTuple):
    """A post with everything that was weighed: what `explain` shows."""

    post: JobPost
    document: Document
    resolution: Resolution


def parse_file(
    path: str | Path, *, format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> JobPost:
    """The record of a file.

    `format` forces one of `formats.NAMES` instead of looking at the content; `country` (ISO 3166-1 alpha-2) is a
    hint for what a bare `$` or `kr` means; what comes after `max_text` characters (blanks not counted) is cut off, with
    a warning. Raises OSError where the file cannot be read and `decoding.NotText` (a ValueError) where it holds no text.
    """
    return parse_bytes(Path(path).read_bytes(), name=str(path), format=format, country=country, max_text=max_text)


def parse_bytes(
    data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> JobPost:
    """The record of a file's bytes; `name` becomes `source.path`. Raises as `parse_file`, but for OSError."""
    return read_bytes(data, name=name, format=format, country=country, max_text=max_text).post


def parse_text(
    text: str, *, name: str = "-", format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> JobPost:
    """The record of a text. Raises ValueError only where `format="json"` is asked for and the text is none."""
    return read_text(text, name=name, format=format, country=country, max_text=max_text).post


def read_text(
    text: str, *, name: str = "-", format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> Reading:
    """As `parse_text`, with the document and all that was weighed."""
    data = text.encode("utf-8", "surrogatepass")
    return _read(decoding.decode_text(text), data, name, format, country, max_text)


def read_bytes(
    data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> Reading:
    """As `parse_bytes`, with the document and all that was weighed."""
    return _read(decoding.decode(data), data, name, format, country, max_text)


def _read(
    decoded: decoding.Decoded, data: bytes, name: str, format: str | None, country: str | None, max_text: int,
) -> Reading:
    format = format or formats.detect(name, decoded.text)[0]
    text, cuts = read_so_far(decoded.text, format, max_text)
    document = formats.read(name, text, format)
    identity = _identity(decoded.text) if cuts else ""
    return analyse(
        document, _source(name, document, decoded, data), country, (*decoded.notes, *cuts), max_text, identity
    )


def read_many(
    data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None, max_text: int = MOST_TEXT,
) -> Iterator[Reading]:
    """As `read_bytes`, for files that may hold a list of posts: the second is then named `jobs.json#2`."""
    decoded = decoding.decode(data)
    format = format or formats.detect(name, decoded.text)[0]
    text, cuts = read_so_far(decoded.text, format, max_text)
    identity = _identity(decoded.text) if cuts else ""
    documents = list(formats.read_many(name, text, format))
    for number, document in enumerate(documents, 1):
        own = f"{name}#{number}" if len(documents) > 1 else name
        source = _source(own, document, decoded, data)
        yield analyse(document, source, country, (*decoded.notes, *cuts), max_text, identity)


def read_row(
    name: str, text: str | None, cells: Mapping[str, Any], size: int, encoding: str = "utf-8", country: str | None = None,
    max_text: int = MOST_TEXT,
) -> Reading:
    """As `read_bytes`, for a table's row: one cell is the post's text, the others state facts.

    `size` in bytes and `encoding` are those of the row in its table. Raises NotText.
    """
    decoded = decoding.decode(_bytes(text or ""))
    document = formats.row(name, None if text is None else decoded.text, cells)
    encoding = decoded.encoding if encoding == "utf-8" else encoding
    source = Source(_shown(name), document.format, encoding, list(decoded.repairs), size)
    return analyse(document, source, country, decoded.notes, max_text)


def _bytes(text: str) -> bytes:
    """A cell's bytes; those that were no UTF-8 in its table are as they were."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _source(name: str, document: Document, decoded: decoding.Decoded, data: bytes) -> Source:
    return Source(_shown(name), document.format, decoded.encoding, list(decoded.repairs), len(data))


def _shown(name: str) -> str:
    """A file's name whatever the locale; a byte of it that is no UTF-8 is written as `\\xe9`: no output could hold it."""
    if name.isascii():
        return name
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode()


def analyse(
    document: Document, source: Source, country: str | None = None, notes: Iterable[Note] = (), max_text: int = MOST_TEXT,
    identity: str = "",
) -> Reading:
    """A document that was read: cut, find, resolve. `identity` is that of the whole text, where the document is not it."""
    identity = identity or _identity(document.text)
    document = gather(sections.cut(shortened(document, max_text).having(country=country)))
    scanned = scanner().scan(document)
    document = document.having(names=scanned.names)
    failures: list[Note] = []
    resolution = resolve(_find(document, scanned.lines, failures))
    outcomes = derive(resolution.outcomes)
    resolution = resolution._replace(outcomes=outcomes)
    warnings = [_warning(document, note) for note in cut_once((*notes, *document.notes, *failures, *resolution.notes))]
    return Reading(_record(document, identity, source, outcomes, warnings), document, resolution)


def scanner() -> Scanner:
    """The automaton over the vocabulary in use and all triggers."""
    return _scanner(skills.current())


@lru_cache(2)
def _scanner(vocabulary: skills.Vocabulary) -> Scanner:
    return Scanner(vocabulary.forms, {extractor.__name__: extractor.TRIGGERS for extractor in EXTRACTORS})


def _find(document: Document, lines: Mapping[str, Sequence[Line]], failures: list[Note]) -> Iterator[Candidate]:
    """What all extractors find. A defect in one of them must not cost a person the other fields, nor go unsaid."""
    for extractor in EXTRACTORS:
        try:
            yield from list(extractor.find(document, lines.get(extractor.__name__, ())))
        except Exception as error:
            about = f"{', '.join(extractor.FIELDS)} could not be read ({type(error).__name__}: {error}); please report this post"
            failures.append(Note("internal-error", about))


# --- the record --------------------------------------------------------------------------------------------------


def _record(document: Document, identity: str, source: Source, outcomes: dict[str, Outcome], warnings: list[Warning]) -> JobPost:
    values = {name: outcome.value for name, outcome in outcomes.items()}
    order = JobPost.__struct_fields__
    evidence = {name: _evidence(document, outcomes[name]) for name in order if name in outcomes}
    return JobPost(
        id=identity,
        source=source,
        **values,
        sections=[_part(document, section.kind, section.heading, section.span) for section in document.sections],
        metadata=dict(document.metadata),
        evidence=evidence,
        warnings=warnings,
    )


def _identity(text: str) -> str:
    """The same words give the same id, whatever the white space, newlines or composition of letters."""
    data = text.encode("utf-8", "replace")
    if not text.isascii():
        foreign = set(data.translate(None, _ASCII).decode())
        if _COMPOSABLE.search("".join(foreign)):
            return _digest(" ".join(map(_composed, text.split())).encode("utf-8", "replace"))
        for space in foreign & _FOREIGN_SPACES:
            data = data.replace(space.encode(), b" ")
    return _digest(_RUN.sub(b" ", data.translate(_SPACED)).strip(b" "))  # half the time of splitting and joining


def _digest(words: bytes) -> str:
    return hashlib.sha256(words).hexdigest()[:16]


_ASCII = bytes(range(128))
_SPACED = bytes(32 if chr(code).isspace() and code < 128 else code for code in range(256))
_RUN = re.compile(b"  +")
_FOREIGN_SPACES = frozenset("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | set(map(chr, range(0x2000, 0x200B)))
_COMPOSABLE = re.compile("[^\0-\u02ff\u2002-\u20cf\u2190-\u2328\ufe0f\U0001f000-\U0001faff]")
"""What may be composed in several ways: all but letters of Western Europe, punctuation, arrows and pictures."""

_LONGEST_WORD = 1000
"""Characters of a word that are composed at once: sorting the marks of a letter that has thousands takes their square."""


def _composed(word: str) -> str:
    if word.isascii():
        return word
    pieces = [word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD)]
    return "".join(unicodedata.normalize("NFC", piece) for piece in pieces)


def _evidence(document: Document, outcome: Outcome) -> list[Evidence]:
    supporting = outcome.winners + outcome.contested if outcome.contested else outcome.winners
    spans = dict.fromkeys([span for candidate in supporting for span in candidate.spans])
    text, starts, before = document.text, document.line_starts, document.first_line - 1
    quotes = []
    for span in spans:
        start, end = span
        words = text[start:end]
        if "\n" in words:
            quotes.append(_quoted(document, span))
        else:
            line = before + bisect_right(starts, start)
            quotes.append(Evidence(line, line, words))
    return quotes


def _quoted(document: Document, span: Span) -> Evidence:
    """The words of a span of several lines; blank lines around them, as a value in quotes may have, are no evidence."""
    text = document.quote(span)
    start = span.start + len(text) - len(text.lstrip())
    text = text.strip()
    return Evidence(*document.lines_of(Span(start, start + len(text))), text)


def _part(document: Document, kind: Any, heading: str, span: Span) -> SectionPart:
    return SectionPart(kind, heading, *document.lines_of(span))


def _warning(document: Document, note: Note) -> Warning:
    line = document.lines_of(note.span)[0] if note.span else None
    return Warning(note.code, note.message, line)
