"""Vocabulary files that are lists."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from jobparse.vocab.lists import read_lists, whole_words, words

FILES = (
    "apply.txt", "certification_words.txt", "companies.txt", "education.txt", "employment.txt", "experience.txt",
    "hiring.txt",
    "language_levels.txt", "languages.txt", "occupations.txt", "place_cues.txt", "titles.txt",
)


@pytest.mark.parametrize("name", FILES)
def test_every_list_has_entries(name: str) -> None:
    lists = read_lists(name)
    assert lists and all(lists.values())


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"companies.txt", "education.txt"}])
def test_entries_are_in_small_letters(name: str) -> None:
    assert [
        entry for entries in read_lists(name).values() for entry in entries if entry != entry.lower()
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_no_heading_is_mistyped(name: str) -> None:
    text = files("jobparse.vocab").joinpath(name).read_text("utf-8")
    assert text.count("\n[") + text.startswith("[") == len(read_lists(name))


def test_words_are_found_whole_and_without_case() -> None:
    assert words("experience.txt", "refuses").search("Founded long ago")[0] == "Founded"  # type: ignore[index]
    assert words("experience.txt", "refuses").search("unfounded") is None


def test_a_star_is_any_ending_and_the_longest_entry_wins() -> None:
    pattern = whole_words(("prefer*", "a plus", "a plus point", "c++"))
    found = re.findall(pattern, "preferably a plus point, not a plush; c++ is a plus")
    assert found == ["preferably", "a plus point", "c++", "a plus"]
