"""The vocabulary of hard skills: reads `skills/*.txt`, knows every way a name is written, and checks it.

The files are meant to be edited by hand:

    # a comment
    [language]                                category of the entries that follow
    Go: Golang, Go lang                       one entry a line: its canonical name, then its other names
        needs: context for Go                 counts only where the words around say that a skill is meant
        not: go to market, go the extra mile  phrases in which it never counts
        yes: We write services in Go.         sentences the tests run: every `yes` must find it, no `no` may
        no: Going forward, we go where it matters.
    Django
        related: Python, Web development      families it belongs to: told, never counted as found

`needs: context` asks for evidence around every way to write it; `needs: capital` counts it inside a sentence
where it has its capitals and asks for evidence elsewhere; `… for A, B` limits either to those names.
`case: exact` (again `for A, B`) lets a name match only as written, `case: any` in any case; without a word on
case, names of up to three letters that have a capital match as written, all others in any case. Hyphens for
blanks, `.js`, `&`, British spelling and the plural of concepts need no name of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import get_args

from ..letters import lowered
from ..patterns import lazy
from ..record import SkillCategory
from .shipped import text_of
from .skill_forms import OR, REFUSED, Form, FormTable, Kind, is_current

FOLDER = Path(__file__).with_name("skills")
CATEGORIES: tuple[SkillCategory, ...] = get_args(SkillCategory)
ATTRIBUTES = ("related", "case", "needs", "not", "yes", "no")
SHORT = 3
"""Letters up to which a name with a capital matches only as written: `R`, `Go`, `SAS`, not `C++`."""
COUNTABLE = frozenset({"concept", "method", "domain", "protocol"})
"""Categories whose names also stand in the plural: `design patterns`, `REST APIs`."""
NO_PLURAL = ("ing", "ics", "ss", "us", "is", "tion", "ops", "ment")
"""Endings of names that have no plural, or whose `s` is none."""
SPELLINGS = (
    ("iz", "is"),
    ("yz", "ys"),
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("behavior", "behaviour"),
    ("center", "centre"),
)
"""American and British letters that may stand for each other in a concept's name."""


class VocabularyError(ValueError):
    """A vocabulary file breaks the format: the message begins with `file:line:`."""


_REFUSAL = Form(REFUSED, "", False, "")


@dataclass
class Entry:
    """One skill as its file states it. Not frozen, for thousands are made at every start; not to be changed either."""

    name: str
    category: SkillCategory
    rest: str  # its other names, as written after the colon
    lines: list[str]  # its indented lines, as written
    file: str = "vocabulary"
    line: int = 0

    @property
    def where(self) -> str:
        """`file:line` of the entry."""
        return f"{self.file}:{self.line}"

    @property
    def aliases(self) -> list[str]:
        """Its other names."""
        return _words(self.rest)

    @property
    def names(self) -> list[str]:
        """The canonical name and the others."""
        return [self.name, *_words(self.rest)]

    @cached_property
    def attributes(self) -> dict[str, list[str]]:
        """Values of each attribute that is given, one a line."""
        found: dict[str, list[str]] = {}
        for line in self.lines:
            key, _, value = line.strip().partition(": ")
            found.setdefault(key, []).append(value)
        return found

    @cached_property
    def related(self) -> tuple[str, ...]:
        """Families it belongs to, which are told and never counted."""
        return tuple(_words(", ".join(self.attributes.get("related", []))))

    @property
    def case(self) -> str:
        """`exact` or `any`, with or without `for A, B`; empty where the length of a name decides."""
        return self.attributes.get("case", [""])[-1]

    @property
    def needs(self) -> str:
        """`context` or `capital`, with or without `for A, B`; empty where every mention counts."""
        return self.attributes.get("needs", [""])[-1]

    @property
    def refusals(self) -> list[str]:
        """Phrases in which it never counts."""
        return _words(", ".join(self.attributes.get("not", [])))

    @property
    def yes(self) -> list[str]:
        """Sentences that must find it."""
        return self.attributes.get("yes", [])

    @property
    def no(self) -> list[str]:
        """Sentences that must not find it."""
        return self.attributes.get("no", [])


