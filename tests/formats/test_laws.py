"""Whatever the text: nothing raises, the laws of a document hold, and the time grows with the length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobparse import formats
from jobparse.view import clean

from .shapes import check

FORCED = (None, "frontmatter", "markdown", "text", "html")

PIECES = (
    "# T", "## ", "====", "---", "--- ", "***", "- a", "  - b", "\t* c", "1. d", "2) e", "• f • g long enough to be an item • h",
    "> q", ">> r", "> - s", "```", "~~~", "| a | b |", "|---|---|", "a | b", "<p>", "</p>", "<ul><li>x", "</ul>", "<br/>", "<h2>H", "</h2>",
    "<table><tr><td>c", "</tr></table>", "<!--", "-->", "<script>", "</script>", "<a href='u'>l</a>", "[l](u)", "[l", "](u)", "![i](u)",
    "**b**", "*", "_", "__", "`c`", "\\*", "\\", "&amp;", "&bull; x", "&nbsp;", "~~s~~", "<x@y.z>", "https://a.b/_c_*d*", "’“–", "\u00a0", "𝗕",
    "o x", "– y", "✅ z", "\ufeff", "\u200b", "\x00", "\ud800", "key: value", "title: a: b", "words and words", "and more", "Next Part:", "",
)
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30)


@given(TEXT, st.sampled_from(["\n", " ", ""]), st.sampled_from(FORCED))
@settings(max_examples=600, deadline=None)
def test_any_text(pieces: list[str], glue: str, forced: str | None) -> None:
    text = glue.join(pieces)
    try:
        document = formats.read("-", text, forced)
    except formats.CannotRead:
        raise AssertionError("nothing says that this is JSON") from None
    check(document)
    assert document.text == text or document.notes or document.format == "json"
    for block in document.blocks:
        words = clean(document, block.inner)
        assert words == " ".join(words.split())


N = 50_000
HOSTILE = {
    "a line of 5 MB": "word " * 1_000_000,
    "a word of 5 MB": "a" * 5_000_000,
    "rules": "---\n" * 1_000_000,
    "a rule of 5 MB": "-" * 5_000_000,
    "newlines": "\n" * 1_000_000,
    "blanks": " " * 5_000_000,
    "combining marks": "e" + "\u0301" * 100_000,
    "deep list": "\n".join("  " * depth + "- x" for depth in range(1000)),
    "deep markers": "- " * N + "x",
    "deep quotes": "> " * N + "x",
    "headings": "# a #\n" * N,
    "tables": "| a | b |\n|---|---|\n" * N,
    "fences": "```\na\n" * N,
    "growing fences": "\n".join("`" * length for length in range(3, 1500)),
    "doubtful bullets": "– a\n\n\nb\n" * N,
    "far neighbours": "→ a\n" + "\n" * 500_000 + "→ b",
    "bullets in a line": "• some words in an item " * N,
    "lists nobody closes": "<ul><li>x" * N,
    "divs": "<html>" + "<div class='nav'>" * N + "x" + "</div>" * N,
    "mains": "<html>" + "<main>" * N,
    "comments": "<!--" * N,
    "scripts": "<html>" + "<script>" * N,
    "json in a script": '<html><script type="application/ld+json">' + '{"a":' * N + "</script>",
    "strings in a script": '<html><script type="application/ld+json">' + '"\\' * N + "</script>",
    "unclosed header": "---\n" + "a: b\n" * 200_000,
    "header of brackets": "---\na: " + "[" * 60_000 + "\n---\n",
    "header of dashes": "---\na:\n" + "- " * 30_000 + "\n---\n",
    "header of keys": "---\n" + "".join(f"k{n}: v\n" for n in range(6000)) + "---\n",
    "broken header": "---\ntitle: a: b\n" + 'k: "v\n' * 9000 + "---\n",
    "toml of brackets": "+++\na=" + "[" * 60_000 + "\n+++\n",
    "toml of dots": "+++\n" + "a." * 20_000 + "b = 1\n+++\n",
    "wrapped": "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eius\nmod tempor incididunt\n" * 20_000,
    **{
        f"{piece!r} again and again": piece * N
        for piece in ("[", "[a", "[a](", '[a](x "', "![", "*_", "*a ", "a* ", "**a ", "_a ", "`", "<", "<a ", '<a "', "&", "&amp;", "\\*",
                      "://_", "~", "|", "#", "•", "1. ", ". ", '"', "\x00", "\ud800", "-X\n", "](u)", "<p>")
    },
    "nested brackets": "[" * N + "](u)" * N,
}
MOST_SECONDS = 2.0
"""On a slow machine; most of these take a tenth of it."""


def seconds(text: str, forced: str | None) -> float:
    start = time.process_time()
    document = formats.read("-", text, forced)
    taken = time.process_time() - start
    assert len(document.view) == len(document.text)
    for block in document.blocks[:20]:
        clean(document, block.inner)
    return taken


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("forced", ["markdown", "text", "html", None])
def test_hostile_texts_take_linear_time(name: str, forced: str | None) -> None:
    text = HOSTILE[name]
    assert seconds(text, forced) < MOST_SECONDS or seconds(text, forced) < MOST_SECONDS
