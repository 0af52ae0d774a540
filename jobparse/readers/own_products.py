"""Which skills are the hiring company's own products: `GitLab` and `GitLab CI` in a post of GitLab."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Name
from ..patterns import lazy
from ..vocab import skills

_FORM = lazy(
    r"[\s,]{1,3}(?:inc|llc|ltd|gmbh|ag|se|s\.?a\.?|s\.?l\.?|b\.?v\.?|plc|corp(?:oration)?|co|labs?|systems"
    r"|technologies|software|group|hq)\.?$"
)
_SHORTEST = 3
"""Letters of a company's name from which on what begins with it is its product."""


def read_own(company: str, names: Iterable[str]) -> set[str]:
    """Those of some canonical names that are the company's, or begin with its name."""
    own = _plain(company)
    known = skills.current().named(company)
    return {
        name
        for name in names
        if name == known
        or (len(own) >= _SHORTEST and name.casefold().startswith(own) and f"{_plain(name)} ".startswith(f"{own} "))
    }


_BEFORE = lazy(
    r"(?:[.!?:\n*#]\s{0,4})(?:At|About|Why|Join|Joining|Welcome to|Life at|Working at|Careers at)\s$"
    r"|\b(?:[Ww]orking|[Ww]ork|[Cc]areer|[Ll]ife|here|[Tt]eam|employees|culture) at\s$|\bjoin(?:ing)?\s$"
    r"|\bAs an? (?:[\w/+.#-]{1,20}\s){1,4}at\s$"
)
_BEHIND = lazy(
    r"\s(?:is (?:an? (?:equal|proud|fast|leading|global|company|team|growing)|the (?:lead|company|world's)"
    r"|on a mission|building|transforming|redefining|reinventing|hiring|committed|seeking|looking for|growing|proud"
    r"|where)|believes|provides equal|values diversity|was founded|strives|embraces|does not discriminate|welcomes)\b"
    r"|'s (?:mission|vision|values|culture|employees|team)\b"
)
_BEGINS_BEHIND = frozenset({" i", " b", " p", " v", " w", " s", " e", " d", "'s"})
_ENDS_BEFORE = frozenset({"at", "At", "ut", "hy", "in", "ng", "to"})
"""Letters behind a name, and before the blank before it, without which no words there tell the employer."""
_LAST = frozenset({"at", "about", "why", "join", "joining", "to"})
_REACH = 48
"""Letters in which the words before a name are looked for."""


def read_employers(text: str, names: Iterable[Name]) -> list[str]:
    """The skills of those names that stand where only the employer's can: `At Acme`, `Acme is hiring`."""
    found = []
    for skill, (start, end), _ in names:
        behind = text[end : end + 2] in _BEGINS_BEHIND
        before = text[max(0, start - 3) : max(0, start - 1)] in _ENDS_BEFORE
        if (behind or before) and end - start >= _SHORTEST and _is_employer(text, start, end, behind, before):
            found.append(skill)
    return found


def _is_employer(text: str, start: int, end: int, behind: bool, before: bool) -> bool:
    if behind and _BEHIND.match(text, end):
        return True
    words = text[max(0, start - _REACH) : start]
    return before and words.rstrip().rpartition(" ")[2].lower() in _LAST and _BEFORE.search(words) is not None


def _plain(name: str) -> str:
    """A company's or a product's name without case and legal form: `Veeva Systems` is `veeva`."""
    shown = name.casefold().strip()
    while (shorter := _FORM.sub("", shown)) != shown:
        shown = shorter
    return shown.removesuffix(".com").removesuffix(".io")
