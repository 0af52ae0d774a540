"""How much of a post is analysed: what comes after is cut off, and said to be."""
from __future__ import annotations

from dataclasses import replace

from .document import Block, Document, Note, Span

MOST_TEXT = 50_000
"""Characters that are analysed, blanks not counted: four times the longest of 1,400 real posts, a second at worst."""

_STEP = 4096
"""Characters counted at a time."""


def shortened(document: Document, most: int = MOST_TEXT) -> Document:
    """The document as far as `most` characters reach, up to the end of a line or a word, with a note where it was cut."""
    if len(document.text) <= most:
        return document
    end = _end(document.view, most)
    if end >= len(document.text):
        return document
    note = Note("text-cut", f"only the first {most:,} characters were analysed, as far as this line; --max-text N reads more", Span(end - 1, end))
    header = tuple(fact for fact in document.header if fact.span.end <= end)
    return replace(
        document,
        text=document.text[:end],
        view=document.view[:end],
        blocks=tuple(_within(block, end) for block in document.blocks if block.inner.start < end),
        header=header,
        body_start=min(document.body_start, end),
        links=tuple(link for link in document.links if max(link.label.end, link.url.end) <= end),
        notes=(*(note for note in document.notes if note.span is None or note.span.end <= end), note),
    )


def _within(block: Block, end: int) -> Block:
    if block.span.end <= end:
        return block
    return block._replace(span=Span(block.span.start, end), inner=Span(block.inner.start, min(block.inner.end, end)))


def _end(view: str, most: int) -> int:
    """Where `most` characters that are no blanks are reached, then back to the end of a line, or of a word."""
    shown = 0
    for at in range(0, len(view), _STEP):
        piece = view[at : at + _STEP]
        shown += len(piece) - piece.count(" ") - piece.count("\t")
        if shown > most:
            ends = (view.rfind(sign, max(0, at - _STEP), at) for sign in "\n ")
            return next((end for end in ends if end > 0), max(at, 1))
    return len(view)
