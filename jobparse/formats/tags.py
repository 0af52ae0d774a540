"""Block-level HTML: where its elements cut a text into runs, each of which becomes blocks."""
from __future__ import annotations

import re
from collections.abc import Callable

from ..view import TAG
from .builder import Builder

_BLOCK = (
    "address|article|aside|blockquote|br|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr"
    "|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul"
)
_HAS_BLOCK = re.compile(rf"</?(?:{_BLOCK})(?=[\s/>])", re.IGNORECASE)


def has_blocks(text: str, start: int) -> bool:
    """Whether tags cut the text into blocks."""
    return "<" in text and _HAS_BLOCK.search(text, start) is not None


Scan = Callable[[Builder, str, int, int], None]
"""Makes blocks of a run of text that stands in no list item or heading."""


def walk(builder: Builder, text: str, start: int, end: int, scan: Scan) -> None:
    scan(builder, text, start, end)
