"""The shipped vocabulary keeps its own promises, and files that break the format are refused with their line."""
from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from jobparse import parse_text
from jobparse.vocab import skills
from jobparse.vocab.skills import CATEGORIES, FOLDER, Entry, Vocabulary, VocabularyError, read, read_file, validate

FILES = sorted(path.name for path in FOLDER.glob("*.txt"))


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(entry for name in FILES for entry in read_file(FOLDER / name))


def names_in(sentence: str) -> set[str]:
    return {skill.name for skill in parse_text(sentence + "\n").skills}


# --- the data -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_file_follows_the_format(name: str) -> None:
    for entry in read_file(FOLDER / name):
        validate(entry)


def test_no_form_has_two_owners() -> None:
    assert Vocabulary(entries()).clashes == []


def test_nothing_doubtful_stays() -> None:
    assert skills.check(entries()) == []


def test_there_are_enough_entries_of_every_category() -> None:
    assert len(entries()) >= 2500
    assert set(Counter(entry.category for entry in entries())) == set(CATEGORIES)


@pytest.mark.parametrize("name", FILES)
def test_every_yes_finds_its_entry(name: str) -> None:
    missed = [
        f"{entry.where} {entry.name}: {sentence}"
        for entry in entries() if entry.file == name for sentence in entry.yes if entry.name not in names_in(sentence)
    ]
    assert missed == []


@pytest.mark.parametrize("name", FILES)
def test_no_no_finds_its_entry(name: str) -> None:
    found = [
        f"{entry.where} {entry.name}: {sentence}"
        for entry in entries() if entry.file == name for sentence in entry.no if entry.name in names_in(sentence)
    ]
    assert found == []
