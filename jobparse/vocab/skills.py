"""The vocabulary of hard skills: reads `skills/*.txt`, spells out every way a name is written, and checks it.

The files are meant to be edited by hand:

    # a comment
    [language]                                  category of the entries that follow
    Go: Golang, Go lang                         one entry a line: its canonical name, then its other names
        needs: context for Go                   these forms count only where the words around say that a skill is meant
        not: go to market, go the extra mile    phrases in which it never counts
        yes: We write services in Go.           sentences the tests run: every `yes` must find it, no `no` may
        no: Going forward, we go where it matters.
    Django
        related: Python, Web development        families it belongs to: told, never counted as found

`needs: context` asks for evidence around every form, `needs: capital` counts a form inside a sentence where it is
written with its capitals and asks for evidence elsewhere; `… for A, B` limits either to those forms. `case: exact`
(again `for A, B`) lets a form match only as written, `case: any` lets it match in any case. Without a word on case,
forms of up to three letters that have a capital match as written, all others in any case. Hyphens, blanks, `.js`,
`&`, British and American spellings and the plural of concepts need no alias of their own.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from ..record import SkillCategory

FOLDER = Path(__file__).with_name("skills")
CATEGORIES: tuple[SkillCategory, ...] = get_args(SkillCategory)
ATTRIBUTES = ("related", "case", "needs", "not", "yes", "no")
SHORT = 3
"""Letters up to which a form with a capital matches only as written: `R`, `Go`, `SAS`, `ADF`."""
COUNTABLE = frozenset({"concept", "method", "domain", "protocol"})
"""Categories whose names also stand in the plural: `design patterns`, `REST APIs`."""
SPELLINGS = (("ization", "isation"), ("izing", "ising"), ("modeling", "modelling"), ("behavior", "behaviour"),
             ("labeling", "labelling"), ("yzing", "ysing"), ("center", "centre"), ("catalog ", "catalogue "))
"""American and British endings that may replace each other."""


class VocabularyError(ValueError):
    """A vocabulary file breaks the format: the message begins with `file:line:`."""


@dataclass(slots=True)
class Entry:
    """One skill as its file states it."""

    name: str
    category: SkillCategory
    where: str  # `file:line`
    aliases: list[str]
    related: list[str] = field(default_factory=list)
    case: str = ""  # the attribute's text: "", `exact`, `any`, `exact for …`
    needs: str = ""  # "", `context`, `capital`, `context for …`
    refusals: list[str] = field(default_factory=list)  # phrases of `not`
    yes: list[str] = field(default_factory=list)
    no: list[str] = field(default_factory=list)


class Form(NamedTuple):
    """One lower-cased way to write an entry's name."""

    entry: int  # index into the entries; -1: a phrase in which nothing counts
    exact: str  # the only spelling that counts, "" where case does not matter
    needs: str  # "", "context" or "capital"


REFUSAL = Form(-1, "", "")


class Vocabulary:
    """Entries with all their forms. Immutable once built."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Spell out the forms of the entries; raises VocabularyError where two entries share one."""
        self.entries: tuple[Entry, ...] = tuple(entries)
        self.forms: dict[str, Form] = {}
        for index, entry in enumerate(self.entries):
            for form, exact, needs in _forms(entry):
                known = self.forms.setdefault(form, Form(index, exact, needs))
                if known.entry != index:
                    other = self.entries[known.entry]
                    raise VocabularyError(f"{entry.where}: {form!r} already belongs to {other.name!r} ({other.where})")
        for entry in self.entries:
            for phrase in entry.refusals:
                self.forms.setdefault(phrase.lower(), REFUSAL)
        self.by_name: dict[str, int] = {entry.name: index for index, entry in enumerate(self.entries)}

    def patterns(self) -> tuple[list[str], list[int]]:
        """Lower-cased forms and the index of the entry each belongs to (-1: a phrase in which nothing counts)."""
        return list(self.forms), [form.entry for form in self.forms.values()]

    def written_right(self, form: str, as_written: str) -> bool:
        """Whether a lower-cased form may stand in the case in which the text has it."""
        exact = self.forms[form].exact
        return not exact or exact == as_written

    def with_entries(self, extra: Iterable[Entry]) -> Vocabulary:
        """A vocabulary in which the extra entries stand beside these, or in the place of those of the same name."""
        added = {entry.name: entry for entry in extra}
        kept = [added.pop(entry.name, entry) for entry in self.entries]
        return Vocabulary(kept + list(added.values()))

    def find(self, name: str) -> Entry | None:
        """The entry that owns a name or an alias, in any case."""
        form = self.forms.get(name.strip().lower())
        return self.entries[form.entry] if form is not None and form.entry >= 0 else None


