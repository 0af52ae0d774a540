"""Reading a text into a Document: one module a format, and which of them a text is."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from ..document import Document
from . import frontmatter, html, jsonpost, markdown, plain
from .header import limited
from .jsonpost import CannotRead

__all__ = ["FORMATS", "NAMES", "CannotRead", "detect", "read", "read_many", "row"]

FORMATS: tuple[ModuleType, ...] = (frontmatter, html, jsonpost, markdown, plain)
"""Asked in this order whether a text is theirs; the last takes everything."""

NAMES: tuple[str, ...] = tuple(module.NAME for module in FORMATS)


def detect(name: str, text: str) -> tuple[str, str]:
    """The format of a text and, in words, why; by its content first, by its name in doubt."""
    for module in FORMATS:
        reason: str = module.recognise(name, text)
        if reason:
            return module.NAME, reason
    raise AssertionError("plain text takes everything")


def read(name: str, text: str, format: str | None = None) -> Document:
    """The document of a text; `format` forces one of NAMES.

    Never raises whatever the text, but for CannotRead (a ValueError) where JSON is asked for and is none.
    """
    document: Document = _module(name, text, format).read(name, text)
    return limited(document)


def read_many(name: str, text: str, format: str | None = None) -> Iterator[Document]:
    """As `read`, for files that may hold many posts: a JSON list gives a document for each of its records."""
    module = _module(name, text, format)
    yield from map(limited, module.read_many(name, text) if module is jsonpost else (module.read(name, text),))


def row(name: str, text: str | None, cells: Mapping[str, Any]) -> Document:
    """The document of a table's row: the text of one cell, and what the others state."""
    return jsonpost.of_row(name, text, cells)


def _module(name: str, text: str, format: str | None) -> ModuleType:
    wanted = format or detect(name, text)[0]
    if wanted not in NAMES:
        raise ValueError(f"unknown format {wanted!r}; known are {', '.join(NAMES)}")
    return FORMATS[NAMES.index(wanted)]
