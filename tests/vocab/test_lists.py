"""Vocabulary files that are lists."""

from __future__ import annotations

from importlib.resources import files

import pytest

from jobparse.vocab.lists import read_lists

FILES = ("occupations.txt", "titles.txt", "hiring.txt", "companies.txt", "employment.txt")


@pytest.mark.parametrize("name", FILES)
def test_every_list_has_entries(name: str) -> None:
    lists = read_lists(name)
    assert lists and all(lists.values())


@pytest.mark.parametrize("name", [name for name in FILES if name != "companies.txt"])
def test_entries_are_in_small_letters(name: str) -> None:
    assert [
        entry for entries in read_lists(name).values() for entry in entries if entry != entry.lower()
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_no_heading_is_mistyped(name: str) -> None:
    text = files("jobparse.vocab").joinpath(name).read_text("utf-8")
    assert text.count("\n[") + text.startswith("[") == len(read_lists(name))
