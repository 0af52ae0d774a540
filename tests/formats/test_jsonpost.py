"""JSON posts: one record, many, other programs' habits, and hostile ones."""

from __future__ import annotations

import json
import pickle

import pytest

from jobparse import formats
from jobparse.formats.jsonpost import load, of_row

from .shapes import blocks, check, facts, read

RECORD = {
    "title": "Mender", "company": {"name": "Acme &amp; Sons"}, "remote": False, "salary": {"min": 50000, "max": 60000.5},
    "tags": ["bikes", "rome"], "closed": None, "posted": 1629072000000,
    "description": "<p>We mend bicycles.</p><ul><li>A steady hand</li></ul>",
    "keyResponsibilities": ["Mend bicycles of every kind that people bring", "Order the parts that are missing from the shelf of the shop"],
    "how_to_apply": "Write to us.\nOr call.",
}


def test_a_record_is_rendered() -> None:
    document = read(json.dumps(RECORD))
    assert document.format == "json"
    assert document.text == (
        "title: Mender\ncompany.name: Acme & Sons\nremote: false\nsalary.min: 50000\nsalary.max: 60000.5\ntags: bikes\ntags: rome\n"
        "posted: 1629072000000\n\n<p>We mend bicycles.</p><ul><li>A steady hand</li></ul>\n\n## Key responsibilities\n\n"
        "- Mend bicycles of every kind that people bring\n- Order the parts that are missing from the shelf of the shop\n\n"
        "## How to apply\n\nWrite to us.\nOr call.\n"
    )
    assert facts(document) == [
        ("title", "Mender"), ("company.name", "Acme & Sons"), ("remote", "false"), ("salary.min", "50000"),
        ("salary.max", "60000.5"), ("tags", "bikes"), ("tags", "rome"), ("posted", "1629072000000"),
    ]
    assert all(document.quote(fact.span) == fact.value for fact in document.header)
    assert blocks(document) == [
        ("paragraph", 0, "We mend bicycles."), ("item", 1, "A steady hand"), ("heading", 2, "Key responsibilities"),
        ("item", 1, "Mend bicycles of every kind that people bring"),
        ("item", 1, "Order the parts that are missing from the shelf of the shop"), ("heading", 2, "How to apply"),
        ("paragraph", 0, "Write to us."), ("paragraph", 0, "Or call."),
    ]
    assert document.metadata["salary"] == {"min": 50000, "max": 60000.5}
    assert document.text[document.body_start :].startswith("<p>We mend")


def test_a_graph_that_refers_to_what_stands_elsewhere() -> None:
    employer = {"@type": "Organization", "@id": "#acme", "name": "Acme"}
    graph = [{"@type": "JobPosting", "title": "Mender", "hiringOrganization": {"@id": "#acme"}}, employer]
    (document,) = formats.read_many("-", json.dumps({"@graph": graph}))
    assert ("hiringOrganization.name", "Acme") in [(fact.key, fact.value) for fact in document.header]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([RECORD, RECORD]), json.dumps({"count": 2, "jobs": [RECORD, RECORD]}),
        json.dumps(RECORD) + "\n" + json.dumps(RECORD) + "\n",
        json.dumps({"@graph": [{"@type": "JobPosting", **RECORD}, {"@type": "WebPage"}, {"@type": "JobPosting", **RECORD}]}),
    ],
)
def test_many(text: str) -> None:
    documents = list(formats.read_many("-", text))
    assert len(documents) == 2
    for document in documents:
        check(document)
        assert facts(document)[0] == ("title", "Mender")
    assert [note.code for note in read(text).notes] == ["json-many"]


def test_other_formats_hold_one() -> None:
    assert len(list(formats.read_many("-", "# Mender\n"))) == 1


def test_descriptions_in_other_dress() -> None:
    escaped = read(json.dumps({"title": "x", "description": "&lt;p&gt;We mend.&lt;/p&gt;&lt;p&gt;Come.&lt;/p&gt;"}))
    assert blocks(escaped) == [("paragraph", 0, "We mend."), ("paragraph", 0, "Come.")]
    markdown = read(json.dumps({"title": "x", "body": "## Role\r\n\r\n* one\r\n* **two**"}))
    assert blocks(markdown) == [("heading", 2, "Role"), ("item", 1, "one"), ("item", 1, "two")]
    plain = read(json.dumps({"title": "x", "text": "ROLE\n• one\n• two"}))
    assert blocks(plain) == [("paragraph", 0, "ROLE"), ("item", 1, "one"), ("item", 1, "two")]


def test_our_own_record_is_a_post_too() -> None:
    record = {"schema_version": 1, "id": "00ff", "title": "Mender", "salary": {"min": 1}, "evidence": {"title": []}, "warnings": []}
    assert facts(read(json.dumps(record))) == [("title", "Mender"), ("salary.min", "1")]


@pytest.mark.parametrize(
    "text",
    ['{"a": NaN, "b": -Infinity, "c": 1e999, "t": "x"}', '{"t": "\\ud800 x", "\\ud801": 1}', '{"t": 1, "t": 2}',
     '{"t": ' + "9" * 5000 + "}", '{"t": "a\tb\x01c"}', '{"": "x"}', '{"t": "\\u0000"}', '[[], {"t": {}}]'],
)
def test_hostile_values(text: str) -> None:
    document = read(text, "json")
    assert json.dumps(document.metadata, allow_nan=False)
    document.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('{"title": "x", "title": "y"}', ["header-duplicate-key"]),
        ('{"title": "x", "a": [{"b": 1, "b": 2}]}', ["header-duplicate-key"]),
        ('{"title": "x", "a": NaN, "b": [-Infinity]}', ["json-no-number"]),
        ('{"title": "x", "a": ' + "[" * 30 + "1" + "]" * 30 + "}", ["json-too-deep"]),
        ('{"title": "x", "a": ' + "[" * 10 + "1" + "]" * 10 + ', "b": 1e999, "c": ' + "9" * 400 + "}", []),
    ],
)
def test_what_is_not_kept_is_told(text: str, codes: list[str]) -> None:
    row = pickle.loads(pickle.dumps(load(text)))  # as workers get it
    for document in (read(text, "json"), of_row("x", "We mend.", row), of_row("x", None, row)):
        assert [note.code for note in document.notes] == codes
        assert document.metadata["title"] == "x"
        assert json.dumps(document.metadata, allow_nan=False)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "{", "[1, 2]", '"x"', "", "nothing", '{"a": 1} x', "[]", "{}{}"])
def test_what_is_no_json(text: str) -> None:
    with pytest.raises(formats.CannotRead) as error:
        formats.read("-", text, "json")
    assert "\n" not in str(error.value)
    with pytest.raises(formats.CannotRead):
        list(formats.read_many("-", text, "json"))


def test_a_name_that_says_json() -> None:
    with pytest.raises(formats.CannotRead, match="line 2"):
        formats.read("x.json", '{"title": "Mender",\n"company" "Acme"}')
    assert read("# Mender\n", name="x.json").format == "markdown"


@pytest.mark.parametrize("text", ["{% include x %}\n# Hi", "[REVIEW]\nMender", '{"a" is no JSON', "[Mender](https://a.example)"])
def test_brackets_are_not_yet_json(text: str) -> None:
    assert read(text).format != "json"
