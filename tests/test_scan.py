from __future__ import annotations

from pathlib import Path

from jobparse import formats
from jobparse.document import Document
from jobparse.scan import Scanner
from jobparse.vocab.skill_forms import Form

FORMS = {
    "docker compose": Form("Docker Compose", "", False, ""),
    "go": Form("Go", "Go", False, "context"),
    "rest api": Form("REST", "", True, ""),
    ".net": Form(".NET", "", False, ""),
}
TRIGGERS = {"one": ("salar", "€"), "two": ("e-mail", "rest api"), "none": ()}


def document(text: str) -> Document:
    return formats.read("-", text, "text")


def names(scanner: Scanner, text: str) -> list[tuple[str, str]]:
    return [(name.skill, text[slice(*name.span)]) for name in scanner.scan(document(text)).names]


def test_names_are_words_in_a_spelling_they_may_have() -> None:
    text = "Docker-Compose, Go and REST APIs on ASP.NET; Rest Apixes, go, GO, docker compose2"
    assert names(Scanner(FORMS, TRIGGERS), text) == [
        ("Docker Compose", "Docker-Compose"), ("Go", "Go"), ("REST", "REST APIs"), (".NET", ".NET"),
    ]


def test_lines_are_handed_to_those_whose_triggers_they_hold() -> None:
    found = Scanner(FORMS, TRIGGERS).scan(document("Salary: 5 €\nnothing\nE-mail us\nREST API")).lines
    assert {name: [line.text.strip() for line in lines] for name, lines in found.items()} == {
        "one": ["Salary: 5 €"], "two": ["E-mail us", "REST API"], "none": [],
    }


def test_the_first_scan_finds_what_later_ones_find() -> None:
    text = "Docker Compose, Go, REST API, .NET: salary in €, by e-mail"
    scanner = Scanner(FORMS, TRIGGERS)
    assert scanner.scan(document(text)) == scanner.scan(document(text))


def test_nothing_to_look_for() -> None:
    scanner = Scanner({}, {"one": ()})
    assert [scanner.scan(document("text")) for _ in range(2)][1].names == ()


def test_the_first_scan_of_each_sample_is_as_the_second() -> None:
    from jobparse.parser import _scanner, skills

    for path in sorted(Path(__file__).parent.parent.joinpath("samples").glob("*.md")):
        one = document(path.read_text("utf-8"))
        fresh = _scanner.__wrapped__(skills.current())
        assert fresh.scan(one) == fresh.scan(one)
