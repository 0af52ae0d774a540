"""Front matter: where it begins and ends, what its keys say, and what happens where it is broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobparse import parse_text
from jobparse.decoding import decode
from jobparse.formats.frontmatter import LONGEST
from jobparse.formats.header import DEEPEST
from laws import check_bytes

from .shapes import blocks, facts, read


def quotes(text: str) -> list[tuple[str, str]]:
    """Key and the source's own characters of each fact."""
    document = read(text, "frontmatter")
    return [(fact.key, document.quote(fact.span)) for fact in document.header]


YAML = """\
---
title: "Senior Engineer"
company: Acme
salary:
  min: 50000
  max: '60,000'
contact:
    name:  Kim Khan
    email: kim@acme.example
tags:
  - python
  - go
skills: [sql, 'c++']
created: !!timestamp 2023-08-01
remote: true
version: 1.10
at: 12:30:00
none:
tilde: ~
about: |
  We mend
  bicycles.
folded: >-
  one
  two
---
# Body
"""


def test_yaml_leaves() -> None:
    assert facts(read(YAML, "frontmatter")) == [
        ("title", "Senior Engineer"), ("company", "Acme"), ("salary.min", "50000"), ("salary.max", "60,000"),
        ("contact.name", "Kim Khan"), ("contact.email", "kim@acme.example"), ("tags", "python"), ("tags", "go"),
        ("skills", "sql"), ("skills", "c++"), ("created", "2023-08-01"), ("remote", "true"), ("version", "1.10"),
        ("at", "12:30:00"), ("about", "We mend\nbicycles."), ("folded", "one two"),
    ]


def test_yaml_spans_quote_the_value() -> None:
    found = dict(quotes(YAML))
    assert found["title"] == "Senior Engineer"
    assert found["salary.max"] == "60,000"
    assert found["skills"] == "c++"
    assert found["created"] == "2023-08-01"
    assert found["about"] == "We mend\n  bicycles."
    assert found["folded"] == "one\n  two"


def test_metadata_is_json_and_as_written() -> None:
    metadata = read(YAML, "frontmatter").metadata
    assert json.loads(json.dumps(metadata)) == metadata
    assert metadata["salary"] == {"min": 50000, "max": "60,000"}
    assert metadata["version"] == "1.10"
    assert metadata["remote"] is True
    assert metadata["at"] == "12:30:00"
    assert metadata["none"] is None
    assert metadata["tags"] == ["python", "go"]


def test_body_follows() -> None:
    document = read(YAML, "frontmatter")
    assert blocks(document) == [("heading", 1, "Body")]
    assert document.text[document.body_start :] == "# Body\n"
    assert "Senior Engineer" in document.view


@pytest.mark.parametrize(
    "text",
    [
        "[REVIEW]\n\n---\ntitle: x\n---\nbody\n",
        "\n\n---  \ntitle: x\n---\t\nbody\n",
        "<!-- draft -->\n---\ntitle: x\n# a comment\n\n---\nbody\n",
        "---\ntitle: x\n---\n---\nbody\n",
        "---\ntitle: x\n...\nbody\n",
        "---\ntitle: x\n---\nbody",
        "+++\ntitle = 'x'\n+++\nbody\n",
        "+++\ntitle = \"x\"\n+++\nbody\n",
    ],
)
def test_where_headers_stand(text: str) -> None:
    document = read(text)
    assert document.format == "frontmatter"
    assert facts(document) == [("title", "x")]
    assert blocks(document) == [("paragraph", 0, "body")]
    assert document.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nWe are hiring.\n\n---\n\nMore.\n",
        "---\nWe are still hiring: many people\n---\n",
        "---\n# Title\n\nLocation: Rome\n\n---\n",
        "# Title\n\n---\ntitle: x\n---\n",
        "---\n" * 50,
        "---",
        "+++\n[\n",
    ],
)
def test_rules_are_no_header(text: str) -> None:
    document = read(text)
    assert document.format != "frontmatter"
    assert document.header == ()


def test_a_comment_may_come_first() -> None:
    assert facts(read("---\n# a comment\n\ntitle: x\ncompany: Acme\n---\n")) == [("title", "x"), ("company", "Acme")]


def test_rule_that_never_opens_a_mapping_keeps_the_text() -> None:
    document = read("---\n\nWe hire.\n\n---\n\nMore.\n", "markdown")
    assert [kind for kind, _, _ in blocks(document)] == ["rule", "paragraph", "rule", "paragraph"]


