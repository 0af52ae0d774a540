"""What a post says outright: header keys, badges, labelled lines and headings that are labels."""
from __future__ import annotations

import pytest

from jobparse import formats, sections
from jobparse.facts import gather, is_filler


def facts(text: str) -> list[tuple[str, str, str]]:
    document = gather(sections.cut(formats.read("post.md", text)))
    assert all(document.quote(fact.span) == fact.value or fact.origin == "header" for fact in document.facts)
    return [(fact.field, fact.value, fact.origin) for fact in document.facts if fact.field]


def test_header_keys_with_their_fields() -> None:
    found = facts("---\ncompanyName: Rosy\nlocation: Leeds\nmood: sunny\n---\n\nRoses.")
    assert found == [("company", "Rosy", "header"), ("location", "Leeds", "header")]


def test_fillers_of_a_header_are_no_facts() -> None:
    assert facts("---\ncompany: None\nsalary: N/A\nlocation: '-'\n---\n\nRoses.") == []


def test_labels_at_the_start_of_lines() -> None:
    found = facts("**Location:** Leeds\n- Salary: 30k\n\nWe grow roses: red ones.")
    assert found == [("location", "Leeds", "label"), ("salary", "30k", "label")]


def test_several_labels_in_one_line() -> None:
    assert facts("Location: Leeds | Company: Rosy") == [("location", "Leeds", "label"), ("company", "Rosy", "label")]


def test_a_label_after_other_words_of_a_line() -> None:
    assert facts("Rosy | Location: Leeds") == [("location", "Leeds", "label")]


def test_wide_colons() -> None:
    assert facts("公司：玫瑰園") == [("company", "玫瑰園", "label")]


def test_the_value_on_the_next_line() -> None:
    assert set(facts("Location:\nLeeds")) == {("location", "Leeds", "label")}
    assert set(facts("Location:\n\nCompany: Rosy")) == {("company", "Rosy", "label")}
    assert facts("Location:\n\n## Roses\n\nRed.") == []


def test_headings_that_are_labels() -> None:
    assert ("location", "Leeds", "label") in facts("# Gardener\n\nRoses.\n\n## Location\n\nLeeds\n\n## Roses\n\nRed.")


def test_a_text_under_a_label_heading_is_no_value() -> None:
    assert facts("# Gardener\n\n## Location\n\n" + "We grow roses in many a garden of the town. " * 6) == []


def test_a_boards_head() -> None:
    found = facts("# [Gardener](https://example.org/7)\n\n### Rosy\n\n#### `🌎 Leeds` `💰 30k`\n\nRoses.")
    assert [(field, value) for field, value, _ in found] == [
        ("title", "Gardener"), ("company", "Rosy"), ("location", "Leeds"), ("salary", "30k"),
    ]
    assert {origin for *_, origin in found} == {"badge"}


def test_sentences_with_a_colon_are_no_labels() -> None:
    assert facts("What we offer to the people who come to us from their location: a desk.") == []


@pytest.mark.parametrize("value", ["None", "n/a", " - ", "TBD", "not specified.", ""])
def test_fillers(value: str) -> None:
    assert is_filler(value)


@pytest.mark.parametrize("value", ["Leeds", "0", "no", "none of these"])
def test_values(value: str) -> None:
    assert not is_filler(value)


def test_labels_alone_in_their_line_over_a_bare_value() -> None:
    assert ("valid_through", "Friday, 1 March 2030", "label") in facts("Roses.\n\nClosing date\nFriday, 1 March 2030\n")
    assert facts("- Deadline\n- 1 March 2024 was our last launch") == []


def test_keys_that_begin_sentences_are_no_labels() -> None:
    for text in ("Organización: Alta", "RAL: 9010 and 7016", "Due date: 1 March 2024", "Lugar: plantamos rosas"):
        assert facts(f"Roses.\n\n{text}") == []
    assert facts("---\norganización: Rosaleda\n---\n\nRoses.") == [("company", "Rosaleda", "header")]
