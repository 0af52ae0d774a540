"""schema.org's JobPosting in the scripts of a page, or of a Markdown text that is meant to become one."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..document import Fact, Note, Span
from ..letters import unescaped
from ..patterns import lazy
from . import jsontree
from .header import Header
from .references import References

_SCRIPT = lazy(r"<script\s[^<>]{0,200}ld\+json[^<>]{0,200}>", re.IGNORECASE)
_ADDS = ("jobLocation", "applicantLocation", "employmentType", "baseSalary", "validThrough")
"""What such a script may add to a text that says all else itself; where the text has a header, that goes first."""


def say_posting(header: Header, text: str, scripts: Sequence[tuple[int, int]]) -> None:
    """Take the first JobPosting of the scripts' spans into a header, flat with dotted keys."""
    for start, end in scripts:
        tree = jsontree.parse(text, start, end)
        for posting in jsontree.find(tree, "JobPosting"):
            if header.metadata:
                message = "the page describes more than one job; the first was read"
                header.notes.append(Note("html-many-jobs", message, Span(start, start)))
                return
            for key, leaf in jsontree.leaves(References(tree).followed(posting)):
                if leaf.value is not None and str(leaf.value).strip():
                    value = str(leaf.value)
                    value = value.lower() if isinstance(leaf.value, bool) else unescaped(value)
                    header.say(key, value, leaf.start, leaf.end)
            header.metadata = jsontree.plain(posting)


def added(text: str, start: int) -> list[Fact]:
    """Place, contract, pay and closing date that a script in a Markdown body tells; `[]` where there is none."""
    if "ld+json" not in text:
        return []
    header = Header()
    say_posting(header, text, list(_closed(text, start)))
    return [fact for fact in header.facts if fact.key.startswith(_ADDS)]


def _closed(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Spans of the scripts that end, none in another: what is opened over and over is not read over and over."""
    while tag := _SCRIPT.search(text, start):
        start = text.find("</script", tag.end())
        if start < 0:
            return
        yield tag.end(), start