def test_an_unclosed_header() -> None:
    document = read("---\ntitle: x\ncompany: Acme\ntags:\n  - go\n\nWe have a lot to do: come.\n\n---\nmore")
    assert facts(document) == [("title", "x"), ("company", "Acme"), ("tags", "go")]
    assert [note.code for note in document.notes] == ["header-unclosed"]
    assert blocks(document)[0] == ("paragraph", 0, "We have a lot to do: come.")


BROKEN = """\
---
title: Engineer: Backend
company: "Acme
Works"
salary:
  min: 50
\tcurrency: EUR
tags:
  - go: lang
  - 'rust'
list: [a, "b"]
empty:
block: |
  one
  two: three
after: x
after: y
&odd *line
---
body
"""


def test_an_unquoted_colon_falls_back_to_lines() -> None:
    document = read(BROKEN)
    assert [note.code for note in document.notes] == ["header-not-yaml"]
    assert document.line_of(document.notes[0].span.start) == 1
    found = facts(document)
    assert ("title", "Engineer: Backend") in found
    assert ("company", "Acme Works") in found
    assert ("salary.min", "50") in found
    assert ("tags", "rust") in found
    assert ("list", "a") in found and ("list", "b") in found
    assert ("block", "one\ntwo: three") in found
    assert document.metadata["list"] == ["a", "b"]
    assert document.metadata["empty"] is None
    assert document.metadata["after"] == "x"
    assert blocks(document) == [("paragraph", 0, "body")]


def test_lines_quote_their_values() -> None:
    found = dict(quotes(BROKEN))
    assert found["title"] == "Engineer: Backend"
    assert found["tags"] == "rust"
    assert found["list"] == "b"


def test_a_key_that_stands_twice() -> None:
    document = read("---\ntitle: one\ntitle: two\n---\n")
    assert facts(document) == [("title", "one")]
    assert [note.code for note in document.notes] == ["header-duplicate-key"]


@pytest.mark.parametrize(
    "text",
    [
        "---\na: &a [*a]\n---\n", "---\na: &x b\nc: *x\n---\n", "---\na: {b: &q [1, 2], c: *q}\n---\n",
        "---\na: &x {k: v}\nb:\n  <<: *x\n---\n",
    ],
)
def test_aliases_are_text(text: str) -> None:
    document = read(text)
    assert [note.code for note in document.notes] == ["header-not-yaml"]
    assert json.dumps(document.metadata)


def test_tags_construct_nothing() -> None:
    document = read("---\na: !!python/object/apply:os.system ['echo x']\nb: !custom y\n---\n")
    assert facts(document) == [("a", "echo x"), ("b", "y")]


def test_stars_in_a_value_are_no_alias() -> None:
    document = read("---\ntitle: x\nabout: |\n  - *great* people\n  - &c\n---\n")
    assert document.notes == ()
    assert facts(document)[1] == ("about", "- *great* people\n- &c")


def test_merge_keys_are_keys() -> None:
    assert read("---\ntitle: x\n<<: {a: b}\n---\n").metadata == {"title": "x", "<<": {"a": "b"}}


@pytest.mark.parametrize("depth", [25, 30_000])
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_depth_is_bounded(opening: str, depth: int) -> None:
    document = read("---\ntitle: x\na: " + opening * depth + "\n---\nbody\n", "frontmatter")
    assert ("title", "x") in facts(document)


TOML = """\
+++
title = "Engineer"
date = 2024-05-13
draft = false
[extra]
salary = 50_000
tags = ["a", "b"]
+++
body
"""


def test_toml() -> None:
    document = read(TOML)
    assert facts(document) == [
        ("title", "Engineer"), ("date", "2024-05-13"), ("draft", "false"), ("extra.salary", "50000"),
        ("extra.tags", "a"), ("extra.tags", "b"),
    ]
    assert dict(quotes(TOML))["title"] == "Engineer"
    assert dict(quotes(TOML))["extra.tags"] == "b"
    assert json.dumps(document.metadata)
    assert blocks(document) == [("paragraph", 0, "body")]


def test_broken_toml_falls_back_to_lines() -> None:
    document = read("+++\ntitle = Engineer\ncompany = \"Acme\"\n+++\nbody\n")
    assert facts(document) == [("title", "Engineer"), ("company", "Acme")]
    assert [note.code for note in document.notes] == ["header-not-toml"]


