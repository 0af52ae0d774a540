"""The post's own labels: front matter tags, `Keywords:` lines and hashtags that stand alone."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..patterns import lazy

FIELDS = ("tags",)
TRIGGERS = ("#",)

_LONGEST = 50
"""A longer label is a sentence."""

_HASHTAG = lazy(r"(?:^|(?<=[\s,;]))#([^\W_][\w+./-]{1,40})")
_ONLY_HASHTAGS = lazy(r"(?:[\s,;|]{0,10}#[^\s,;#]{1,40}#?){1,40}[\s,;|]{0,4}")
_TRACKING = lazy(
    r"(?i:li|bi|ind|zr)[-_]\w{0,20}|(?i:li(?:remote|hybrid|onsite))|IND(?!IA|IE|EX|US|IG|ON|EP|OO|Y)[A-Z\d]{1,6}|\d{1,20}"
)
"""Tracking codes of LinkedIn and of recruiters (`#LI-AB1`, `#LI_RC1`, `#LIREMOTE`, `#BI-Remote`, `#INDSALES`), and mere numbers."""

_COPIED = "hashtag#"
"""What a network's page gives to copy for the sign alone."""

_SEPARATED = lazy(r"[^,;|`\n]+")
_HASHES = lazy(r"[^,;|`\s#]+#?(?=[\s,;|`]|$)|[^,;|`\s#]+")
"""Where every label has its sign, blanks part them: `Tags: #go #remote`."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a tag, each with its own span."""
    for fact in document.facts_of("tags"):
        yield from _of_fact(document, fact)
    for line in lines:
        start = line.start
        source = document.text[start : start + len(line.text)].replace(_COPIED, " " * (len(_COPIED) - 1) + "#")
        if _ONLY_HASHTAGS.fullmatch(source.replace("\\#", " #").strip(" *_`")):
            for match in _HASHTAG.finditer(source):
                if not _TRACKING.fullmatch(match[1]):
                    span = Span(start + match.start(1), start + match.end(1))
                    yield _candidate(match[1], span, "tags.hashtag", "pattern")


def _of_fact(document: Document, fact: Fact) -> Iterator[Candidate]:
    quoted = document.quote(fact.span)
    for match in (_HASHES if _ONLY_HASHTAGS.fullmatch(quoted) else _SEPARATED).finditer(quoted):
        tag = match[0].rstrip(" \t'\"]`").lstrip(" \t'\"[#`")
        if tag and len(tag) <= _LONGEST and not _TRACKING.fullmatch(tag):
            at = fact.span.start + match.start() + match[0].index(tag)
            yield _candidate(tag, Span(at, at + len(tag)), "tags.fact", "stated")


def _candidate(tag: str, span: Span, rule: str, standing: Standing) -> Candidate:
    return Candidate("tags", tag, (span,), rule, standing)
