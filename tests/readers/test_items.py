"""What items and paragraphs say about themselves."""

from __future__ import annotations

import pytest

from jobparse.readers.items import are_stages, read_item, read_list, read_passage


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Design and ship new features", "responsibilities"),
        ("Designing interfaces for our shop", "responsibilities"),
        ("Plans, buys and sells timber", "responsibilities"),
        ("You will lead a team of four", "responsibilities"),
        ("Participer aux revues de code", "responsibilities"),
        ("负责后端开发", "responsibilities"),
        ("5+ years of experience with Go", "requirements"),
        ("Excellent written English", "requirements"),
        ("You have built a boat", "requirements"),
        ("Erfahrung mit SAP", "requirements"),
        ("Conhecimentos em Docker", "requirements"),
        ("Bonus: a pilot's licence", "requirements"),
        ("401(k) with company match", "benefits"),
        ("25 days holiday", "benefits"),
        ("Vale-transporte", "benefits"),
        ("Rye, wheat and spelt", ""),
        ("", ""),
    ],
)
def test_item(text: str, kind: str) -> None:
    assert read_item(text) == kind


def test_list_needs_a_majority() -> None:
    assert read_list(["Design ovens", "Manage two people", "Rye"]) == "responsibilities"
    assert read_list(["Design ovens", "Experience with rye"]) == ""
    assert read_list(["Rye", "Wheat", "Spelt", "Design ovens"]) == ""
    assert read_list(["Team: bakers", "Start date: May", "Reports to: the miller"]) == ""
    assert read_list([]) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We are an Equal Opportunity Employer.", "diversity"),
        ("All applicants are considered without regard to race or religion.", "diversity"),
        ("Reasonable accommodations are made on request.", "legal"),
        ("If you are interested, write to us.", "application"),
        ("The base salary range is $40,000 to $50,000.", "salary"),
        ("Our ovens are old and good.", ""),
    ],
)
def test_passage(text: str, kind: str) -> None:
    assert read_passage(text) == kind


def test_stages() -> None:
    assert are_stages(["A call with Mia", "A small test", "Offer"])
    assert not are_stages(["Write a letter", "Send two pictures"])
    assert not are_stages(["Interview"])
