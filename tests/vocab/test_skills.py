"""The shipped vocabulary keeps its promises; files that break the format are refused with their line."""
from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jobparse import parse_text
from jobparse.vocab import skills
from jobparse.vocab.skill_forms import OR
from jobparse.vocab.skills import CATEGORIES, FOLDER, Entry, Vocabulary, VocabularyError, read, read_file

FILES = sorted(path.name for path in FOLDER.glob("*.txt"))


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(entry for name in FILES for entry in read_file(FOLDER / name))


@cache
def names_in(sentence: str) -> frozenset[str]:
    return frozenset(skill.name for skill in parse_text(sentence + "\n").skills)


# --- the data --------------------------------------------------------------------------------------------


def test_no_form_has_two_owners() -> None:
    assert Vocabulary(entries()).clashes == []


def test_nothing_doubtful_stays() -> None:
    assert skills.check(entries()) == []


def test_there_are_enough_entries_of_every_category() -> None:
    assert len(entries()) >= 2500
    assert set(Counter(entry.category for entry in entries())) == set(CATEGORIES)


@pytest.mark.parametrize("name", FILES)
def test_every_yes_finds_its_entry(name: str) -> None:
    assert [
        f"{entry.where} {entry.name}: {sentence}"
        for entry in entries()
        for sentence in entry.yes
        if entry.file == name and entry.name not in names_in(sentence)
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_no_no_finds_its_entry(name: str) -> None:
    assert [
        f"{entry.where} {entry.name}: {sentence}"
        for entry in entries()
        for sentence in entry.no
        if entry.file == name and entry.name in names_in(sentence)
    ] == []


# --- the format ------------------------------------------------------------------------------------------

SAMPLE = """\
# a comment
[language]
Go: Golang, Go lang
    needs: context for Go
    not: go to market
    related: Backend
    yes: We write Go.
    no: Go on.

[framework]
Next.js
[concept]
Data pipelines: ETL flow
Search & find
"""


def test_an_entry_keeps_what_its_lines_say() -> None:
    go, next_js, pipelines, _ = read(SAMPLE, "sample.txt")
    assert (go.name, go.category, go.aliases, go.where) == ("Go", "language", ["Golang", "Go lang"], "sample.txt:3")
    assert (go.needs, go.refusals, go.related) == ("context for Go", ["go to market"], ("Backend",))
    assert (go.yes, go.no) == (["We write Go."], ["Go on."])
    assert (next_js.category, pipelines.category) == ("framework", "concept")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("GOLANG", "Go"), ("go-lang", "Go"), ("Next.js", "Next.js"), ("NextJS", "Next.js"), ("next js", "Next.js"),
        ("next-js", "Next.js"), ("data pipeline", "Data pipelines"), ("Data-Pipelines", "Data pipelines"),
        ("ETL flows", "Data pipelines"), ("search and find", "Search & find"),
    ],
)
def test_trivial_variants_need_no_alias(written: str, name: str) -> None:
    found = Vocabulary(read(SAMPLE)).find(written)
    assert found is not None
    assert found.name == name


def test_unknown_names_are_found_nowhere() -> None:
    vocabulary = Vocabulary(read(SAMPLE))
    assert vocabulary.find("go to market") is None
    assert vocabulary.find("Golangs") is None
    assert vocabulary.find("") is None


def test_short_names_with_a_capital_match_as_written_unless_told_otherwise() -> None:
    forms = Vocabulary(read("[tool]\nAdf\nLong Name\nSQL\n    case: any\nrest api\nREST\n    case: exact\n")).forms
    assert forms["adf"].exact == "Adf"
    assert forms["long name"].exact == forms["sql"].exact == forms["rest api"].exact == ""
    assert forms["rest"].exact == "REST"


def test_of_two_spellings_of_a_name_both_count() -> None:
    forms = Vocabulary(read("[language]\nLess: LESS\n    case: exact\n")).forms
    assert forms["less"].exact.split(OR) == ["Less", "LESS"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Go\n", ":1: an entry before the first [category]"),
        ("    related: X\n", ":1: an attribute before the first entry"),
        ("[tool]\nA\n\n[gadget]\n", ":4: no such category: [gadget]"),
        ("[tool]\nA\n  related: B\n", ":3: expected four blanks"),
        ("[tool]\nA\n    aliases: B\n", ":3: expected four blanks"),
        ("[tool]\nA\n    related:\n", ":3: expected four blanks"),
        ("[tool]\nA\n    yes: x\n    case: upper\n", ":4: case is exact or any"),
        ("[tool]\nA\n    needs: luck\n", ":3: needs is context or capital"),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(VocabularyError) as told:
        read_file(path)
    assert str(told.value).startswith(f"own.txt{message}")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_bytes(b"[tool]\nCaf\xe9\n")
    with pytest.raises(VocabularyError, match=r"own\.txt:1: not UTF-8"):
        read_file(path)


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_bytes(b"\xef\xbb\xbf[tool]\nA\n")
    assert [entry.name for entry in read_file(path)] == ["A"]


def test_a_name_given_in_both_numbers_has_both() -> None:
    vocabulary = Vocabulary(read("[concept]\nRoof inspection: roof inspections\nRoof decoration\n"))
    assert vocabulary.find("roof inspections") == vocabulary.find("roof inspection") is not None
    assert vocabulary.find("roof decorations") is None  # names in -tion have no plural of their own


def test_two_owners_of_one_form_clash() -> None:
    clashes = Vocabulary(read("[tool]\nAlpha: Beta\nBeta\n", "x.txt")).clashes
    assert clashes == ["x.txt:3: 'beta' belongs to 'Alpha' (x.txt:2)"]


def test_doubts_name_their_line() -> None:
    doubts = skills.check(read("[tool]\nB\n    needs: context for C\nA\nA\n", "x.txt"))
    assert [doubt.partition(" ")[0] for doubt in doubts] == ["x.txt:2:", "x.txt:2:", "x.txt:5:", "x.txt:4:"]


# --- own entries -----------------------------------------------------------------------------------------


def test_own_entries_stand_beside_the_shipped_ones_or_in_their_place() -> None:
    vocabulary = Vocabulary(read(SAMPLE))
    wider = vocabulary.with_entries(read("[tool]\nInhouser: IHR tool\n[concept]\nGo: The game of Go\n"))
    game, tool = wider.find("The game of Go"), wider.find("ihr tool")
    assert game is not None and game.category == "concept"
    assert tool is not None and tool.name == "Inhouser"
    assert wider.find("Golang") is None
    assert vocabulary.find("Inhouser") is None


def test_own_entries_may_not_claim_the_form_of_another() -> None:
    with pytest.raises(VocabularyError, match="'golang' belongs to 'Go'"):
        Vocabulary(read(SAMPLE)).with_entries(read("[tool]\nOther: Golang\n", "own.txt"))


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(VocabularyError, match="larger than 5 MB"):
        read_file(Path("/dev/zero"))