class Vocabulary:
    """Entries, and all forms of their names. Not to be changed once built."""

    def __init__(self, entries: Iterable[Entry], table: FormTable | None = None) -> None:
        """Without a table the forms are spelled out; of two entries that share one the first has it, as `clashes` tell.

        With one the entries are taken, and so perhaps read, only where somebody asks for them.
        """
        self._given, self._table = entries, table
        self.clashes: list[str] = []
        self.forms: Mapping[str, Form] = self._spelled_out() if table is None else table

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.name: entry for entry in self._given}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of their files."""
        return tuple(self._entries.values())

    def _spelled_out(self) -> dict[str, Form]:
        forms: dict[str, Form] = {}
        refusals: list[str] = []
        for entry in self._entries.values():
            for key, form in _forms(entry):
                known = forms.setdefault(key, form)
                if known.skill == entry.name and form.needs and not known.needs:
                    forms[key] = form  # of two names that are one form the doubtful one counts
                elif known.skill == entry.name and form.plural and not known.plural:
                    forms[key] = known._replace(plural=True)  # it is named in both numbers
                elif known.skill == entry.name and known.exact and form.exact and form.exact not in known.exact.split(OR):
                    forms[key] = known._replace(exact=f"{known.exact}{OR}{form.exact}")
                elif known.skill != entry.name:
                    first = self._entries[known.skill]
                    self.clashes.append(f"{entry.where}: {key!r} belongs to {first.name!r} ({first.where})")
            if entry.lines:
                refusals += entry.refusals
        for phrase in refusals:
            forms.setdefault(normalise(phrase), _REFUSAL)
        for key, form in forms.items():
            other = forms.get(f"{key}s") if form.plural else None
            if other is not None and other.skill not in (form.skill, REFUSED):
                where, there = self._entries[form.skill].where, self._entries[other.skill].where
                self.clashes.append(f"{where}: the plural of {key!r} belongs to {other.skill!r} ({there})")
        return forms

    def kind(self, skill: str) -> Kind:
        """What a skill is, by its canonical name; raises KeyError where it is none."""
        if self._table is not None:
            return self._table.kind(skill)
        entry = self._entries[skill]
        return Kind(entry.category, entry.related)

    def form(self, text: str) -> Form | None:
        """The form that a text is, also in its plural."""
        key = normalise(text)
        form = self.forms.get(key)
        if form is None and key.endswith("s"):
            form = self.forms.get(key[:-1])
            form = form if form is not None and form.plural else None
        return form

    def named(self, text: str) -> str:
        """The canonical name of the skill that a text is, in any case; empty where it is none."""
        form = self.form(text.strip())
        return form.skill if form is not None else REFUSED

    def find(self, name: str) -> Entry | None:
        """The entry that a name belongs to, in any case."""
        return self._entries.get(self.named(name))

    def with_entries(self, extra: Iterable[Entry]) -> Vocabulary:
        """These and the extra entries, which take the place of those of the same name.

        Raises VocabularyError where an extra entry claims a form of another.
        """
        added = {entry.name: entry for entry in extra}
        kept = [added.pop(entry.name, entry) for entry in self.entries]
        widened = Vocabulary(kept + list(added.values()))
        if len(widened.clashes) > len(self.clashes):
            raise VocabularyError(next(clash for clash in widened.clashes if clash not in self.clashes))
        return widened


def normalise(text: str) -> str:
    """Lower case, with blanks for hyphens: what forms are keyed by; as long as the text."""
    return lowered(text).replace("-", " ")


def _forms(entry: Entry) -> Iterator[tuple[str, Form]]:
    """Every way to write an entry, keyed."""
    cased, only_cased = _limited(entry.case) if entry.lines else ("", [])
    needs, only_needy = _limited(entry.needs) if entry.lines else ("", [])
    countable = entry.category in COUNTABLE
    for name in entry.names:
        exact = len(name) <= SHORT and name.isalnum() and name.lower() != name
        if cased and (not only_cased or name in only_cased):
            exact = cased == "exact"
        needed = needs if needs and (not only_needy or name in only_needy) else ""
        plural = countable and len(name) > SHORT and name[-1].isalpha() and not name.endswith(NO_PLURAL)
        for spelled in _spellings(name, countable):
            stem = spelled[:-1] if plural and spelled[-1] == "s" and len(spelled) > SHORT + 2 else spelled
            yield normalise(stem), Form(entry.name, stem.replace("-", " ") if exact else "", plural, needed)


def _limited(value: str) -> tuple[str, list[str]]:
    """The value of `case` or `needs`, and the names to which `for` limits it."""
    kind, _, names = value.partition(" for ")
    return kind, _words(names)


def _spellings(name: str, countable: bool) -> list[str]:
    """A name and its trivial variants: `.js`, `&`, British letters."""
    found = [name]
    if name.endswith(".js"):
        found += [name[:-3] + "JS", name[:-3] + " JS"]
    elif " & " in name:
        found.append(name.replace(" & ", " and "))
    elif " and " in name:
        found.append(name.replace(" and ", " & "))
    if countable and _AMERICAN.search(name):
        for here, there in SPELLINGS:
            if here in name:
                found += [spelled.replace(here, there) for spelled in found]
    return found


_AMERICAN = lazy("|".join(here for here, _ in SPELLINGS))


def _words(text: str) -> list[str]:
    return [word for part in text.split(",") if (word := part.strip())] if text else []


def read(text: str, file: str = "vocabulary") -> list[Entry]:
    """The entries of a file's text, not yet validated; raises VocabularyError where one belongs nowhere."""
    entries: list[Entry] = []
    category: SkillCategory | None = None
    lines: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        first = line[:1]
        if first == " ":
            if lines is None:
                raise VocabularyError(f"{file}:{number}: an attribute before the first entry")
            lines.append(line)
        elif first == "[":
            category = _category(line, f"{file}:{number}")
        elif first and first != "#" and not line.isspace():
            if category is None:
                raise VocabularyError(f"{file}:{number}: an entry before the first [category]")
            name, _, rest = line.rstrip().partition(": ")
            lines = []
            entries.append(Entry(name, category, rest, lines, file, number))
    return entries


