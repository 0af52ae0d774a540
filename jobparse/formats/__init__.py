"""Reading a text into a Document: one module a format, and which of them a text is."""
from __future__ import annotations

from ..document import Document
from . import frontmatter, html, jsonpost, markdown, plain

FORMATS = (frontmatter, html, jsonpost, markdown, plain)
"""Asked in this order whether a text is theirs; the last takes everything."""

NAMES: tuple[str, ...] = tuple(module.NAME for module in FORMATS)


def detect(name: str, text: str) -> tuple[str, str]:
    """The format of a text and, in words, why; by its content first, by its name in doubt."""
    for module in FORMATS:
        reason = module.recognise(name, text)
        if reason:
            return module.NAME, reason
    raise AssertionError("plain text takes everything")


def read(name: str, text: str, format: str | None = None) -> Document:
    """The document of a text; `format` forces one of NAMES.

    Never raises whatever the text, but for `jsonpost.NotJSON` (a ValueError) where JSON is asked for or named.
    """
    wanted = format or detect(name, text)[0]
    for module in FORMATS:
        if module.NAME == wanted:
            return module.read(name, text)
    raise ValueError(f"unknown format {wanted!r}; known are {', '.join(NAMES)}")
