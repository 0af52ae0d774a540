"""Sections: which lines are headings, which kind they open, what unknown ones inherit, what always holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobparse import formats, sections
from jobparse.document import Document
from jobparse.vocab import headings


def read(text: str, format: str | None = None) -> Document:
    return sections.cut(formats.read("post", text, format))


def kinds(text: str, format: str | None = None) -> list[tuple[str, str]]:
    return [(section.kind, section.heading) for section in read(text, format).sections]


def test_marked_headings_open_sections() -> None:
    text = (
        "# About us\n\nWe bake.\n\n## What you'll do\n\n* Bake\n\n**Requirements**\n\n* Hands\n\n"
        "BENEFITS\n\n* Bread\n"
    )
    assert kinds(text, "markdown") == [
        ("company", "About us"),
        ("responsibilities", "What you'll do"),
        ("requirements", "Requirements"),
        ("benefits", "BENEFITS"),
    ]


def test_plain_lines_with_known_words_are_headings() -> None:
    text = "About the job\nWe bake.\n\nResponsibilities\nKnead\nBake\n\nWhat you'll need:\nHands\n"
    assert kinds(text, "text") == [
        ("role", "About the job"),
        ("responsibilities", "Responsibilities"),
        ("requirements", "What you'll need:"),
    ]


def test_heading_and_content_in_one_line() -> None:
    document = read("Requirements: two strong hands\n\nLocation: Graz\n\nWe bake at night.\n", "text")
    parts = [(s.kind, s.heading, [document.quote(b.inner) for b in s.blocks]) for s in document.sections]
    assert parts[0] == ("requirements", "Requirements", ["two strong hands"])
    assert parts[1] == ("location", "Location", ["Graz"])
    assert parts[2][0] not in ("location", "requirements")


def test_a_label_over_one_word_names_a_trade_but_tasks_are_tasks() -> None:
    assert ("responsibilities", "Job function") not in kinds("# Baker\n\nJob function: Bakery\n\nWe bake at night.\n")
    assert ("responsibilities", "Tasks") in kinds("# Baker\n\nTasks: Knead dough\n\nWe bake at night.\n")
    assert ("responsibilities", "Responsibilities") in kinds("# Baker\n\nResponsibilities: Baking\n\nWe bake.\n")


def test_about_an_amount_is_no_company() -> None:
    long = "You have stood at an oven for a good while and know what a dough is and when it has had its rest.\n"
    assert ("company", "About Seafarers Bread") in kinds(f"Baker\n{long}About Seafarers Bread\n\n{long}", "text")
    assert ("company", "About Five Years") not in kinds(f"Baker\nBakers here\nAbout Five Years of practice at ovens\n\n{long}", "text")


def test_extras_after_offers_are_offers_where_they_say_so() -> None:
    text = "## Benefícios\n\n- Vale refeição\n\n## Diferenciais\n\n{}\n\n## Requisitos\n\n- Python\n"
    assert kinds(text.format("- Docker\n- Inglês"), "markdown")[1] == ("nice_to_have", "Diferenciais")
    offers = text.format("- Plano de saúde\n- Seguro de vida\n- Vale transporte")
    assert kinds(offers, "markdown")[1] == ("benefits", "Diferenciais")


def test_conditions_are_told_by_their_list() -> None:
    asked = "# Ranger\n\n## Conditions\n\n- Background check must be passed\n- Outdoor work in all weather\n"
    assert "benefits" not in dict(kinds(asked, "markdown"))
    assert ("benefits", "Eligibility for benefits") in kinds("## Eligibility for benefits\n\n- Full-time staff\n", "markdown")


def test_unknown_heading_below_takes_the_kind_above() -> None:
    text = (
        "## Requirements\n\n**In the workshop**\n\n* Patience\n\n**On the road**\n\n* A licence\n\n"
        "## Fairs\n\nWe visit many.\n"
    )
    assert [kind for kind, _ in kinds(text, "markdown")] == [
        "requirements",
        "requirements",
        "requirements",
        "other",
    ]


def test_unknown_heading_beside_is_told_by_its_list() -> None:
    text = (
        "## What we need\n\n* A baker\n\n## The neighbours say\n\n"
        "* You are kind\n* You have patience\n* You know bread\n"
    )
    assert kinds(text, "markdown")[-1] == ("requirements", "The neighbours say")


def test_list_without_heading_is_told_by_its_items() -> None:
    text = "We bake.\n\n* Design new loaves\n* Manage the ovens\n* Train two apprentices\n"
    assert [kind for kind, _ in kinds(text, "markdown")] == ["other", "responsibilities"]


def test_values_stay_values() -> None:
    text = "## Our values\n\n* We like rye\n* We sing\n* We rest on Mondays\n"
    assert [kind for kind, _ in kinds(text, "markdown")] == ["company"]


def test_notices_after_a_list_are_their_own_part() -> None:
    text = (
        "## Requirements\n\n* Hands\n\nWe are an equal opportunity employer and do not discriminate.\n\n"
        "The base salary range is $30,000 - $40,000.\n"
    )
    assert [kind for kind, _ in kinds(text, "markdown")] == ["requirements", "diversity", "salary"]


def test_title_and_badges_are_the_header() -> None:
    text = "# [Baker](https://example.org/1)\n### Rye & Co\n#### `🌎 Graz`\n\n## Description\n\nWe bake.\n"
    document = read(text, "markdown")
    assert [section.kind for section in document.sections] == ["header", "role"]
    assert len(document.sections[0].blocks) == 3


def test_front_matter_is_a_header() -> None:
    text = "---\ntitle: Baker\n---\n## Benefits\n\n* Bread\n"
    document = read(text)
    assert [section.kind for section in document.sections] == ["header", "benefits"]
    assert document.sections[0].span == (0, document.body_start)


def test_leftovers_of_converters_are_no_headings() -> None:
    text = "####  \n\n ****  \n\n### **Qualifications**\n\n * **You Have:**\n\n  * Hands\n"
    assert all(section.heading.strip("*# ") for section in read(text, "markdown").sections)


def test_lost_line_breaks() -> None:
    filler = (
        "The baker rises early and goes home when others rise, a joy in summer and a trial in winter. "
        * 8
    )
    text = (
        f"Job Summary: {filler}Requirements: * Strong hands and patience * Ability to rise early "
        "* A love of rye Benefits: * Bread"
    )
    found = [(kind, heading) for kind, heading in kinds(text, "text") if kind in sections.LISTS]
    assert found == [("requirements", "Requirements"), ("benefits", "Benefits")]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("What You'll Bring to Acme", "requirements"),
        ("Et qu’est-ce qu’Acme vous offre en échange ?", "benefits"),
        ("En rejoignant Acme :", "role"),
        ("En rejoignant notre fournil, vous serez amené à :", "responsibilities"),
        ("[Cherries on the cake🍒]", "nice_to_have"),
        ("Time in any of these would be lovely, but not required:", "nice_to_have"),
        ("Quais serão suas principais entregas?", "responsibilities"),
        ("Within three months, you will…", "responsibilities"),
        ("En rejoignant notre fournil, vous serez chargé(e) de :", "responsibilities"),
        ("En rejoignant notre fournil, vous participerez à :", "role"),
        ("You will impress us if", "nice_to_have"),
        ("Co oferujemy", "benefits"),
        ("What’s in it for you?", "benefits"),
        ("Bonus points for any of the following:", "nice_to_have"),
        ("As a Senior Baker, you will:", "responsibilities"),
        ("Qualifications & Education", "requirements"),
        ("Requirements (must have)", "requirements"),
        ("You'd be a great match if you:", "requirements"),
        ("You'll be a fine addition to our bakery if you have:", "requirements"),
        ("Required Technical Experience", "requirements"),
        ("It is helpful, but not required, if you know:", "nice_to_have"),
        ("Crafts it would be nice for you to have:", "nice_to_have"),
        ("Our current stack includes:", "skills"),
        ("【岗位职责】", "responsibilities"),
        ("🎁 Benefits & Perks", "benefits"),
        ("Das bringst du mit", "requirements"),
        ("Ce que nous vous offrons", "benefits"),
        ("Requisitos desejáveis:", "nice_to_have"),
        ("Lo que buscamos", "requirements"),
        ("Our hiring process", "process"),
        ("About Larch & Co", "company"),
        ("Preferred locations", "location"),
    ],
)
def test_heading_vocabulary(heading: str, kind: str) -> None:
    found = headings.read_heading(heading.replace("’", "'"))
    assert found is not None and found.kind == kind


def test_vocabulary_knows_only_kinds_of_sections() -> None:
    book = headings.headings()
    known = {*book.whole.values(), *book.ends.values(), *book.unspaced.values()}
    pairs = (pair for found in (book.begins, book.hints) for pairs in found.values() for pair in pairs)
    assert known | {kind for _, kind in pairs} <= {*sections.KINDS, "more"}


def test_a_phrase_stands_under_one_kind_only() -> None:
    headings.headings.cache_clear()
    headings.headings()  # raises where one does not


PIECES = st.sampled_from(
    [
        "Requirements",
        "Requirements: x",
        "**Benefits:** tea",
        "- item",
        "* **Duties:**",
        "PLUS",
        "Our team",
        "\n",
        "\n\n",
        "  - deep",
        "What you will do:",
        "a",
        "岗位职责",
        "İ",
        "....",
        "###",
        "# Title",
        "1. one",
        "• two",
        "> quote",
        "`x`",
        "🎁",
        "x" * 900,
        ": ",
        "a plus",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map("\n".join) | st.text(max_size=300),
    st.sampled_from(["text", "markdown"]),
)
def test_sections_hold_all_that_the_body_shows(text: str, format: str) -> None:
    document = read(text, format)
    at = document.body_start
    for section in document.sections:
        assert section.kind in sections.KINDS
        if section.span.end > document.body_start:
            assert at <= section.span.start <= section.span.end <= len(document.text)
            at = section.span.end
    for block in document.blocks:
        shown = document.view[block.inner.start : block.inner.end].strip()
        if shown and block.kind != "rule" and block.span.start >= document.body_start:
            assert document.section_at(block.inner.end) is not None


@pytest.mark.parametrize(
    "unit",
    [
        "Requirements: ",
        "Benefits * ",
        "**x** ",
        "X:\n",
        "- A\n",
        "WE BAKE\n",
        "A b\n\n",
        "(",
        "a plus ",
        "职责",
    ],
)
def test_cutting_is_linear(unit: str) -> None:
    def cost(length: int) -> float:
        document = formats.read("post", (unit * length)[:length], "text")
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            sections.cut(document)
            best = min(best, time.perf_counter() - start)
        return best

    assert cost(16_000) < 4 * cost(8_000) + 0.02


def test_a_bare_heading_of_wishes_speaks_of_the_skills_named_next() -> None:
    text = "## Requirements\n\nOur technical stack includes:\n\n* Ovens\n\n## Tech stack\n\nSteel.\n"
    assert [kind for kind, _ in kinds(text, "markdown")] == ["requirements", "requirements", "skills"]
