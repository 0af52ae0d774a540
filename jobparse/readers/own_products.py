"""Which skills are the hiring company's own products: `GitLab` and `GitLab CI` in a post of GitLab."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..vocab import skills

_FORM = re.compile(
    r"[\s,]{1,3}(?:inc|llc|ltd|gmbh|ag|se|s\.?a\.?|s\.?l\.?|b\.?v\.?|plc|corp(?:oration)?|co|labs?|systems|technologies|software"
    r"|group|hq)\.?$"
)
_SHORTEST = 3
"""Letters of a company's name from which on what begins with it is its product."""


def read_own(company: str, names: Iterable[str]) -> set[str]:
    """Those of some canonical names that are the company's, or begin with its name."""
    own = _plain(company)
    entry = skills.current().find(company)
    return {
        name
        for name in names
        if (entry is not None and name == entry.name)
        or (len(own) >= _SHORTEST and f"{_plain(name)} ".startswith(f"{own} "))
    }


def _plain(name: str) -> str:
    """A company's or a product's name without case and legal form: `Veeva Systems` is `veeva`."""
    shown = name.casefold().strip()
    while (shorter := _FORM.sub("", shown)) != shown:
        shown = shorter
    return shown.removesuffix(".com").removesuffix(".io")
