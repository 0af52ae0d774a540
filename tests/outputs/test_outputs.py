"""The output formats: none, one and many records, chosen fields, and what stands in a cell."""
from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pytest

import jobparse
from hostile import POST
from jobparse import outputs
from jobparse.outputs import Terminal
from jobparse.outputs.columns import UnknownField, parse_fields
from jobparse.outputs.printable import escaped, printable
from jobparse.outputs.rows import encode, formulas
from jobparse.outputs.spreadsheet import harmless, runs
from jobparse.outputs.style import Style, cut, pad, width_of

ONE = jobparse.parse_text(POST, name="a.md")
TWO = jobparse.parse_text("# Baker\n\nCompany: Crumb, \"Rye\" & Sons\n", name="b.md")


def written(form: str, *posts: jobparse.JobPost, fields: Sequence[str] | None = None, screen: Terminal | None = None) -> str:
    stream = io.BytesIO()
    render, writer = outputs.renderer(form, fields), outputs.writer(form, stream, fields, screen)
    for post in posts:
        writer.write(render(post))
    writer.close()
    assert not stream.closed
    return stream.getvalue().decode()


def test_json_is_always_an_array() -> None:
    assert json.loads(written("json")) == []
    assert [record["title"] for record in json.loads(written("json", ONE, TWO))] == [ONE.title, "Baker"]


def test_json_lines() -> None:
    assert written("jsonl") == ""
    lines = written("jsonl", ONE, TWO, fields=("title", "salary.min", "skills.name")).splitlines()
    assert json.loads(lines[1]) == {"title": "Baker", "salary.min": None, "skills.name": []}


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_rows(form: str, delimiter: str) -> None:
    for posts in ((), (ONE,), (ONE, TWO)):
        rows = list(csv.DictReader(io.StringIO(written(form, *posts), newline=""), delimiter=delimiter))
        assert [row["title"] for row in rows] == [post.title for post in posts]
    (row,) = csv.reader(io.StringIO(written("csv", TWO, fields=("company",)), newline="").readlines()[1:])
    assert row == ["Crumb, \"Rye\" & Sons"]


def test_table_in_a_pipe_is_tab_separated_and_whole() -> None:
    head, row = written("table", ONE).splitlines()
    assert head.split("\t")[:2] == ["title", "company"]
    assert row.split("\t")[:2] == [ONE.title, "Kestrel Analytics"]


@pytest.mark.parametrize("width", [1, 20, 40, 80, 300])
def test_table_in_a_terminal_fits(width: int) -> None:
    lines = written("table", ONE, TWO, screen=Terminal(width)).splitlines()
    assert len(lines) == 3
    assert max(map(width_of, lines)) <= max(width, 40)


def test_table_without_title_names_the_file() -> None:
    assert "(c.md)" in written("table", jobparse.parse_text("", name="c.md"))


def test_table_of_nothing() -> None:
    assert written("table", screen=Terminal(80)) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"), ("a\tb\nc\r\nd", "a b c  d"), ("\x1b[31mred", "\ufffd[31mred"), ("a\x9bb", "a\ufffdb"), ("a\u202eb", "ab"),
        ("a\u200bb", "ab"), ("\ud800", "\ufffd"), ("é高🔥", "é高🔥"), ("👩\u200d💻", "👩\u200d💻"), ("a\u2028b", "a b"), ("\ue000", "\ufffd"), ("\0", "\ufffd"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_escaped_json_is_the_same_json() -> None:
    text = "a\x7f\x85\x9b\u200e\u202e\u2066\u2028\ufeff\u061c高é"
    shown = escaped(json.dumps(text, ensure_ascii=False).encode())
    assert json.loads(shown) == text
    assert printable(shown.decode()) == shown.decode()


@pytest.mark.parametrize(
    ("text", "width", "right", "left"),
    [
        ("hello", 5, "hello", "hello"), ("hello", 4, "hel…", "…llo"), ("hello", 1, "…", "…"), ("hello", 0, "", ""), ("", 3, "", ""),
        ("高级后端", 8, "高级后端", "高级后端"), ("高级后端", 7, "高级后…", "…级后端"), ("高级后端", 6, "高级…", "…后端"), ("高", 1, "…", "…"),
        ("e\u0301" * 3, 3, "e\u0301" * 3, "e\u0301" * 3),
    ],
)
def test_cut(text: str, width: int, right: str, left: str) -> None:
    assert cut(text, width) == right
    assert cut(text, width, from_left=True) == left
    assert width_of(cut(text, width)) <= width
    assert width_of(pad(cut(text, width), width)) == width


def test_marks_without_end_are_cut() -> None:
    assert len(cut("e" + "\u0301" * 100_000, 10)) < 1000


def test_style() -> None:
    assert Style(False)("a", "bold") == "a"
    assert Style(True)("a", "bold", "red") == "\033[1;31ma\033[0m"


@pytest.mark.parametrize("cell", ["=1+1", "+1-2", "-cmd", "@SUM(1)", "\tx", "\r=1", "-", "＝1", "+49 30 1234"])
def test_cells_that_run(cell: str) -> None:
    assert runs(cell) and harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "-5", "+1.5", "1-2", "'=1", "C++", "100"])
def test_cells_that_do_not(cell: str) -> None:
    assert not runs(cell) and harmless(cell) == cell


@pytest.mark.parametrize("safe", [True, False])
def test_tallies_are_guarded_too(safe: bool) -> None:
    rows = [{"company": "=cmd", "posts": 1}, {"company": "Acme", "posts": -2}]
    assert formulas(rows) == 1
    text = encode(rows, "csv", {}, safe).decode()
    assert ("'=cmd" in text) is safe and "-2" in text


def test_unknown_field() -> None:
    with pytest.raises(UnknownField, match="known are"):
        parse_fields("title,nonsense")
    assert parse_fields(" title , salary.min,metadata.team") == ("title", "salary.min", "metadata.team")
