"""A copied page of a job board: what belongs to the page is not in the view, what belongs to the post is."""
from __future__ import annotations

from jobparse import formats

PAGE = """\
Senior Welder
Kelp Works
Over 100 applicants · Responses managed off the board
Easy Apply
Save

About the job
Our teams save lives and share what they learn.
We look for qualified applicants.

Seniority level
Mid-Senior level

Set alert for similar jobs
Welder, Ghent
Set alert

About the company
Kelp Works
12,345 followers
"""


def seen(text: str) -> list[str]:
    document = formats.read("-", text, "text")
    assert document.text == text and len(document.view) == len(text)
    return [line.strip() for line in document.view.split("\n") if line.strip()]


def test_what_is_around_the_post_is_not_seen() -> None:
    assert seen(PAGE) == [
        "Senior Welder", "Kelp Works", "About the job", "Our teams save lives and share what they learn.",
        "We look for qualified applicants.", "Seniority level", "Mid-Senior level", "About the company", "Kelp Works",
        "12,345 followers",
    ]


def test_a_post_of_its_own_keeps_its_lines() -> None:
    own = "Welder\n\nApply\n\nSend us a letter.\n\nShare\n\nWe share our profit.\n"
    assert seen(own) == [line for line in own.split("\n") if line]


def test_what_ends_a_page_ends_no_post_at_its_beginning() -> None:
    early = "Similar jobs\nSave\nShare\nShow more\nWelder\n" + "We join steel for ships and bridges.\n" * 9
    assert seen(early)[:2] == ["Similar jobs", "Welder"] and len(seen(early)) == 11


OWN = """\
Welder
Apply
Save

Actively recruiting welders for two years or more
Save time at every weld with a jig
Posted by Jane Roe, jane.roe@kelp.example
100 applicants found a job with us last year
* Share
"""


def test_what_a_post_says_in_a_board_s_words_stays() -> None:
    assert seen(OWN)[1:3] == ["Apply", "Save"]
    assert seen(OWN + "Share\n") == [line for line in seen(OWN) if line not in ("Apply", "Save")]


def test_an_end_needs_a_page_before_it() -> None:
    for heading in ("Similar jobs", "## Similar jobs", "Hiring insights"):
        own = f"# Welder\n\nApply\n\nWe join steel.\n\n{heading}\n\nWe answer in two days.\n\nWe pay 20 EUR an hour.\n"
        assert "".join(seen(own)[-2:]) == "We answer in two days.We pay 20 EUR an hour."


def test_after_the_end_headings_of_a_post_begin_it_again() -> None:
    for heading in ("Benefits", "How to apply", "About Kelp Works", "## Steel"):
        text = f"{PAGE.partition('About the company')[0]}{heading}\nFree gloves\n"
        assert seen(text)[-2:] == [heading, "Free gloves"]
        assert "Welder, Ghent" not in seen(text)


def test_a_line_with_an_address_stays() -> None:
    assert "jobs@kelp.example" in seen(PAGE.replace("Set alert\n", "Set alert\njobs@kelp.example\n"))
