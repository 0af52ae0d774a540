"""The occupations that running text names."""

from __future__ import annotations

import pytest

from jobparse.readers.calls import Call, find_calls
from jobparse.letters import lowered


def calls(text: str) -> list[Call]:
    return list(find_calls(text, lowered(text)))


def named(text: str) -> list[str]:
    return [text[call.name.start : call.name.end] for call in calls(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We are looking for a Backend Engineer specializing in Elixir.", "Backend Engineer"),
        ("Nous recherchons un(e) développeur(se) web pour notre équipe.", "développeur(se) web"),
        ("Estamos à procura de um(a) Engenheiro(a) de Dados.", "Engenheiro(a) de Dados"),
        ("Wir suchen eine:n engagierte:n Softwareentwickler:in für Bremen.", "Softwareentwickler:in"),
        ("Dafür suchen wir dich als Backend Developer!", "Backend Developer"),
        ("Werde Teil unseres Teams als PHP-Entwickler.", "PHP-Entwickler"),
        ("Rejoignez-nous en tant que Product Designer.", "Product Designer"),
        ("Heron is hiring its first Product Designer.", "Product Designer"),
        ("You'll join as our second data analyst.", "data analyst"),
        ("We want you to be our next Head of Product.", "Head of Product"),
        ("Are you a Rails developer looking for a new challenge?", "Rails developer"),
        ("Join our growing team in Leeds as a Staff Engineer and shape it.", "Staff Engineer"),
        ("We invite applications for a PhD student in robotics.", "PhD student"),
        (
            "is seeking an experienced and highly motivated Senior Data Scientist to join",
            "Senior Data Scientist",
        ),
        ("seeking a full-time Customer Care Representative who is kind", "Customer Care Representative"),
        ("seeking a Housekeeping and Laundry Aide to join our team", "Housekeeping and Laundry Aide"),
        (
            "seeking a Sr. Scientist, Quantitative Translational Work in Dover",
            "Sr. Scientist, Quantitative Translational Work",
        ),
        (
            "recruiting for a Director of Training and Leadership Development to",
            "Director of Training and Leadership Development",
        ),
        ("hiring a data manager and analyst to support us", "data manager and analyst"),
        (
            "Wir suchen einen erfahrenen Softwareentwickler (m/w/d) für unser Team",
            "Softwareentwickler (m/w/d)",
        ),
        ("Nous recherchons un développeur Full Stack pour notre équipe", "développeur Full Stack"),
        ("Estamos procurando um Analista de Suporte para atuar", "Analista de Suporte"),
        ("Buscamos un Ingeniero de Datos con experiencia", "Ingeniero de Datos"),
        ("As a Night Auditor, you will balance accounts", "Night Auditor"),
        ("In the Data Analyst role, you will count", "Data Analyst"),
        ("The Corporate Controller is expected to lead", "Corporate Controller"),
        ("Applications are invited for the post of Reader in Milling.", "Reader"),
        ("On recherche un(e) chef(fe) de cuisine pour notre moulin.", "chef(fe) de cuisine"),
        ("We are looking for a first aid trainer.", "first aid trainer"),
        ("We are hiring a third party logistics manager.", "third party logistics manager"),
        ("Under direction, a Night Custodian I will clean", "Night Custodian I"),
    ],
)
def test_named(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Are you looking for a new life?",
        "If you are seeking a nurse, call us.",
        "Join the team as well as a good designer can.",
        "Join our founder who started as a developer.",
        "Join a house that is known as a trusted advisor.",
        "Your manager will be our Head of Mills.",
        "Stand in for the functions of the Supervisor.",
        "Are you a hiring manager? We place millers.",
        "Are you a third-party recruiter? Please do not call.",
        "Je zoekt met de teamleider naar antwoorden.",
        "Die Suche im Archiv leitet ein Bibliothekar.",
        "Wir suchen ein enges Miteinander.",
        "In unserer Rolle als Berater begleiten wir Mühlen.",
        "Nous recrutons en CDI un tartinier et une vendeuse.",
        "Are you a recruiter? Please do not call us.",
        "Cerca de un técnico de mantenimiento.",
        "Are you at home in the team of a data scientist?",
        "Our people join us, as a rule, for good.",
        "Ability to work as a data analyst in teams.",
        "Five years as a data scientist are needed.",
        "We lead a team of engineers and designers.",
        "You report to the Director of Nursing role by role.",
        "developer relations at its best",
    ],
)
def test_not_named(text: str) -> None:
    assert named(text) == []


def test_several_and_plural() -> None:
    (call,) = calls("We need engineers and designers.")
    assert call.name.plural and call.name.many
    (call,) = calls("Buscamos programadores con ganas.")
    assert call.name.plural == len("es")


def test_a_name_stays_in_its_line() -> None:
    assert named("We are looking for a Senior\nData Scientist") == []
