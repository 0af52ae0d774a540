"""Kinds of employment in statements, titles and text."""

from __future__ import annotations

import pytest

from jobparse.readers.employment import read_statement, read_text, read_title
from jobparse.letters import lowered


def told(text: str) -> list[str]:
    return [found.kind for found in read_text(text, lowered(text)) if not found.refused]


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ("Full-time, permanent contract", ["full_time", "permanent"]),
        ("PJ", ["contract"]),
        ("CLT", []),
        ("Tenure Track", []),
        ("Vollzeit / Teilzeit", ["full_time", "part_time"]),
        ("Contract Type: CDI", ["permanent"]),
        ("FT", ["full_time"]),
        ("software", []),
    ],
)
def test_statement(value: str, kinds: list[str]) -> None:
    assert [found.kind for found in read_statement(value)] == kinds


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Junior Visual Designer (part-time)", ["part_time"]),
        ("Freelance Designer", ["contract"]),
        ("Email Developer - Contractor", ["contract"]),
        ("Contract Manager", []),
        ("Smart Contract Engineer", []),
        ("Software Engineer Intern (Summer 2025)", ["internship"]),
        ("Internal Auditor", []),
        ("Volunteer Coordinator", []),
        ("Ausbildung zum Koch", ["apprenticeship"]),
    ],
)
def test_title(title: str, kinds: list[str]) -> None:
    assert [found.kind for found in read_title(title)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("This is a full-time, on-site position.", ["full_time"]),
        ("We're expanding with a full-time Site Reliability Engineer.", ["full_time"]),
        ("Full-time only.", ["full_time"]),
        ("Flexible schedules (full-time and part-time) work", ["full_time", "part_time"]),
        ("CDI à temps plein, salaire attractif", ["permanent", "full_time"]),
        ("on a contract basis", ["contract"]),
        ("We start out on a full-time trial", ["full_time"]),
    ],
)
def test_text(text: str, kinds: list[str]) -> None:
    assert told(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "four years of full-time paid experience",
        "a network of part-time mentors",
        "with the potential for full-time later",
        "we offer benefits to our full-time team members",
        "contract negotiation and smart contracts",
        "the contractor will find faults",
        "Contract: see below",
        "Our B2B customers",
        "early stage startup",
        "A previous internship is a plus",
        "eligible for PERM sponsorship",
    ],
)
def test_not_about_the_job(text: str) -> None:
    assert told(text) == []
