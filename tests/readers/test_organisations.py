"""Names of organisations, and the words that tell who hires."""

from __future__ import annotations

import pytest

from jobparse.readers.company_names import clean_company, company_in_title, is_name_in_title
from jobparse.readers.hiring_organisations import find_mentions
from jobparse.readers.organisations import is_board, key_of
from jobparse.letters import lowered


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.cue) for m in find_mentions(text, lowered(text)) if m.weight > 2]


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("About Brightwater", "Brightwater", "heading"),
        ("What is it like to work at PaperTiger?", "PaperTiger", "heading"),
        ("Crestline is seeking a Buyer.", "Crestline", "hires"),
        ("Centrum Care, a part of Bolt, is in search of a nurse", "Centrum Care", "hires"),
        ("The City of Dover does not discriminate", "City of Dover", "hires"),
        ("Header text Crestline is hiring a buyer", "Crestline", "hires"),
        ("Hollow Oak Therapeutics is a clinical-stage company", "Hollow Oak Therapeutics", "is"),
        ("At Brightwater Financial, we listen", "Brightwater Financial", "at"),
        ("Join us as a Data Analyst at PaperTiger!", "PaperTiger", "role at"),
        ("Founded in 1977, RidgeLink provides services", "RidgeLink", "founded"),
        ("Über Lindental", "Lindental", "heading"),
        ("Sobre a Tucano", "Tucano", "heading"),
    ],
)
def test_mentions(text: str, name: str, cue: str) -> None:
    assert (name, cue) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "About the Role",
        "About You",
        "The Data Analyst is responsible for reports",
        "Experience is a plus",
        "In Berlin, we sit",
        "Our team is looking for help",
        "Software is a craft",
        "You work at a desk",
    ],
)
def test_no_mentions(text: str) -> None:
    assert found(text) == []


def test_keys_join_spellings() -> None:
    assert key_of("The Brightwater Group, Inc.") == key_of("brightwater group") == "brightwater group"


@pytest.mark.parametrize(
    ("host", "board"),
    [
        ("boards.greenhouse.io", True),
        ("www.linkedin.com", True),
        ("brightwater.example", False),
        ("notgreenhouse.io", False),
    ],
)
def test_boards(host: str, board: bool) -> None:
    assert is_board(host) is board


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Tools Team, Hollow Oak Software", "Hollow Oak Software"),
        ("Nordbank (recruiting via Vikarien)", "Nordbank"),
        ("Das Kontor (DKR Consulting GmbH)", "Das Kontor (DKR Consulting GmbH)"),
        ("Hillside College -- Systems", "Hillside College"),
        ("Kestrel ( https://kestrel.example/ )", "Kestrel"),
    ],
)
def test_clean_company(value: str, name: str) -> None:
    assert clean_company(value) == (name, "")


@pytest.mark.parametrize("value", ["Confidential", "---", "Senior Go Engineer"])
def test_no_company(value: str) -> None:
    assert clean_company(value)[1]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("PHP Developer na Tucano - Vaga de Emprego", "Tucano"),
        ("Nodejs Developer @TUCANO - 100% Remoto", "TUCANO"),
        ("Developer @ KESTREL (mapping footpaths)", "KESTREL"),
        ("Brand Designer at Hollow Oak", "Hollow Oak"),
        ("Especialista em Sistemas II no Tucano", "Tucano"),
    ],
)
def test_company_in_title(title: str, name: str) -> None:
    place = company_in_title(title)
    assert place is not None and title[slice(*place)] == name


@pytest.mark.parametrize("title", ["Data Engineer", "Engineer at home", "Software Engineer in Test"])
def test_no_company_in_title(title: str) -> None:
    assert company_in_title(title) is None


def test_what_a_dash_parts() -> None:
    assert is_name_in_title("Lindqvist LLC")
    assert not any(map(is_name_in_title, ("Payments Platform", "Backend", "Remote", "Senior Level")))