@pytest.mark.parametrize("value", ["no", "1.10", "12:30:00", "010", ".nan", ".inf", "1_000", "0x1F", "1e3", "2024-05-13", "'2024'", "yes", "9" * 5000])
def test_values_stay_as_they_are_written(value: str) -> None:
    """YAML 1.1 would make `false`, 1.1, 45000, 8 and not-a-number of these."""
    document = read(f"---\ntitle: x\nkept: {value}\n---\n")
    assert facts(document)[1] == ("kept", value.strip("'"))
    assert document.metadata["kept"] == value.strip("'")


@pytest.mark.parametrize("text", ["\ufeff---\ntitle: Baker\n---\n", "---\rtitle: Baker\r---\r", "---\r\ntitle: Baker\r\n---\r\n"])
def test_neither_mark_nor_newlines_hide_a_header(text: str) -> None:
    assert facts(read(decode(text.encode()).text)) == [("title", "Baker")]


@pytest.mark.parametrize(("opened", "kept"), [(DEEPEST - 1, True), (DEEPEST + 1, False), (100, False), (200, False)])
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_deepest_nesting(fence: str, opened: int, kept: bool) -> None:
    sign = ": " if fence == "---" else " = "
    document = read(f"{fence}\ntitle{sign}'x'\na{sign}{'[' * opened}1{']' * opened}\n{fence}\nbody\n")
    assert ("title", "x") in facts(document)
    assert ("a", "1") in facts(document) or not kept
    assert [note.code for note in document.notes] == ([] if kept else [f"header-not-{'yaml' if fence == '---' else 'toml'}"])


@pytest.mark.parametrize("key", ["a." * 20_000 + "b", '"=".' * 10_000 + "b", "a . " * 100 + "b"])
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "x = {{{} = 1}}"])
def test_dotted_keys_are_bounded(key: str, line: str) -> None:
    document = read(f"+++\ntitle = 'x'\n{line.format(key)}\n+++\nbody\n")
    assert ("title", "x") in facts(document)
    assert [note.code for note in document.notes] == ["header-not-toml"]


def test_dots_in_values_are_no_keys() -> None:
    letters = ".".join("abcdefghijklmnopqrstuvwxyz")
    assert facts(read(f"+++\ntitle = '{letters}'\nurl = \"{letters}\"\n+++\n")) == [("title", letters), ("url", letters)]


@pytest.mark.parametrize(("keys", "codes"), [(200, []), (201, ["header-cut"])])
def test_most_keys(keys: int, codes: list[str]) -> None:
    post = parse_text("---\n" + "".join(f"k{number}: v\n" for number in range(keys)) + "---\nbody\n")
    assert len(post.metadata) == 200
    assert [warning.code for warning in post.warnings] == codes


@pytest.mark.parametrize(("blanks", "found"), [(0, True), (LONGEST, False)])
def test_longest_header(blanks: int, found: bool) -> None:
    document = read("---\ntitle: x\ncompany: Acme\n" + "#" * blanks + "\n---\nbody\n")
    assert (not document.notes) is found
    assert facts(document) == [("title", "x"), ("company", "Acme")]


@pytest.mark.parametrize("text", ['---\ntitle: x\nplace: "Rome\n\n  "\n---\n', "---\ntitle: x: y\nplace: \"Rome\nhost;'x'\n\"\n---\n", "+++\ntitle='x'\nlocation = \"\"\"\nRome\n\n\"\"\"\n+++\n"])
def test_quotes_over_lines_are_quoted_where_they_stand(text: str) -> None:
    check_bytes(text.replace("place", "location").encode())


YAMLISH = st.lists(
    st.sampled_from(["a: b", "a: b: c", "- x", "  - y", "k:", '  q: "z', "'", "|", "b: |", "\ttab: x", "&a", "*a", "{", "]", "# c", "", "é: ü", "1: 2", "? x", "!!t y"]),
    max_size=12,
)


@given(YAMLISH, st.text(max_size=20))
@settings(max_examples=300, deadline=None)
def test_any_header(lines: list[str], rest: str) -> None:
    for fence in ("---", "+++"):
        document = read("\n".join([fence, "title: x" if fence == "---" else "t = 1", *lines, fence, rest]), "frontmatter")
        assert json.dumps(document.metadata)
