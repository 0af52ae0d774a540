"""Saved web pages: their content without what stands around it, and the facts they carry for machines.

The text stays the page's source, so that every quote has its line; the view blanks tags, scripts and chrome.
"""
from __future__ import annotations

import re

from ..document import Document
from ..letters import unescaped
from ..patterns import lazy
from ..view import blanked, render
from . import plain
from .builder import Builder
from .bullets import MARKS, bullet_at
from .chrome import Cut, cut
from .header import Header
from .jsonld import say_posting
from .microdata import microdata
from .pairs import pairs
from .tags import walk

NAME = "html"

_START = lazy(
    r"""
    \A \s{0,1000}
    (?: (?: <\?xml[^>]{0,300}> | <!--(?:[^-]|-(?!->)){0,3000}--> ) \s{0,100} ){0,5}
    < (?: !doctype\s{1,20}html | html[\s>] )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FRAGMENT = lazy(
    r"""
    \A \s{0,1000}
    < (?: body|head|div|section|article|main|table|h[1-6]|p|ul|ol|title|meta|script|style|span ) [\s>]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BLOCK_TAGS = lazy(
    r"<(?:p|div|li|h[1-6]|br|ul|ol|table|tr|td|section|article)(?=[\s/>])", re.IGNORECASE
)
_FEWEST_TAGS = 3
_MARKDOWN_LINES = lazy(r"^(?:#{1,6} \S|[-*+] \S|\*\*\S)", re.MULTILINE)
_BULLETED = lazy(r"^[^\S\n]{0,40}[•●▪■·*-][^\S\n]{1,20}\S", re.MULTILINE)
ENDINGS = (".html", ".htm", ".xhtml")

_SHORTEST_MAIN = 200
"""Visible characters without which `<main>` or `<article>` is not taken for the post."""

_SHORTEST_BODY = 300
"""A page with fewer visible characters does not hold the post itself (it is drawn by a script)."""


def recognise(name: str, text: str) -> str:
    """Why this is a web page or a piece of one, or ''."""
    if _START.match(text):
        return "it begins like a web page"
    if not _FRAGMENT.match(text):
        return ""
    tags = len(_BLOCK_TAGS.findall(text, 0, 200_000))
    if tags >= _FEWEST_TAGS and len(_MARKDOWN_LINES.findall(text, 0, 200_000)) * 4 < tags:
        return "it is made of HTML tags"
    return "its name ends like a web page's" if tags and name.lower().endswith(ENDINGS) else ""


def read(name: str, text: str) -> Document:
    """The page's content as blocks, its JSON-LD and head as header facts."""
    pieces = cut(text)
    out = _outside(text, pieces)
    page = blanked(text, out)
    builder = Builder(page)
    walk(builder, page, 0, len(page), flow)
    builder.close()
    view, links = render(page, 0, builder.marks, "html")
    header = Header()
    say_posting(header, text, [(start, end) for start, end, tag in pieces.scripts if "ld+json" in tag.lower()])
    if not header.facts:
        header.facts += microdata(text, page, view)
    _head(header, text, bool(_H1.search(page)))
    header.facts += pairs(page, view, builder.blocks)
    header.facts.sort(key=lambda fact: fact.span.start)
    document = Document(
        name, NAME, text, view, tuple(builder.blocks),
        header=tuple(header.facts), metadata=header.metadata, links=links, notes=tuple(header.notes),
    )
    return _or_description(document)


def flow(builder: Builder, text: str, start: int, end: int) -> None:
    """Text in no list or heading: one paragraph, however it is wrapped, but for bullets typed by hand."""
    bulleted = text[start] in MARKS and bullet_at(text, start, end, "") is not None
    if bulleted or len(_BULLETED.findall(text, start, end)) > 1:
        plain.scan(builder, text, start, end)
    else:
        builder.open("paragraph", 0, start, start, end)


# --- what is content ------------------------------------------------------------------------------


def _outside(text: str, pieces: Cut) -> list[tuple[int, int]]:
    """Sorted spans that are no content: chrome, and all outside a `<main>` or `<article>` worth the name."""
    out = _merged(pieces.out)
    best = max(pieces.main, key=lambda span: span[1] - span[0], default=None)
    if best is None:
        return out
    inside = _visible_length(text, out, *best)
    if inside < _SHORTEST_MAIN or inside * 3 < _visible_length(text, out, 0, len(text)):
        return out
    return _merged([(0, best[0]), *out, (best[1], len(text))])


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _content(text: str, out: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans between those that are out."""
    at, kept = 0, []
    for start, end in out:
        if start > at:
            kept.append((at, start))
        at = end
    return [*kept, (at, len(text))] if at < len(text) else kept


_MARKUP = lazy(r"<[^<>]{0,3000}>|\s+")


def _visible_length(text: str, out: list[tuple[int, int]], start: int, end: int) -> int:
    total = 0
    for a, b in _content(text, out):
        a, b = max(a, start), min(b, end)
        if a < b:
            total += len(_MARKUP.sub("", text[a:b]))
    return total


# --- facts for machines ---------------------------------------------------------------------------


_H1 = lazy(r"<h1[\s>]", re.IGNORECASE)
_TITLE = lazy(r"<title[^<>]{0,200}>([^<]{1,500})</title", re.IGNORECASE)
_META = lazy(r"<(?:meta|link)\s[^<>]{1,3000}>", re.IGNORECASE)
_CONTENT = lazy(r"""\s(?:content|href)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_PROPERTY = lazy(r"""\s(?:property|name|rel)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE)
_WANTED = frozenset(("og:title", "og:url", "og:site_name", "canonical"))


def _head(header: Header, text: str, has_h1: bool) -> None:
    """The page's own address, and its title where neither JSON-LD nor a top heading gives one."""
    titled = has_h1 or any(fact.key == "title" for fact in header.facts)
    for match in _META.finditer(text):
        name, content = _PROPERTY.search(match[0]), _CONTENT.search(match[0])
        key = name[1].lower() if name else ""
        if key not in _WANTED or not content or not content.lastindex or (titled and key == "og:title"):
            continue
        value = " ".join(unescaped(content[content.lastindex]).split())
        if value:
            titled = titled or key == "og:title"
            start, end = content.span(content.lastindex)
            header.say(key, value, match.start() + start, match.start() + end)
    title = _TITLE.search(text)
    if title and title[1].strip() and not titled:
        header.say("html:title", " ".join(unescaped(title[1]).split()), *title.span(1))


# --- a page that a script draws -------------------------------------------------------------------


def _or_description(document: Document) -> Document:
    """A page that shows next to nothing but describes the job in JSON-LD: that description is the body."""
    described = next((fact.value for fact in document.header if fact.key == "description"), "")
    visible = sum(block.inner.end - block.inner.start for block in document.blocks)
    if visible >= _SHORTEST_BODY or len(described) <= visible:
        return document
    from . import jsonpost

    return jsonpost.of_page(document)
