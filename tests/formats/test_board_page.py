"""A copied page of a job board: what belongs to the page is not in the view, what belongs to the post is."""
from __future__ import annotations

from jobparse import formats

PAGE = """\
Senior Welder
Kelp Works
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
