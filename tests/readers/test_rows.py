"""Rows: the lines of a body as a reader sees them."""

from __future__ import annotations

from jobparse import formats
from jobparse.document import Document
from jobparse.readers.rows import bold_lead, read_rows


def read(text: str) -> Document:
    return formats.read("post", text, "markdown")


def test_lines_of_a_list_without_bullets_are_rows() -> None:
    rows = read_rows(read("We need:\nflour\nwater\nsalt\n"))
    assert [row.text for row in rows] == ["We need:", "flour", "water", "salt"]
    assert [row.gap for row in rows[1:]] == [1, 1, 1]


def test_a_paragraph_wrapped_by_hand_is_one_row() -> None:
    text = (
        "The baker rises early and goes home when the others rise, and that\n"
        "is a joy in summer and a trial in winter, as every baker will tell\n"
        "you at length.\n"
    )
    assert len(read_rows(read(text))) == 1


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_above() -> None:
    text = "The pay is £37,000 a year, which all of us get whatever we do in the house\np.a.\nAnd bread.\n"
    assert len(read_rows(read(text))) == 2


def test_bold_lead() -> None:
    document = read("**Hours:** from four to noon\n\n**All bold**\n\nplain **bold**\n\n**Open  \n")
    rows = read_rows(document)
    spans = [bold_lead(document, row) for row in rows]
    assert spans[0] is not None and document.view[slice(*spans[0])].strip() == "Hours:"
    assert spans[1] == (rows[1].start, rows[1].end)
    assert spans[2] is None


def test_items_torn_after_their_first_word_are_one_row_each() -> None:
    text = (
        "Key functions:\nBake\nbread of every kind and with every flour there is\nSweep\nthe floors of the house and of the yard\n"
        "Help\nthe others where they need it and where they do\nnot ask\nAbility\nto rise\n"
    )
    assert [" ".join(row.text.split()) for row in read_rows(formats.read("post", text, "text"))] == [
        "Key functions:", "Bake bread of every kind and with every flour there is", "Sweep the floors of the house and of the yard",
        "Help the others where they need it and where they do not ask", "Ability to rise",
    ]


def test_a_list_of_short_names_is_not_torn() -> None:
    text = "Python\nreact hooks\nDocker\nnode js\nGit\nvue js and nuxt\nExcel\nword processing\n"
    assert len(read_rows(formats.read("post", text, "text"))) == 8
