"""How much of a post is read and analysed: what comes after is cut off, and said to be."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .document import Block, Document, Note, Span

MOST_TEXT = 50_000
"""Characters that are analysed, blanks not counted: four times the longest of 1,400 real posts, a second at worst."""

_MARKUP = 4
"""Times as many characters are read as are analysed: links and tables show a quarter of what they are made of."""

MOST_TAGS = 30_000
"""`<` of a page that are read: thrice what the heaviest boards send."""

_STEP = 4096
"""Characters counted at a time."""


def read_so_far(text: str, format: str, most: int = MOST_TEXT) -> tuple[str, tuple[Note, ...]]:
    """As much of a text as is worth reading, with a note where that is not all; JSON bounds itself, record by record."""
    if format == "json" or len(text) <= most:
        return text, ()
    end = _end_of_tags(text, MOST_TAGS * max(1, most // MOST_TEXT)) if format == "html" else _end(text, _MARKUP * most)
    return (text, ()) if end >= len(text) else (text[:end], (_note(end, most),))


def shortened(document: Document, most: int = MOST_TEXT) -> Document:
    """The document as far as `most` characters reach, up to the end of a line or a word, with a note where it was cut."""
    end = len(document.text) if len(document.text) <= most else _end(document.view, most)
    if end >= len(document.text):
        return document
    notes = tuple(note for note in document.notes if note.span is None or note.span.end <= end)
    return replace(
        document,
        text=document.text[:end],
        view=document.view[:end],
        blocks=tuple(_within(block, end) for block in document.blocks if block.inner.start < end),
        header=tuple(fact for fact in document.header if fact.span.end <= end),
        body_start=min(document.body_start, end),
        links=tuple(link for link in document.links if max(link.label.end, link.url.end) <= end),
        notes=(*notes, _note(end, most)),
    )


def cut_once(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes with the first cut only: a text may be cut before and after it was read."""
    notes = tuple(notes)
    cuts = sorted((note for note in notes if note.code == _CUT), key=lambda note: note.span or Span(0, 0))
    return tuple(note for note in notes if note.code != _CUT or note == cuts[0])


_CUT = "text-cut"


def _note(end: int, most: int) -> Note:
    message = f"this is longer than a post: what comes after this line was left out; --max-text reads more than {most:,} characters"
    return Note(_CUT, message, Span(end - 1, end))


def _within(block: Block, end: int) -> Block:
    if block.span.end <= end:
        return block
    return block._replace(span=Span(block.span.start, end), inner=Span(block.inner.start, min(block.inner.end, end)))


def _end(text: str, most: int) -> int:
    """Where `most` characters that are no blanks are reached, then back to the end of a line, or of a word."""
    shown = 0
    for at in range(0, len(text), _STEP):
        piece = text[at : at + _STEP]
        shown += len(piece) - piece.count(" ") - piece.count("\t")
        if shown > most:
            ends = (text.rfind(sign, max(0, at - _STEP), at) for sign in "\n ")
            return next((end for end in ends if end > 0), max(at, 1))
    return len(text)


def _end_of_tags(text: str, most: int) -> int:
    at = -1
    for _ in range(most):
        at = text.find("<", at + 1)
        if at < 0:
            return len(text)
    return max(at, 1)
