"""One post, from bytes to record: decode, read, cut into sections, find, resolve."""
from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from . import decoding, formats, sections
from .candidates import Candidate
from .derive import derive
from .document import Document, Line, Note, Span
from .extractors import EXTRACTORS
from .facts import gather
from .record import Evidence, JobPost, SectionPart, Source, Warning
from .resolve import Outcome, Resolution, resolve
from .scan import Scanner
from .vocab import skills


class Reading(NamedTuple):
    """A post with everything that was weighed: what `explain` shows."""

    post: JobPost
    document: Document
    resolution: Resolution


def parse_file(path: str | Path, *, format: str | None = None, country: str | None = None) -> JobPost:
    """The record of a file.

    `format` forces one of `formats.NAMES` instead of looking at the content; `country` (ISO 3166-1 alpha-2) is a
    hint for what a bare `$` or `kr` means. Raises OSError where the file cannot be read and `decoding.NotText`
    (a ValueError) where it holds no text.
    """
    return parse_bytes(Path(path).read_bytes(), name=str(path), format=format, country=country)


def parse_bytes(data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None) -> JobPost:
    """The record of a file's bytes; `name` becomes `source.path`. Raises as `parse_file`, but for OSError."""
    return read_bytes(data, name=name, format=format, country=country).post


def parse_text(text: str, *, name: str = "-", format: str | None = None, country: str | None = None) -> JobPost:
    """The record of a text. Raises ValueError only where `format="json"` is asked for and the text is none."""
    return parse_bytes(text.encode("utf-8", "surrogatepass"), name=name, format=format, country=country)


def read_bytes(data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None) -> Reading:
    """As `parse_bytes`, with the document and all that was weighed."""
    decoded = decoding.decode(data)
    document = formats.read(name, decoded.text, format)
    return analyse(document, _source(name, document, decoded, data), country, decoded.notes)


def read_many(data: bytes, *, name: str = "-", format: str | None = None, country: str | None = None) -> Iterator[Reading]:
    """As `read_bytes`, for files that may hold a list of posts: the second is then named `jobs.json#2`."""
    decoded = decoding.decode(data)
    documents = list(formats.read_many(name, decoded.text, format))
    for number, document in enumerate(documents, 1):
        own = f"{name}#{number}" if len(documents) > 1 else name
        yield analyse(document, _source(own, document, decoded, data), country, decoded.notes)


def _source(name: str, document: Document, decoded: decoding.Decoded, data: bytes) -> Source:
    return Source(name, document.format, decoded.encoding, list(decoded.repairs), len(data))


def analyse(document: Document, source: Source, country: str | None = None, notes: Iterable[Note] = ()) -> Reading:
    """A document that was read: cut, find, resolve."""
    document = gather(sections.cut(_with(document, country=country)))
    scanned = scanner().scan(document)
    document = _with(document, names=scanned.names)
    failures: list[Note] = []
    resolution = resolve(_find(document, scanned.lines, failures))
    outcomes = derive(resolution.outcomes)
    resolution = resolution._replace(outcomes=outcomes)
    warnings = [_warning(document, note) for note in (*notes, *document.notes, *failures, *resolution.notes)]
    return Reading(_record(document, source, outcomes, warnings), document, resolution)


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


def _with(document: Document, **changes: Any) -> Document:
    return replace(document, **changes)


# --- the record --------------------------------------------------------------------------------------------------


def _record(document: Document, source: Source, outcomes: dict[str, Outcome], warnings: list[Warning]) -> JobPost:
    values = {name: outcome.value for name, outcome in outcomes.items()}
    order = JobPost.__struct_fields__
    evidence = {name: _evidence(document, outcomes[name]) for name in order if name in outcomes}
    return JobPost(
        id=_identity(document.text),
        source=source,
        **values,
        sections=[_part(document, section.kind, section.heading, section.span) for section in document.sections],
        metadata=dict(document.metadata),
        evidence=evidence,
        warnings=warnings,
    )


def _identity(text: str) -> str:
    """The same words give the same id, whatever the white space, newlines or composition of letters."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _evidence(document: Document, outcome: Outcome) -> list[Evidence]:
    spans = dict.fromkeys(span for candidate in (*outcome.winners, *outcome.contested) for span in candidate.spans)
    return [Evidence(*_lines(document, span), document.quote(span)) for span in spans]


def _lines(document: Document, span: Span) -> tuple[int, int]:
    first = document.first_line
    return first + document.line_of(span.start), first + document.line_of(max(span.start, span.end - 1))


def _part(document: Document, kind: Any, heading: str, span: Span) -> SectionPart:
    return SectionPart(kind, heading, *_lines(document, span))


def _warning(document: Document, note: Note) -> Warning:
    line = _lines(document, note.span)[0] if note.span else None
    return Warning(note.code, note.message, line)
