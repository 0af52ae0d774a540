"""schema.org's JobPosting in a page's elements (`itemprop="title"`), where it stands in no script."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Fact, Span
from ..letters import unescaped
from ..patterns import lazy
from ..view import TAG, words

_LONGEST = 300
"""Characters of the longest value: what is longer is a text of the page, not a fact."""

_TAG = lazy(TAG, re.VERBOSE)
_PROPERTY = lazy(r"""\sitemprop\s{0,5}=\s{0,5}["']?([A-Za-z]{1,40})""")
_CONTENT = lazy(r"""\s(?:content|datetime)\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')""")
_NAME = lazy(r"<([A-Za-z][A-Za-z0-9]*)")

_PATHS = {
    **{key: key for key in ("title", "employmentType", "datePosted", "validThrough", "jobLocationType")},
    **{key: key for key in ("experienceRequirements", "educationRequirements", "baseSalary", "identifier")},
    **{key: f"jobLocation.address.{key}" for key in ("addressLocality", "addressRegion", "addressCountry")},
    **{key: f"baseSalary.value.{key}" for key in ("minValue", "maxValue", "unitText")},
    "salaryCurrency": "baseSalary.currency",
    "currency": "baseSalary.currency",
}
"""Property → the dotted key that JSON-LD has for it."""


def microdata(text: str, page: str, view: str) -> Iterator[Fact]:
    """Facts of a page's `itemprop` elements. `page` is the text without what is hidden, `view` its view."""
    if "schema.org/JobPosting" not in text:
        return
    owner = ""
    for tag in _TAG.finditer(text):
        named = _PROPERTY.search(tag[0])
        if named is None:
            continue
        name = named[1]
        if "itemscope" in tag[0]:
            owner = name
        path = "hiringOrganization.name" if _names_company(name, owner) else _PATHS.get(name)
        if path and "itemscope" not in tag[0]:
            yield from _fact(path, text, page, view, tag)


def _names_company(name: str, owner: str) -> bool:
    return name == "hiringOrganization" or (name == "name" and owner == "hiringOrganization")


def _fact(path: str, text: str, page: str, view: str, tag: re.Match[str]) -> Iterator[Fact]:
    """The value in the element's `content`, or its text."""
    content = _CONTENT.search(tag[0])
    if content and content.lastindex:
        start, end = (tag.start() + at for at in content.span(content.lastindex))
        value = " ".join(unescaped(text[start:end]).split())
    else:
        name = _NAME.match(tag[0])
        stop = page.find(f"</{name[1]}", tag.end(), tag.end() + 2 * _LONGEST) if name else -1
        seen = view[tag.end() : max(stop, tag.end())]
        start = tag.end() + len(seen) - len(seen.lstrip())
        end = tag.end() + max(len(seen.rstrip()), start - tag.end())
        value = words(page[start:end], view[start:end])
    if 0 < len(value) <= _LONGEST:
        yield Fact(path, "", value, Span(start, end), "header")
