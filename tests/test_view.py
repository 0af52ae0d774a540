"""The same-length view, and a quote as a reader sees it."""

from __future__ import annotations

import pytest

from jobparse import formats
from jobparse.document import Document, Span
from jobparse.view import clean, fold


def markdown(text: str) -> Document:
    return formats.read("-", text, "markdown")


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("We’re “here” – now", "We're \"here\" - now"),
        ("10\u00a0000\u202f€", "10 000 €"),
        ("（北京）：５", "(北京):5"),
        ("𝗪𝗲 hire 𝘺𝘰𝘶", "We hire you"),
        ("naïve Straße İzmir", "naïve Straße İzmir"),
    ],
)
def test_fold(text: str, view: str) -> None:
    assert fold(text) == view
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("a **bold** and *soft* word", "a bold and soft word"),
        ("__so__ and _so_ but snake_case", " so and so but snake_case"),
        ("5 * 3 and a footnote*", "5 * 3 and a footnote*"),
        ("Name: ____ date", "Name: ____ date"),
        ("know `make` well", "know make well"),
        (r"C\# and 1\. and \- x", "C # and 1 . and - x"),
        ("~~old~~ new", " old new"),
        ("see [our site](https://a.example/x_y_z) now", "see our site now"),
        ('see [it](<https://a.example/> "Title") now', "see it now"),
        ("an ![icon](i.png) here", "an here"),
        ("[![badge](b.svg)](https://a.example)", ""),
        ("[Senior [Go] Engineer](https://a.example)", "Senior [Go] Engineer"),
        ("write <jobs@a.example> or <https://a.example/_b_>", "write jobs@a.example or https://a.example/_b_ "),
        ("visit https://a.example/_x_/y*z* now", "visit https://a.example/_x_/y z now"),
        ("[not a link] (really)", "[not a link] (really)"),
        ("two<br>lines <b class='x>y'>in</b> bold", "two lines in bold"),
        ("a List<Int> and <para1>", "a List<Int> and <para1>"),
        ("R&amp;D &nbsp; it&rsquo;s", "R& D it' s"),
        ("&pound;40k and &euro;50", " £40k and €50"),
        ("AT&T; &unknown;", "AT&T; &unknown;"),
        ("gone <!-- a **b** --> back", "gone back"),
    ],
)
def test_markdown_view(text: str, view: str) -> None:
    document = markdown(text)
    assert document.view.split() == view.split()
    assert len(document.view) == len(text)


def test_every_character_keeps_its_place() -> None:
    assert markdown("a **b** c").view == "a   b   c"
    assert markdown("[a](b) *c*<br>d").view == " a      c     d"


def test_plain_text_keeps_its_stars() -> None:
    document = formats.read("-", "Pay * depends on_place_ [see](below)", "text")
    assert document.view == document.text


def test_emphasis_ends_with_its_paragraph() -> None:
    text = "A footnote *here\n\nand another* there"
    assert markdown(text).view == text


def test_links() -> None:
    text = 'See [our **site**](https://a.example/b "T"), <https://c.example> and <a href="https://d.example">d</a>'
    document = markdown(text)
    found = [(document.quote(link.label), document.quote(link.url)) for link in document.links]
    assert found == [
        ("our **site**", "https://a.example/b"), ("https://c.example", "https://c.example"), ("d", "https://d.example"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Wild** enthusiasm", "Wild enthusiasm"),
        ("half<br>line", "half line"),
        ("in<b>side</b>", "inside"),
        (r"\- escaped\_name", "- escaped_name"),
        ("R&amp;D &mdash; caf&eacute;", "R&D — café"),
        ("see [the [big] plan](https://a.example) today", "see the [big] plan today"),
        ("we’re “in”\n  two   lines", "we’re “in” two lines"),
        ("10\u00a0000 € `now`", "10 000 € now"),
        ("zero\u200bwidth", "zerowidth"),
        ("at <https://a.example/x> daily", "at https://a.example/x daily"),
        ("<span>Go</span><span>pher</span> <para1>", "Gopher <para1>"),
        ("C# | F# & more", "C# | F# & more"),
    ],
)
def test_clean(text: str, words: str) -> None:
    document = markdown("Intro " + text)
    assert clean(document, Span(6, len(document.text))) == words


def test_clean_leaves_out_bullets_and_cells() -> None:
    document = markdown("- one\n  two\n\n|Pay|50k|\n|---|---|\n")
    assert [clean(document, block.span) for block in document.blocks] == ["one two", "Pay 50k"]


def test_clean_takes_the_whole_entity_of_a_currency_sign() -> None:
    document = markdown("pay &euro;80,000 a year")
    assert clean(document, Span(document.view.index("€"), len(document.text))) == "€80,000 a year"


def test_apostrophes_that_an_encoding_lost() -> None:
    assert fold("Acme?s mill: we?re open. Is it yours?s/he asked; /jobs?s=1") == "Acme's mill: we're open. Is it yours?s/he asked; /jobs?s=1"
