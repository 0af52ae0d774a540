"""Blocks of Markdown: cases, and agreement with markdown-it-py wherever posts keep to CommonMark."""
# ruff: noqa: SIM905  (cases are data)
from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from jobparse.document import Document

from .shapes import blocks, read

CASES = {
    "headings": (
        "# One\n## Two ##\n### **Three** \n####Four\n#hashtag\nFive\n====\nSix\n---\n",
        [
            ("heading", 1, "One"), ("heading", 2, "Two"), ("heading", 3, "Three"), ("heading", 4, "Four"),
            ("paragraph", 0, "#hashtag Five"), ("rule", 0, ""), ("heading", 2, "Six"),
        ],
    ),
    "an empty heading is a rule": ("### \ntext", [("rule", 0, ""), ("paragraph", 0, "text")]),
    "a paragraph over dashes is no heading": (
        "We build tools for people who repair old bicycles, and we have done so for very many years in three towns"
        " and two islands.\n---\nNext",
        [
            ("paragraph", 0, "We build tools for people who repair old bicycles, and we have done so for very many years in"
             " three towns and two islands."),
            ("rule", 0, ""), ("paragraph", 0, "Next"),
        ],
    ),
    "an item that breaks off": (
        "* tools (RAKE,\nSpade, etc)\n* pots and\nthe wheel\n* kilns,\n**How to come**\nBy boat.\n\n* mud\nwe also have:\n* straw",
        [("item", 1, "tools (RAKE, Spade, etc)"), ("item", 1, "pots and the wheel"), ("item", 1, "kilns,"), ("paragraph", 0, "How to come By boat."),
         ("item", 1, "mud"), ("paragraph", 0, "we also have:"), ("item", 1, "straw")],
    ),
    "items": (
        "* one\n  * sub\n    * deep\n* two\n\n1. first\n2. second\n",
        [("item", 1, "one"), ("item", 2, "sub"), ("item", 3, "deep"), ("item", 1, "two"), ("item", 1, "first"),
         ("item", 1, "second")],
    ),
    "indented as converters write them": (
        "  * one\n    * sub\n  * two\n\nafter", [("item", 1, "one"), ("item", 2, "sub"), ("item", 1, "two"), ("paragraph", 0, "after")],
    ),
    "bullets of other fonts": (
        "• one\n▪ two\n\\- three\n– four\n– five\n✅ six\n✅ seven\n-eight\n-nine\n&bull; ten\n\uf0b7 eleven",
        [("item", 1, word) for word in "one two three four five six seven eight nine ten eleven".split()],
    ),
    "a lone dash or tick is no bullet": (
        "– said the founder\n\n✅ What we offer\n", [("paragraph", 0, "– said the founder"), ("paragraph", 0, "✅ What we offer")],
    ),
    "two bullets": ("* • one\n- - two\n", [("item", 1, "one"), ("item", 1, "two")]),
    "a bullet in emphasis": ("_\\- one_\n", [("item", 1, "one")]),
    "tasks": ("- [ ] one\n- [x] two\n", [("item", 1, "one"), ("item", 1, "two")]),
    "a heading behind a bullet": ("* ### About us\n* one\n", [("heading", 3, "About us"), ("item", 1, "one")]),
    "headings behind bullets that are items": (
        "1. ### Call\n\n2. ### Baking test\n\n3. ### Offer\n\n## Perks\n\n* ### Free tea\n* ### Free bread\n* 20 days off\n* ### Parental leave\n",
        [("item", 1, "Call"), ("item", 1, "Baking test"), ("item", 1, "Offer"), ("heading", 2, "Perks"), ("item", 1, "Free tea"),
         ("item", 1, "Free bread"), ("item", 1, "20 days off"), ("item", 1, "Parental leave")],
    ),
    "headings behind bullets over items": (
        "* ### Ovens\n  * heat\n* ### Shop\n  * sell\n* ### Requirements\n* bake\n* ### Benefits\n* bread",
        [("heading", 3, "Ovens"), ("item", 2, "heat"), ("heading", 3, "Shop"), ("item", 2, "sell"), ("heading", 3, "Requirements"),
         ("item", 1, "bake"), ("heading", 3, "Benefits"), ("item", 1, "bread")],
    ),
    "a heading between two stars": (
        "* Required Skills*\n* rye*\n* Parental Leave*\n* Responsibilities*",
        [("paragraph", 0, "* Required Skills*"), ("item", 1, "rye*"), ("item", 1, "Parental Leave*"), ("paragraph", 0, "* Responsibilities*")],
    ),
    "a line under an item": (
        "- one\n  goes on\n- two\nand on\n- three\nRequirements:\n- four",
        [("item", 1, "one goes on"), ("item", 1, "two and on"), ("item", 1, "three"), ("paragraph", 0, "Requirements:"),
         ("item", 1, "four")],
    ),
    "more of an item": (
        "1. Build things.\n\n   They should last for years.\n\n   **Benefits**\n\n2. two",
        [("item", 1, "Build things. They should last for years."), ("paragraph", 0, "Benefits"), ("item", 1, "two")],
    ),
    "a number that begins a line of prose": (
        "We were founded in the spring of\n2. May and went on", [("paragraph", 0, "We were founded in the spring of 2. May and went on")],
    ),
    "glued bullets": (
        "Do this • Write code that people like to read • Talk to customers every week • Sleep",
        [("paragraph", 0, "Do this"), ("item", 1, "Write code that people like to read"),
         ("item", 1, "Talk to customers every week"), ("item", 1, "Sleep")],
    ),
    "a line of facts keeps its dots": ("Berlin • Remote • Full-time", [("paragraph", 0, "Berlin • Remote • Full-time")]),
    "quotes": (
        "> said\n> more\n>\n> - one\n\nafter", [("quote", 1, "said more"), ("item", 1, "one"), ("paragraph", 0, "after")],
    ),
    "tables": (
        "|Pay|Place|\n|---|:-:|\n|50k|Rome|\n\nA | B\n--- | ---\n1 | 2\n",
        [("table", 0, "Pay Place"), ("table", 0, "50k Rome"), ("table", 0, "A B"), ("table", 0, "1 2")],
    ),
    "code": ("```\n# no heading\n```\ntext", [("code", 0, "# no heading"), ("paragraph", 0, "text")]),
    "a fence that never closes": ("```\n# Title\n", [("paragraph", 0, ""), ("heading", 1, "Title")]),
    "rules": ("a\n\n***\n\n- - -\n______\nb", [("paragraph", 0, "a"), ("rule", 0, ""), ("rule", 0, ""), ("rule", 0, ""), ("paragraph", 0, "b")]),
    "html": (
        "<h2>Role</h2><ul><li>one<li>two</ul>\nLast<br>line\n# Next\n<table><tr><td>Pay</td><td>50k</td></tr></table>",
        [("heading", 2, "Role"), ("item", 1, "one"), ("item", 1, "two"), ("paragraph", 0, "Last"), ("paragraph", 0, "line"),
         ("heading", 1, "Next"), ("table", 0, "Pay 50k")],
    ),
    "marks for the site's generator are not shown": (
        "Tasks\n-----\n{: .big }\n\n{% include lead.html %}\n\nSweep [here](/map){:target=\"_blank\"}\n\n{{< form >}}",
        [("heading", 2, "Tasks"), ("paragraph", 0, "Sweep here")],
    ),
    "braces of the text itself stay": ("Say {:} or {{name}} or {% 5\n", [("paragraph", 0, "Say {:} or {{name}} or {% 5")]),
    "a comment hides its list": ("a\n<!--\n- hidden\n-->\nb", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
}


@pytest.mark.parametrize(("text", "want"), CASES.values(), ids=CASES)
def test_blocks(text: str, want: list[tuple[str, int, str]]) -> None:
    assert blocks(read(text, "markdown")) == want


def test_marks_are_blank_in_the_view() -> None:
    document = read("## **Pay** ##\n> * one\n\n|a|b|\n|-|-|\n", "markdown")
    assert document.view.split() == ["Pay", "one", "a", "b"]


def test_rows_of_two_cells_state_facts() -> None:
    document = read("| Location | Salary |\n|---|---|\n| **Salary** | 50k |\n| a | b |\n| Company | Acme | x |\n", "markdown")
    assert [(fact.key, fact.value, fact.origin) for fact in document.header] == [("Salary", "50k", "label")]


# --- the oracle -----------------------------------------------------------------------------------

ORACLE = MarkdownIt("commonmark").disable("code").enable("table")
ORACLE.core.ruler.disable(["inline", "text_join"])


def lines_of(document: Document) -> list[tuple[str, int, int, int]]:
    found = []
    for block in document.blocks:
        first, last = document.line_of(block.span.start), document.line_of(block.span.end)
        found.append((block.kind, block.level, first, last))
    return found


def expected(text: str) -> list[tuple[str, int, int, int]]:
    """markdown-it's tokens as our blocks: an item holds its first paragraph, quotes and rows stand for themselves."""
    return list(_expected(ORACLE.parse(text)))


def _expected(tokens: list[Token]) -> Iterator[tuple[str, int, int, int]]:
    depth, quotes, item = 0, 0, False
    start = 0
    for token in tokens:
        first, last = token.map or (0, 0)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            item, start = True, first
        elif token.type == "blockquote_open":
            quotes += 1
        elif token.type == "blockquote_close":
            quotes -= 1
        elif token.type == "heading_open":
            yield "heading", int(token.tag[1]), first, last - 1
        elif token.type == "hr":
            yield "rule", 0, first, last - 1
        elif token.type == "fence":
            yield "code", 0, first, last - 1
        elif token.type == "tr_open":
            yield "table", 0, first, last - 1
        elif token.type == "paragraph_open":
            if item:
                yield "item", depth, start, last - 1
            else:
                yield "quote" if quotes else "paragraph", 1 if quotes else 0, first, last - 1
            item = False


WORDS = st.lists(st.sampled_from(["Build", "Go", "we", "ship", "Rust,", "daily", "(five)", "Teams", "years.", "x"]), min_size=1, max_size=9)
SENTENCE = WORDS.map(lambda words: "The " + " ".join(words))
MORE = WORDS.map(lambda words: "and " + " ".join(words))
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join)
HEADING = st.builds(lambda n, words, end: "#" * n + " " + words + end, st.integers(1, 6), SENTENCE, st.sampled_from(["", " #", " ##", "  "]))
SETEXT = st.builds(lambda words, line: words[:90].rstrip() + "\n" + line, SENTENCE, st.sampled_from(["===", "---", "=======", "-----  "]))
RULE = st.sampled_from(["---", "***", "___", "- - -", "* * *", "-----"])
FENCE = st.builds(lambda mark, inner: f"{mark}\n{inner}\n{mark}", st.sampled_from(["```", "~~~", "````"]), PARAGRAPH)
QUOTE = PARAGRAPH.map(lambda text: "\n".join("> " + line for line in text.split("\n")))
ROW = st.lists(st.sampled_from(["a", "50k", "Rome"]), min_size=2, max_size=2).map(lambda cells: "| " + " | ".join(cells) + " |")
TABLE = st.lists(ROW, min_size=2, max_size=4).map(lambda rows: "\n".join([rows[0], "| --- | :-: |", *rows[1:]]))


@st.composite
def one_list(draw: st.DrawFn, depth: int = 0) -> str:
    """A list as people write them: one sign, items with a line more, lists inside, tight or loose."""
    numbered = draw(st.booleans())
    sign = draw(st.sampled_from(["-", "*", "+"]))
    indent = draw(st.sampled_from(["", "  "])) if depth == 0 else ""
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    pieces = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        marker = indent + (f"{number}. " if numbered else f"{sign} ")
        lines = [marker + draw(SENTENCE)]
        if draw(st.integers(0, 3)) == 0:
            lines.append(" " * len(marker) + draw(MORE))
        if depth < 2 and draw(st.integers(0, 3)) == 0:
            lines += [" " * len(marker) + line if line else "" for line in draw(one_list(depth + 1)).split("\n")]
        pieces.append("\n".join(lines))
    return gap.join(pieces)


BLOCK = st.one_of(PARAGRAPH, HEADING, SETEXT, RULE, FENCE, QUOTE, TABLE, one_list())
TEXT = st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join)


@given(TEXT)
@settings(max_examples=400, deadline=None)
def test_agrees_with_commonmark(text: str) -> None:
    assert lines_of(read(text, "markdown")) == expected(text)
