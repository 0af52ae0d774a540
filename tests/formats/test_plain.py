"""Blocks of plain text."""
# ruff: noqa: SIM905  (cases are data)
from __future__ import annotations

import pytest

from .shapes import blocks, read

CASES = {
    "a line is a paragraph": (
        "ABOUT US\nWe build bikes.\n\nLocation: Rome\n", [("paragraph", 0, "ABOUT US"), ("paragraph", 0, "We build bikes."), ("paragraph", 0, "Location: Rome")],
    ),
    "bullets": (
        "• one\n▌ two\n- three\n· four\n· five\n* six\no seven\no eight\n1. nine\n2) ten\n(3) eleven\n4、twelve\n§ thirteen\n§ fourteen",
        [("item", 1, word) for word in "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()],
    ),
    "words that look like bullets": (
        "o candidato deve morar em Lisboa\nMás\n– said who\n2024. A good year", [("paragraph", 0, "o candidato deve morar em Lisboa"),
         ("paragraph", 0, "Más"), ("paragraph", 0, "– said who"), ("paragraph", 0, "2024. A good year")],
    ),
    "nested": ("- one\n   - sub\n- two", [("item", 1, "one"), ("item", 2, "sub"), ("item", 1, "two")]),
    "an item's next line": ("• one that is\n  long\n• two\nNext part", [("item", 1, "one that is long"), ("item", 1, "two"), ("paragraph", 0, "Next part")]),
    "an item that breaks off": (
        "• tools (RAKE,\nSpade, etc)\n• pots and\nthe wheel\n• mud, straw,\nAnd whatever else the tide brings in\n• kilns",
        [("item", 1, words) for words in ("tools (RAKE, Spade, etc)", "pots and the wheel", "mud, straw, And whatever else the tide brings in", "kilns")],
    ),
    "a heading below an item that seems to break off": (
        "- pots,\n- mud,\nKilns\n- one :(\nMud\n- two (old\nHow to come\n- three\nwe also have:\n- four\niOS is fine.\n- five,\nTell us: by letter, not by wire",
        [("item", 1, "pots,"), ("item", 1, "mud,"), ("paragraph", 0, "Kilns"), ("item", 1, "one :("), ("paragraph", 0, "Mud"),
         ("item", 1, "two (old"), ("paragraph", 0, "How to come"), ("item", 1, "three"), ("paragraph", 0, "we also have:"), ("item", 1, "four"),
         ("paragraph", 0, "iOS is fine."), ("item", 1, "five,"), ("paragraph", 0, "Tell us: by letter, not by wire")],
    ),
    "lost line breaks": (
        "What you do: • Build bicycles that last • Repair what others throw away • Ride home early",
        [("paragraph", 0, "What you do:"), ("item", 1, "Build bicycles that last"), ("item", 1, "Repair what others throw away"), ("item", 1, "Ride home early")],
    ),
    "lost line breaks with other signs": (
        "Your work: * Mend the bicycles that people bring to the shop every day * Order parts from three makers in two"
        " countries and pay for them * Teach two apprentices how to true a wheel * Keep the shop clean, the till in order"
        " and the bell polished * Ride home before it is dark and come back",
        [
            ("paragraph", 0, "Your work:"), ("item", 1, "Mend the bicycles that people bring to the shop every day"),
            ("item", 1, "Order parts from three makers in two countries and pay for them"),
            ("item", 1, "Teach two apprentices how to true a wheel"),
            ("item", 1, "Keep the shop clean, the till in order and the bell polished"),
            ("item", 1, "Ride home before it is dark and come back"),
        ],
    ),
    "a line of facts": ("Acme | Rome · Remote • Full-time", [("paragraph", 0, "Acme | Rome · Remote • Full-time")]),
    "rules": ("a\n-----\n=====\nb", [("paragraph", 0, "a"), ("rule", 0, ""), ("rule", 0, ""), ("paragraph", 0, "b")]),
    "html that came along": (
        "Acme (Rome) - Smith<p>We are <a href='https://a.example'>Acme</a>.<p>Apply<br>now",
        [("paragraph", 0, "Acme (Rome) - Smith"), ("paragraph", 0, "We are Acme."), ("paragraph", 0, "Apply"), ("paragraph", 0, "now")],
    ),
}


@pytest.mark.parametrize(("text", "want"), CASES.values(), ids=CASES)
def test_blocks(text: str, want: list[tuple[str, int, str]]) -> None:
    assert blocks(read(text, "text")) == want


WRAPPED = """\
BICYCLE MENDER
We are looking for a person who has mended many bicycles and who would like
to teach others how it is done, in a town where everybody rides and nobody
knows how to patch a tube.

You will run the workshop on Mondays and Fridays, order the parts that are
missing, and keep the stand at the
market.
Requirements:
- a steady hand, good eyes and the patience that rusty bolts ask of those who
  want them back
- a driving licence
"""


def test_a_file_wrapped_by_hand() -> None:
    found = blocks(read(WRAPPED, "text"))
    assert [(kind, words[:12], words[-12:]) for kind, _, words in found] == [
        ("paragraph", "BICYCLE MEND", "CYCLE MENDER"), ("paragraph", "We are looki", "atch a tube."),
        ("paragraph", "You will run", " the market."), ("paragraph", "Requirements", "equirements:"),
        ("item", "a steady han", "nt them back"), ("item", "a driving li", "ving licence"),
    ]


def test_long_lines_are_not_joined() -> None:
    text = "\n".join(f"We mend bicycles of every kind number {n} and\nwe like it " + "very " * 30 + "much." for n in range(6))
    assert len(blocks(read(text, "text"))) == 12
