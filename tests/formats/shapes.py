"""What the tests of formats look at: a document's blocks as short tuples, and the laws of every document."""
from __future__ import annotations

from jobparse import formats
from jobparse.document import Document
from jobparse.view import FOLDS, clean


def read(text: str, format: str | None = None, name: str = "-") -> Document:
    document = formats.read(name, text, format)
    check(document)
    return document


def blocks(document: Document) -> list[tuple[str, int, str]]:
    """Kind, level and words of each block."""
    return [(block.kind, block.level, clean(document, block.inner)) for block in document.blocks]


def facts(document: Document) -> list[tuple[str, str]]:
    return [(fact.key, fact.value) for fact in document.header]


def check(document: Document) -> None:
    """The laws: a view as long as its text and like it, blocks in order and inside, spans inside."""
    text, view = document.text, document.view
    assert len(text) == len(view)
    for here, seen in zip(text, view, strict=True):
        assert (here == "\n") == (seen == "\n")
    if "&" not in text:
        assert all(seen in (here, FOLDS.get(here), " ") for here, seen in zip(text, view, strict=True))
    at = 0
    for block in document.blocks:
        assert at <= block.span.start <= block.inner.start <= block.inner.end <= block.span.end <= len(text)
        assert block.kind in {"heading", "item", "paragraph", "quote", "table", "code", "rule"}
        at = block.span.end
    for span in [fact.span for fact in document.header] + [note.span for note in document.notes if note.span]:
        assert 0 <= span.start <= span.end <= len(text)
    for link in document.links:
        assert 0 <= link.label.start <= link.label.end <= len(text)
        assert 0 <= link.url.start <= link.url.end <= len(text)
    assert list(document.links) == sorted(document.links)
    assert 0 <= document.body_start <= len(text)
