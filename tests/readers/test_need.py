"""The need of names in a clause: `a plus` behind, `preferably` before, labels, brackets, lists."""
from __future__ import annotations

import re

import pytest

from jobparse.readers.lexicon import lexicon
from jobparse.readers.need import read_needs
from jobparse.record import Need

_NAME = re.compile(r"<([^>]+)>")
_LETTERS: dict[str, Need] = {"r": "required", "p": "preferred", "m": "mentioned"}


def needs(marked: str, base: Need, asks: bool) -> str:
    """First letters of the needs of the names in angle brackets."""
    spans, text, at = [], "", 0
    for match in _NAME.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    text += marked[at:]
    found = read_needs(text, spans, lexicon("skill_cues.txt").find(text), base, asks)
    return "".join(need[0] for need in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Solid <Python> and <SQL>", "rr"),
        ("<Go> or <Rust> a plus", "pp"),
        ("Strong <Python> skills, <Kafka> is a plus", "rp"),
        ("Experience with <Python>, <Django> or <Flask> is a plus", "ppp"),
        ("<Terraform>, <Ansible> or <Chef> preferred", "ppp"),
        ("We run on <AWS>, so experience with <Docker> and <Helm> is desirable", "rpp"),
        ("<PMP> preferred", "p"),
        ("required: <PostgreSQL>; nice to have: <MongoDB>, <Redis>", "rpp"),
        ("<Kubernetes> (nice to have), <Terraform>", "pr"),
        ("<Java> (<Kotlin> is a plus)", "rp"),
        ("<Azure>, <OpenShift> [optional]; <Git>", "rpr"),
        ("Experience with BI tools, preferably <Power BI>", "p"),
        ("<Java> 11, ideally with <Spring Boot>", "rp"),
        ("Bonus points: <Elixir>", "p"),
        ("Preferred: <Databricks>, <AWS>", "pp"),
        ("Nice to have: <GA4>, <GTM>; <CRM> platforms", "ppp"),
        ("Experience with <C++>; knowledge of <CMake> is an advantage", "rp"),
        ("<Scala>. <Clojure> would be nice.", "rp"),
        ("5 years of <Java> plus <Spring>", "rr"),
        ("Take advantage of <AWS>", "r"),
        ("<Erfahrung> mit <Docker> von Vorteil", "pp"),
        ("Idealerweise Kenntnisse in <Kotlin>", "p"),
        ("La maîtrise de <Vue.js> serait un plus", "p"),
        ("Se valorará <Angular>", "p"),
        ("Desejável: <Kafka> e <Redis>", "pp"),
        ("A degree, preferably in <Statistics>, plus at least two years of <SQL>", "pr"),
        ("<Visio> and <Jira> are beneficial, as well as <REST APIs>", "ppp"),
        ("Knowledge of tools (e.g. <Hive>, <Pig>). This is desired, but not required", "pp"),
        ("<Perl>. It is a plus", "p"),
        ("Experience with <Inkscape>, <GIMP>, Foomap, <QGIS>, <GRASS> preferred", "pppp"),
        ("Experience with <Inkscape>, <GIMP> preferred", "rp"),
        ("Experience with <Inkscape>, <GIMP>, <QGIS>, <GRASS> (preferred).", "pppp"),
        ("Experience with <Inkscape>, <GIMP>, <QGIS> (preferred).", "rrp"),
        ("5 years of experience with <Inkscape>, <GIMP>, <QGIS>, <GRASS> (preferred)", "rrrp"),
        ("Good <HTML> & <CSS> skills, with bonus points for having used maps, & tools such as <QGIS>", "rrp"),
        ("At home in <SQL>, bonus points if it is <PostgreSQL>", "rp"),
        ("Skilled in <Inkscape>, <GIMP>, other drawing programs a plus", "rr"),
        ("Skilled in <Inkscape>, other programs such as <GIMP> a plus", "rp"),
        ("Knowledge of <Inkscape>, <GIMP> services, old maps, <QGIS>/<GRASS> drawing is a plus", "pppp"),
        ("Knowledge of <Inkscape>, strong <GIMP> skills, good English, <QGIS> is a plus", "rrp"),
        ("Experience with <Inkscape>, <GIMP>, maps, and knowledge of <QGIS> is a plus", "rrp"),
        ("5 years of experience with <Inkscape>, <GIMP>, maps, <QGIS> a plus", "rrp"),
        ("Skilled in <Inkscape> and its means such as layers, <Bezier curves>, and masks - would be an asset but not mandatory", "pp"),
        ("<Inkscape> - required, <GIMP> - nice to have", "rp"),
        ("Work with <Inkscape> or other programs would be a strong asset", "p"),
        ("Mile widziana znajomość <GIMP>", "p"),
        ("Must know <Inkscape>. Highly prefer <GIMP>, <QGIS>.", "rpp"),
        ("Good hand, strong <Inkscape> skills, clear eyes, <GIMP> preferred", "rp"),
        ("<Docker> runs all; it will be helpful to be familiar with <Helm>", "rp"),
        ("Papers on <Statistics> are highly valued", "p"),
        ("Required: <dbt>, <Git> Optional: <Airflow>", "rrp"),
    ],
)
def test_wishes_among_requirements(text: str, wanted: str) -> None:
    assert needs(text, "required", False) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("<GraphQL>", "p"), ("<TypeScript> required", "r"), ("You must know <SQL>", "r"), ("<Java> is a must, <Go>", "rp")],
)
def test_musts_among_wishes(text: str, wanted: str) -> None:
    assert needs(text, "preferred", False) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We build it with <Kotlin>.", "m"),
        ("You have experience with <Kotlin> and <gRPC>.", "rr"),
        ("Our stack is <React>. You know <TypeScript>.", "mr"),
        ("Du hast Erfahrung mit <PHP>", "r"),
        ("Experience with <Rust> is a plus", "p"),
        ("Conhecimentos em <Java>", "r"),
    ],
)
def test_what_running_text_asks(text: str, wanted: str) -> None:
    assert needs(text, "mentioned", True) == wanted


def test_nothing_is_asked_where_nobody_is_spoken_to() -> None:
    assert needs("Our team has experience with <Kotlin>.", "mentioned", False) == "m"
