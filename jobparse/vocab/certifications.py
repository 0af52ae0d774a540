"""The certificates and licences that people are asked for, from `certifications.txt`, in all spellings."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .shipped import text_of
from .skills import Entry, normalise

SHORT = 4
"""Letters up to which a name with a capital matches only as written: `CPA`, `PALS`."""
HEADINGS = ("certificate", "subject", "place")


class Form(NamedTuple):
    """One way to write a name, keyed by itself in lower case with blanks for hyphens."""

    name: str  # the canonical one
    exact: str  # the only spelling that counts (blanks for hyphens), "" where case does not matter
    doubtful: bool  # counts only beside words that speak of certificates


@cache
def entries(heading: str) -> tuple[Entry, ...]:
    """The entries under one of `HEADINGS`, in order."""
    found: dict[str, list[Entry]] = {}
    under: list[Entry] = []
    text = text_of("certifications.txt")
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            under = found.setdefault(line.strip("[] "), [])
        elif line.startswith(" "):
            under[-1].lines.append(line)
        elif line and not line.startswith("#"):
            name, _, rest = line.partition(": ")
            under.append(Entry(name, "concept", rest, [], "certifications.txt", number))
    return tuple(found[heading])


@cache
def forms(heading: str) -> dict[str, Form]:
    """All ways to write the names under a heading, keyed; of two entries that share one the first has it."""
    found: dict[str, Form] = {}
    for entry in entries(heading):
        for name, exact, doubtful in _names(entry):
            for spelled in _spellings(name):
                form = Form(entry.name, spelled.replace("-", " ") if exact else "", doubtful)
                found.setdefault(normalise(spelled), form)
    return found


@cache
def refusals() -> tuple[str, ...]:
    """Phrases in which no certificate counts, keyed as forms are."""
    return tuple(normalise(phrase) for entry in entries("certificate") for phrase in entry.refusals)


def _names(entry: Entry) -> Iterator[tuple[str, bool, bool]]:
    """Each name of an entry, whether it matches only as written, whether it is doubtful."""
    cased, only_cased = _limited(entry, "case") if entry.lines else (False, [])
    needy, only_needy = _limited(entry, "needs") if entry.lines else (False, [])
    for name in entry.names:
        exact = len(name) <= SHORT and not name.islower()
        exact = exact or (cased and (not only_cased or name in only_cased))
        yield name, exact, needy and (not only_needy or name in only_needy)


def _limited(entry: Entry, attribute: str) -> tuple[bool, list[str]]:
    """Whether `case` or `needs` is given, and the names to which `for` limits it."""
    value, _, names = entry.attributes.get(attribute, [""])[-1].partition(" for ")
    return bool(value), [name.strip() for name in names.split(",") if name.strip()]


def _spellings(name: str) -> list[str]:
    """A name and its trivial variants: British letters, no apostrophe, `&`."""
    found = [name]
    for here, there in _SPELLINGS:
        if here in name:
            found += [spelled.replace(here, there) for spelled in found]
    return found


_SPELLINGS = (("icense", "icence"), ("'s ", "s "), (" & ", " and "), ("behavior", "behaviour"))
