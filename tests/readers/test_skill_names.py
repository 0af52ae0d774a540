"""Alternatives, names that share a word, cues, and a company's own products."""
from __future__ import annotations

import re

import pytest

from jobparse.readers.alternatives import read_alternatives
from jobparse.readers.lexicon import lexicon
from jobparse.document import Name, Span
from jobparse.readers.own_products import read_employers, read_own
from jobparse.readers.shortened import read_shortened
from jobparse.readers.mentions import Mention

_LANGUAGES = re.compile(r"Python|Ruby|Go|PHP|HTML|CSS|Java|Kotlin")


def alternatives(text: str) -> list[str]:
    mentions = [Mention(match.start(), match.end(), match[0], "language", "") for match in _LANGUAGES.finditer(text)]
    return ["+".join(sorted(others)) for others in read_alternatives(text, mentions)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Python, Ruby or Go", ["Go+Ruby", "Go+Python", "Python+Ruby"]),
        ("Python oder PHP", ["PHP", "Python"]),
        ("one of Python, Ruby, Go", ["Go+Ruby", "Go+Python", "Python+Ruby"]),
        ("a language such as Python, Ruby or similar", ["Ruby", "Python"]),
        ("Java/Kotlin", ["Kotlin", "Java"]),
        ("Python, Ruby and Go", ["", "", ""]),
        ("HTML/CSS", ["", ""]),
        ("Python, Ruby or Go, PHP", ["", "Go", "Ruby", ""]),
        ("Python", [""]),
        ("Python for data. Or Go", ["", ""]),
    ],
)
def test_alternatives(text: str, wanted: list[str]) -> None:
    assert alternatives(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("unit, integration and regression testing", {"unit testing", "integration testing"}),
        ("manual & automated tests", {"manual testing"}),
        ("Write unit and system tests", {"Write unit testing", "unit testing"}),
        ("regression testing", set()),
        ("Automated testing (unit, end-to-end)", {"unit testing", "end-to-end testing"}),
        ("Kinds of testing such as smoke and regression. Cakes", {"smoke testing", "regression testing"}),
        ("testing (", set()),
        ("We seamlessly test on the web, mobile and desktop", set()),
    ],
)
def test_members_that_share_a_word(text: str, wanted: set[str]) -> None:
    assert {name for _, _, name in read_shortened(text)} == wanted
    assert all(text[start:end] == name.removesuffix(" testing") for start, end, name in read_shortened(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Incident, problem and change management", {"Incident management", "problem management"}),
        ("change and culture management, after an incident", set()),
        ("functional or object-oriented programming", {"functional programming"}),
        ("cross-functional and reactive teams", set()),
        ("Google Docs, Sheets and Slides", {"Google Sheets", "Google Slides"}),
        ("G Suite (Docs, Drive)", {"Google Docs", "Google Drive"}),
        ("Google Suite: Gmail, Sheets and Calendar", {"Google Sheets", "Google Calendar"}),
        ("Google Ads, Analytics and Tag Manager", {"Google Analytics", "Google Tag Manager"}),
        ("CBT, DBT and EMDR", {"Dialectical behavior therapy"}),
        ("Snowflake and DBT", set()),
        ("Zoom, Teams and Slack", {"Microsoft Teams"}),
        ("Experience with Teams, Outlook", {"Microsoft Teams"}),
        ("Excel and Teams of people", set()),
        ("Sales Teams and Slack", set()),
        ("Google Drive and sheets of paper", set()),
        ("Google Analytics and Analytics Engineering", set()),
    ],
)
def test_names_that_share_another_word(text: str, wanted: set[str]) -> None:
    assert {name for _, _, name in read_shortened(text)} == wanted


def test_a_longer_cue_hides_a_shorter_one_of_its_kind() -> None:
    text = "Experience with C is a plus"
    assert {(cue.kind, text[cue.start : cue.end]) for cue in lexicon("skill_cues.txt").find(text)} == {
        ("ask", "Experience with"), ("tail", "Experience"), ("use", "Experience"), ("wish", "a plus"),
    }


def test_a_void_phrase_hides_all_inside() -> None:
    assert [cue.kind for cue in lexicon("skill_cues.txt").find("an annual bonus")] == []


@pytest.mark.parametrize("text", ["İstanbul'da experience with Go", "ß" * 50 + " experience with", ""])
def test_cues_keep_their_offsets(text: str) -> None:
    for cue in lexicon("skill_cues.txt").find(text):
        assert text[cue.start : cue.end].lower() in ("experience with", "experience")


@pytest.mark.parametrize(
    ("company", "wanted"),
    [
        ("GitLab Inc.", {"GitLab", "GitLab CI"}),
        ("Docker, Inc", {"Docker", "Docker Compose"}),
        ("Acme GmbH", set()),
        ("Apache Kafka", {"Kafka"}),
        ("Go", {"Go"}),
        ("", set()),
    ],
)
def test_own_products(company: str, wanted: set[str]) -> None:
    names = ["GitLab", "GitLab CI", "Docker", "Docker Compose", "Kafka", "Go", "Google Cloud", "Python"]
    assert read_own(company, names) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hello. At Docker, we ship.", True),
        ("Docker is an equal opportunity employer.", True),
        ("Why Docker?\nAbout Docker", False),
        ("## About Docker", True),
        ("Why work at Docker", True),
        ("Docker's mission is to ship.", True),
        ("Experience with Docker is a plus.", False),
        ("Docker is required.", False),
        ("Look at Docker images.", False),
    ],
)
def test_where_only_the_employer_can_stand(text: str, wanted: bool) -> None:
    start = text.index("Docker")
    names = [Name("Docker", Span(start, start + len("Docker")))]
    assert read_employers(text, names) == (["Docker"] if wanted else [])
