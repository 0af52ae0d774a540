"""The ways to write a skill, and the table of all: spelling them out at every start would take longer than a post."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

REFUSED = -1
"""Stands for an entry where a form is a phrase in which no name counts (`go to market`)."""

HEAD = """\
# Every way to write a skill. Written by tools/skill_forms.py from skills/*.txt; not edited by hand.
# Where it is older than they are it is not used, which is slow but right.
# form in lower case, tab, name|only spelling that counts|s, where a plural may follow|what it needs
"""


class Form(NamedTuple):
    """One way to write an entry, keyed by itself in lower case with blanks for hyphens."""

    entry: int  # index into the entries, or REFUSED
    exact: str  # the only spelling that counts (blanks for hyphens), "" where case does not matter
    plural: bool  # whether an `s` may follow
    needs: str  # "", `context` or `capital`


class FormTable(Mapping[str, Form]):
    """Forms by key, each read from its line when it is asked for."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        """`text` as `written`; `names` of the entries, in order."""
        # each line has one tab, those of the head have none: so both columns fall out of one split
        cells = text.replace("\t", "\n").split("\n")
        first = HEAD.count("\n") + 1
        self._lines = dict(zip(cells[first::2], cells[first + 1 :: 2], strict=False))
        self._numbers = {name: number for number, name in enumerate(names)}

    def __getitem__(self, key: str) -> Form:
        name, _, rest = self._lines[key].partition("|")
        exact, plural, needs = rest.split("|") if rest else ("", "", "")
        return Form(self._numbers[name] if name else REFUSED, exact, plural == "s", needs)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def written(forms: Mapping[str, Form], names: list[str], sources: Iterable[str]) -> str:
    """The text of the table of some forms; the sources are the texts that they were read from."""
    lines = []
    for key, (entry, exact, plural, needs) in sorted(forms.items()):
        rest = f"|{exact}|{'s' * plural}|{needs}" if exact or plural or needs else ""
        lines.append(f"{key}\t{'' if entry == REFUSED else names[entry]}{rest}\n")
    return f"{HEAD}{_seal(sources)}{''.join(lines)}"


def is_current(text: str, sources: Iterable[str]) -> bool:
    """Whether a table was written from these sources."""
    return text.startswith(_seal(sources), len(HEAD))


def _seal(sources: Iterable[str]) -> str:
    checksum = 0
    for source in sources:
        checksum = crc32(source.encode(), checksum)
    return f"# checksum of what it was written from: {checksum:08x}\n"