def _forms(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Every way to write an entry: lower-cased form, the exact spelling or "", what it needs."""
    cased, _, cased_only = entry.case.partition(" for ")
    needs, _, needs_only = entry.needs.partition(" for ")
    only_cased, only_needy = _words(cased_only), _words(needs_only)
    for alias in (entry.name, *entry.aliases):
        exact = len(alias) <= SHORT and not alias.islower() and alias.lower() != alias
        if cased and (not only_cased or alias in only_cased):
            exact = cased == "exact"
        needed = needs if needs and (not only_needy or alias in only_needy) else ""
        for spelled in _variants(alias, entry.category):
            yield spelled.lower(), spelled if exact else "", needed


def _variants(alias: str, category: SkillCategory) -> list[str]:
    """An alias and its trivial variants: hyphen, blank, `.js`, `&`, British spelling, plural."""
    found = [alias]
    if "." in alias and alias.endswith((".js", ".JS")):
        found += [alias[:-3] + "JS", alias[:-3] + " JS", alias[:-3] + "-JS"]
    if " & " in alias:
        found.append(alias.replace(" & ", " and "))
    elif " and " in alias:
        found.append(alias.replace(" and ", " & "))
    if "-" in alias:
        found.append(alias.replace("-", " "))
    elif alias.count(" ") == 1:
        found.append(alias.replace(" ", "-"))
    if category in COUNTABLE or " " in alias:
        found += [form.replace(here, there) for form in found for here, there in SPELLINGS if here in form]
    if category in COUNTABLE and len(alias) > SHORT:
        found += [_other_number(form) for form in found]
    return found


def _other_number(form: str) -> str:
    """The plural of a form, or the singular of one that ends like a plural."""
    if not form[-1].isalpha() or form.endswith(("ing", "ics", "ss", "us", "is", "ity", "tion", "ops", "Ops", "ment")):
        return form
    if form.endswith("s"):
        return form[:-1] if len(form) > SHORT + 2 and not form[:-1].isupper() else form
    return form[:-1] + "ies" if form.endswith("y") and form[-2] not in "aeiou" else form + "s"


def _words(text: str) -> list[str]:
    return [word for word in (part.strip() for part in text.split(",")) if word]


def read(text: str, name: str = "vocabulary") -> list[Entry]:
    """The entries of one file's text; raises VocabularyError with the file's name and the line."""
    entries: list[Entry] = []
    category: SkillCategory | None = None
    for number, line in enumerate(text.split("\n"), 1):
        first = line[:1]
        if not first or first == "#" or line.isspace():
            continue
        if first == "[":
            category = _category(line, f"{name}:{number}")
        elif first == " ":
            _attribute(line, entries, f"{name}:{number}")
        elif category is None:
            raise VocabularyError(f"{name}:{number}: an entry before the first [category]")
        else:
            own, _, aliases = line.rstrip().partition(": ")
            entries.append(Entry(own, category, f"{name}:{number}", _words(aliases) if aliases else []))
    return entries


def _category(line: str, where: str) -> SkillCategory:
    for category in CATEGORIES:
        if line.strip() == f"[{category}]":
            return category
    raise VocabularyError(f"{where}: no such category: {line.strip()}; known: {', '.join(CATEGORIES)}")


def _attribute(line: str, entries: list[Entry], where: str) -> None:
    """Take an indented `key: value` line into the last entry."""
    key, colon, value = line.strip().partition(":")
    value = value.strip()
    if not line.startswith("    ") or not colon or key not in ATTRIBUTES or not value:
        raise VocabularyError(f"{where}: expected four blanks and one of {', '.join(ATTRIBUTES)} with a value")
    if not entries:
        raise VocabularyError(f"{where}: an attribute before the first entry")
    entry = entries[-1]
    if key == "case" or key == "needs":
        allowed = ("exact", "any") if key == "case" else ("context", "capital")
        if value.partition(" for ")[0] not in allowed:
            raise VocabularyError(f"{where}: {key} is one of {', '.join(allowed)}, each with or without 'for A, B'")
        setattr(entry, key, value)
    elif key == "yes" or key == "no":
        (entry.yes if key == "yes" else entry.no).append(value)
    else:
        (entry.related if key == "related" else entry.refusals).extend(_words(value))


def check(entries: Sequence[Entry]) -> list[str]:
    """What is doubtful though readable: names twice, forms unknown to `for`, unsorted blocks, ambiguity without sentences."""
    found: list[str] = []
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.name in seen:
            found.append(f"{entry.where}: {entry.name!r} stands twice, first in {seen[entry.name]}")
        seen[entry.name] = entry.where
        for text in (entry.case, entry.needs):
            found += [f"{entry.where}: 'for {word}' names no form of {entry.name!r}"
                      for word in _words(text.partition(" for ")[2]) if word not in (entry.name, *entry.aliases)]
        if entry.needs and not (entry.yes and entry.no):
            found.append(f"{entry.where}: {entry.name!r} is ambiguous and needs a yes and a no sentence")
    for before, after in zip(entries, entries[1:], strict=False):
        same_block = before.category == after.category and before.where.split(":")[0] == after.where.split(":")[0]
        if same_block and before.name.casefold() > after.name.casefold():
            found.append(f"{after.where}: {after.name!r} belongs before {before.name!r}")
    return found


def read_file(path: Path) -> list[Entry]:
    """The entries of a file somebody else wrote; raises VocabularyError, OSError."""
    try:
        return read(path.read_text("utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{path.name}:1: not UTF-8 text ({error.reason} at byte {error.start})") from None


@cache
def shipped() -> Vocabulary:
    """The package's own vocabulary, read once."""
    entries: list[Entry] = []
    for path in sorted(FOLDER.glob("*.txt")):
        entries += read_file(path)
    return Vocabulary(entries)
