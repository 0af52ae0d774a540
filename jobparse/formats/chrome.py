"""What of a web page is not the post: head, scripts, navigation, footers, cookie banners, other jobs."""
from __future__ import annotations

import re
from typing import NamedTuple

from ..patterns import lazy
from ..view import TAG, blanked
from . import board_page

_TAG = lazy(TAG, re.VERBOSE)
_NAMED = lazy(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = lazy(
    r"""
    \s (class|id|role|hidden|aria-hidden|style)
    (?: \s{0,9}=\s{0,9} (?: "([^"]*)" | '([^']*)' | ([^\s"'>]+) ) )?
    """,
    re.IGNORECASE | re.VERBOSE,
)

_RAW = ("script", "style", "template", "svg", "noscript", "textarea", "iframe", "object", "canvas", "math")
"""Elements whose content is never the page's text."""

_CHROME = frozenset(("nav", "footer", "aside", "dialog", "select", "button", "label", "legend", "head"))
"""Elements that stand around the content."""

_CHROME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar")
)

_CHROME_NAMES = frozenset(
    """
    nav navbar navigation menu main-menu main-nav site-nav site-header page-header global-header
    footer site-footer page-footer global-footer sidebar breadcrumb breadcrumbs pagination
    skip-link skip-to-content
    cookie cookies cookie-banner cookie-consent cookie-notice consent gdpr newsletter modal popup login-modal
    social social-share share share-buttons sharing advert advertisement ads
    related related-jobs similar-jobs more-jobs other-jobs recommended-jobs
    sr-only screen-reader-text visually-hidden
    """.split()  # noqa: SIM905
)
"""Whole class names or ids of containers that hold no part of the post."""

_CONTAINERS = frozenset(("div", "section", "ul", "ol", "nav", "aside", "header", "footer", "p", "span", "a"))
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


class Cut(NamedTuple):
    """Spans of a page that are no content, and the spans of its `<main>` or `<article>` elements."""

    out: list[tuple[int, int]]
    main: list[tuple[int, int]]
    scripts: list[tuple[int, int, str]]  # content of each script, and its opening tag


def cut(text: str) -> Cut:
    """What of a page is content; one pass over its tags."""
    return _Cutter(text, whole_page=True).run(0)


_HIDDEN = lazy(rf"<(?:!--|(?:{'|'.join(_RAW)})[\s>])", re.IGNORECASE)


_GENERATORS = lazy(
    r"""
    \{: [ ]{0,3} (?= [.\#] | [a-z-]{1,30}= ) [^{}\n]{1,160} \}  # behind a block or link: `{: .title }`, `{:target="_blank"}`
    | \{% [^{}\n]{1,200} %\}             # `{% include apply.html %}`
    | \{\{ [<%] [^{}\n]{1,200} [>%] \}\}  # `{{< button >}}`
    """,
    re.VERBOSE,
)
"""What authors write for the site's generator (Jekyll, Hugo), not for readers."""


def shown(text: str, start: int) -> str:
    """The text, as long as before, with comments, scripts, generators' marks and a copied board's own words blanked."""
    if "{:" in text or "{%" in text or "{{" in text:
        text = blanked(text, [match.span() for match in _GENERATORS.finditer(text, start)])
    if "<" in text and _HIDDEN.search(text, start):
        text = blanked(text, _Cutter(text, whole_page=False).run(start).out)
    page = board_page.around(text, start)
    return blanked(text, page) if page else text


class _Cutter:
    def __init__(self, text: str, whole_page: bool) -> None:
        self.text, self.whole_page = text, whole_page
        self.found = Cut([], [], [])
        self.skip = ""  # the element whose end ends the piece that is left out
        self.depth = self.since = 0
        self.mains: list[tuple[str, int]] = []
        self.never: set[str] = set()  # raw elements and comments that end nowhere any more

    def run(self, at: int) -> Cut:
        text = self.text
        while True:
            match = _TAG.search(text, at)
            if match is None:
                break
            at = match.end()
            if match[0] == "<!--":
                at = self._comment(match.start(), at)
                continue
            named = _NAMED.match(match[0])
            if named is None:
                continue
            closing, name = bool(named[1]), named[2].lower()
            if name in _RAW and not closing and not match[0].endswith("/>"):
                at = self._raw(name, match.start(), at, match[0])
            elif not self.whole_page:
                continue
            elif self.skip:
                self._within(name, closing, at)
            elif not closing and name not in _VOID and not match[0].endswith("/>"):
                self._opening(name, match.start(), match[0])
            elif closing and self.mains and name == self.mains[-1][0]:
                self.found.main.append((self.mains.pop()[1], match.start()))
        self.found.out.sort()
        return self.found  # chrome that is never closed stays: cutting the rest of the page would cost more

    def _comment(self, start: int, at: int) -> int:
        stop = -1 if "!--" in self.never else self.text.find("-->", at)
        if stop < 0:
            self.never.add("!--")
        end = at if stop < 0 else stop + 3
        self.found.out.append((start, end))
        return end

    def _raw(self, name: str, start: int, at: int, tag: str) -> int:
        ending = re.compile(rf"</{name}\s{{0,20}}>", re.IGNORECASE)
        closing = None if name in self.never else ending.search(self.text, at)
        if closing is None:
            self.never.add(name)
            self.found.out.append((start, at))
            return at
        if name == "script":
            self.found.scripts.append((at, closing.start(), tag))
        self.found.out.append((start, closing.end()))
        return closing.end()

    def _within(self, name: str, closing: bool, at: int) -> None:
        if name != self.skip:
            return
        self.depth += -1 if closing else 1
        if self.depth == 0:
            self.found.out.append((self.since, at))
            self.skip = ""

    def _opening(self, name: str, start: int, tag: str) -> None:
        if name in _CHROME or (" " in tag and _is_chrome(name, tag)):
            self.skip, self.depth, self.since = name, 1, start
        elif name in ("main", "article") or 'role="main"' in tag:
            self.mains.append((name, start + len(tag)))


def _is_chrome(name: str, tag: str) -> bool:
    if name not in _CONTAINERS:
        return False
    for match in _ATTRIBUTE.finditer(tag):
        attribute, value = match[1].lower(), (match[2] or match[3] or match[4] or "").lower()
        if attribute == "hidden" or (attribute == "aria-hidden" and value == "true"):
            return True
        if attribute == "style" and "display:none" in value.replace(" ", ""):
            return True
        if attribute == "role" and value in _CHROME_ROLES:
            return True
        if attribute in ("class", "id") and not _CHROME_NAMES.isdisjoint(value.split()):
            return True
    return False
