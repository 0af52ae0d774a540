"""Items that break off inside a sentence and go on with the next line, though it stands at the margin."""
from __future__ import annotations

from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists
from .builder import Builder

_SEEN = 300
"""Last characters of an item in which its brackets are counted."""

_FEWEST_WORDS = 5
"""A shorter line in capitals behind a comma is a heading for all one can tell."""

_LABEL = lazy(r"[^\s:][^:\n]{0,40}:\s")


def goes_on(builder: Builder, first: int, stop: int) -> bool:
    """Whether the open item goes on with the line `text[first:stop]`, which is no heading then."""
    text = builder.text
    line = text[first:stop].rstrip()
    if not line or is_announcing(line) or line.startswith(("**", "__")):
        return False
    item = text[max(builder.inner, builder.end - _SEEN) : builder.end].rstrip()
    comma = item.endswith(",") and not _is_list_of_commas(builder)
    bracket = _opens(item)
    if line[0].islower() or line[0] in "(,;&/":
        return comma or bracket or item.rpartition(" ")[2].lower() in _joints()
    if bracket:
        return line.count(")", 0, _SEEN) > line.count("(", 0, _SEEN)
    return comma and line.count(" ", 0, _SEEN) + 1 >= _FEWEST_WORDS and not _LABEL.match(line)


def is_announcing(line: str) -> bool:
    """Whether a line says that something follows, as headings in small letters do (`what we offer:`)."""
    return line.endswith((":", "："))


def _opens(item: str) -> bool:
    """Whether a bracket is not closed; one at the very end is half a smiling face."""
    item = item.removesuffix("(")
    return item.count("(") > item.count(")")


def _is_list_of_commas(builder: Builder) -> bool:
    """Whether the item before ended in a comma too: then it says nothing."""
    if not builder.blocks or builder.blocks[-1].kind != "item":
        return False
    last = builder.blocks[-1].inner.end
    return builder.text[last - 1 : last] == ","


@cache
def _joints() -> frozenset[str]:
    return frozenset(read_lists("joints.txt")["joints"])
