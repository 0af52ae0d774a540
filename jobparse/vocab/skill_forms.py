"""The ways to write a skill, and the table of all: spelling them out at every start would take longer than a post."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast
from zlib import crc32

from ..record import SkillCategory

REFUSED = ""
"""Stands for a skill where a form is a phrase in which no name counts (`go to market`)."""

OR = "¦"
"""Parts the spellings of a form of which several count: `Less`, `LESS`."""

HEAD = """\
# Every skill, and every way to write one. Written by tools/skill_forms.py from skills/*.txt; not edited by hand.
# Where it is older than they are it is not used, which is slow but right.
# name, tab, category|families; after them all:
# form in lower case, tab, name|only spellings that count|s, where a plural may follow|what it needs
"""


class Kind(NamedTuple):
    """What a skill is: all of its entry that reading a post needs."""

    category: SkillCategory
    families: tuple[str, ...]  # names of the skills it belongs to


class Form(NamedTuple):
    """One way to write an entry, keyed by itself in lower case with blanks for hyphens."""

    skill: str  # the canonical name, or REFUSED
    exact: str  # the only spellings that count (blanks for hyphens), "" where case does not matter
    plural: bool  # whether an `s` may follow
    needs: str  # "", `context` or `capital`


class FormTable(Mapping[str, Form]):
    """Forms by key and kinds by name, each read from its line when it is asked for."""

    def __init__(self, text: str) -> None:
        """`text` as `written`."""
        # each line has one tab, those of the head have none: so both columns fall out of one split
        cells = text.replace("\t", "\n").split("\n")
        first = HEAD.count("\n") + 2
        forms = first + 2 * int(cells[first - 1].rpartition(" ")[2])
        self._kinds = dict(zip(cells[first:forms:2], cells[first + 1 : forms : 2], strict=True))
        self._lines = dict(zip(cells[forms::2], cells[forms + 1 :: 2], strict=False))

    def __getitem__(self, key: str) -> Form:
        skill, _, rest = self._lines[key].partition("|")
        exact, plural, needs = rest.split("|") if rest else ("", "", "")
        return Form(skill, exact, plural == "s", needs)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def kind(self, skill: str) -> Kind:
        """The kind of a skill, by its canonical name; raises KeyError where it is none."""
        return _kind(self._kinds[skill])


@cache
def _kind(line: str) -> Kind:
    category, _, families = line.partition("|")
    return Kind(cast("SkillCategory", category), tuple(families.split(", ")) if families else ())


def written(forms: Mapping[str, Form], kinds: Mapping[str, Kind], sources: Iterable[str]) -> str:
    """The text of the table of some forms and of the skills they name; the sources are the texts they were read from."""
    lines = []
    for name, (category, families) in sorted(kinds.items()):
        lines.append(f"{name}\t{category}{'|' if families else ''}{', '.join(families)}\n")
    for key, (skill, exact, plural, needs) in sorted(forms.items()):
        rest = f"|{exact}|{'s' * plural}|{needs}" if exact or plural or needs else ""
        lines.append(f"{key}\t{skill}{rest}\n")
    return f"{HEAD}{_seal(sources)}# skills: {len(kinds)}\n{''.join(lines)}"


def is_current(text: str, sources: Iterable[str]) -> bool:
    """Whether a table was written from these sources."""
    return text.startswith(_seal(sources), len(HEAD))


def _seal(sources: Iterable[str]) -> str:
    checksum = 0
    for source in sources:
        checksum = crc32(source.encode(), checksum)
    return f"# checksum of what it was written from: {checksum:08x}\n"
