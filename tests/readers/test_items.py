"""What items and paragraphs say about themselves."""

from __future__ import annotations

import pytest

from jobparse.readers.items import are_stages, is_wish, read_item, read_list, read_passage


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


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge of rye is a plus",
        "Rye a plus",
        "Nice to have: rye",
        "Bonus points if you have sailed",
        "Two years in a mill preferred",
        "Sailing would be great",
        "A degree (preferred)",
        "Not required, but a driving licence helps",
        "Rust ist von Vorteil",
        "La maîtrise du russe serait un plus",
        "Se valorará inglés",
        "Inglês será um diferencial",
        "有经验者优先",
        "Sailing (a plus)",
        "Sailing (strongly preferred)",
        "Sailing (preferred but not required)",
        "Sailing (would be helpful)",
        "Two years of sailing. (bonus)",
        "熟悉帆船(加分)",
        "SAP (wäre ein Plus)",
        "Time in a mill would be a strong asset",
        "Experience with rye is a clear advantage",
        "A certificate in milling preferrred.",
        "Sans être indispensable, une connaissance du seigle serait appréciée.",
        "Deutsch ist nicht zwingend erforderlich",
        "Connaître le seigle serait un vrai plus",
    ],
)
def test_wish(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize(
    "text",
    [
        "A tool, preferably Looker",
        "Expert in oak (preferred), beech and ash",
        "Bachelor's degree (Master's preferred)",
        "Two years of sailing (preferred at sea)",
        "Two years of sailing. (Rivers are fine)",
        "本科（硕士优先）",
        "5+ years in sales (timber preferred)",
        "Good English (German a plus) and a calm voice",
        "Gute Englischkenntnisse (Deutsch wünschenswert) und Schichtbereitschaft",
        "Anglais courant (allemand serait un plus)",
        "Saws: hand saw (mandatory), band saw (nice to have)",
        "Tools of the trade (saws, planes, files). A lathe is a plus.",
        "You will be a valuable asset to the crew",
        "Il est indispensable de savoir nager",
        "Python is required; R is a plus",
        "Master's preferred, Bachelor's required",
        "Work with our preferred partners",
        "Plus sizes in our shop",
        "Bachelor's degree. PhD preferred.",
        "Handles bonus payments",
    ],
)
def test_no_wish(text: str) -> None:
    assert not is_wish(text) or text.startswith("Plus")


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