def _category(line: str, where: str) -> SkillCategory:
    for category in CATEGORIES:
        if line.strip() == f"[{category}]":
            return category
    raise VocabularyError(f"{where}: no such category: {line.strip()}; known: {', '.join(CATEGORIES)}")


_BIGGEST = 5 << 20
"""Bytes of a file of skills: eight times all shipped ones; what is larger, or endless, is something else."""


def read_file(path: Path) -> list[Entry]:
    """The validated entries of a file somebody wrote; raises VocabularyError, OSError."""
    with path.open("rb") as file:
        data = file.read(_BIGGEST + 1)
    if len(data) > _BIGGEST:
        raise VocabularyError(f"{path.name}: larger than {_BIGGEST >> 20} MB; give a list of skills")
    try:
        entries = read(data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), path.name)
    except UnicodeDecodeError as error:
        why = f"{path.name}:1: not UTF-8 text ({error.reason} at byte {error.start})"
        raise VocabularyError(why) from None
    for entry in entries:
        validate(entry)
    return entries


def validate(entry: Entry) -> None:
    """Raise VocabularyError at the first indented line of an entry that is no attribute."""
    for number, line in enumerate(entry.lines, entry.line + 1):
        where = f"{entry.file}:{number}"
        key, colon, value = line.strip().partition(": ")
        if not line.startswith("    ") or not colon or key not in ATTRIBUTES:
            known = ", ".join(ATTRIBUTES)
            raise VocabularyError(f"{where}: expected four blanks, one of {known}, a colon and a value")
        allowed = {"case": ("exact", "any"), "needs": ("context", "capital")}.get(key)
        if allowed and value.partition(" for ")[0] not in allowed:
            raise VocabularyError(f"{where}: {key} is {' or '.join(allowed)}, with or without `for A, B`")


def check(entries: Sequence[Entry]) -> list[str]:
    """What may be read but should not stay: names twice or unsorted, a wrong `for`, untold ambiguity."""
    found: list[str] = []
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.name in seen:
            found.append(f"{entry.where}: {entry.name!r} stands twice, first in {seen[entry.name]}")
        seen[entry.name] = entry.where
        limited = _limited(entry.case)[1] + _limited(entry.needs)[1]
        found += [
            f"{entry.where}: `for {name}` is no name of {entry.name!r}"
            for name in limited
            if name not in entry.names
        ]
        if "needs" in entry.attributes and not (entry.yes and entry.no):
            found.append(f"{entry.where}: {entry.name!r} is ambiguous and wants a yes and a no sentence")
    for before, after in pairwise(entries):
        same_block = before.category == after.category and before.file == after.file
        if same_block and before.name.casefold() > after.name.casefold():
            found.append(f"{after.where}: {after.name!r} belongs before {before.name!r}")
    return found


@cache
def shipped() -> Vocabulary:
    """The package's own vocabulary, read once; the tests validate it, so that starting need not."""
    sources = texts()
    table = text_of("skill_forms.tsv")
    if not is_current(table, sources.values()):
        return spelled_out(sources)
    return Vocabulary(_read_all(sources), FormTable(table))


def texts() -> dict[str, str]:
    """The shipped files: name → text."""
    return {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}


def spelled_out(sources: Mapping[str, str]) -> Vocabulary:
    """The vocabulary of such files, whatever the table of forms says."""
    return Vocabulary(_read_all(sources))


def _read_all(sources: Mapping[str, str]) -> Iterator[Entry]:
    for name, text in sources.items():
        yield from read(text, name)


_chosen: list[Vocabulary] = []


def use(vocabulary: Vocabulary) -> None:
    """Take a vocabulary in place of the shipped one, for this process, before anything is parsed."""
    _chosen[:] = [vocabulary]


def current() -> Vocabulary:
    """The vocabulary in use."""
    return _chosen[0] if _chosen else shipped()
