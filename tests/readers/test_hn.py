"""The first line of a post in a hiring thread."""

from __future__ import annotations

import pytest

from jobparse.readers.hn import read_head


def parts(line: str) -> tuple[str | None, str | None]:
    head = read_head(line)
    assert head is not None
    return (
        line[slice(*head.company)] if head.company else None,
        line[slice(*head.title)] if head.title else None,
    )


@pytest.mark.parametrize(
    ("line", "company", "title"),
    [
        ("Kestrel | Senior Engineer | Berlin | Remote", "Kestrel", "Senior Engineer"),
        ("Kestrel (https://kestrel.example) | Data Scientist | ONSITE", "Kestrel", "Data Scientist"),
        (
            "Kestrel Inc | https://kestrel.example | Founding engineer | Full-time",
            "Kestrel Inc",
            "Founding engineer",
        ),
        ("Kestrel | Multiple roles | Remote", "Kestrel", None),
        ("Kestrel | Product Engineer, Designer | Remote", "Kestrel", None),
        ("Kestrel | Chief of Staff | Senior Engineer | Remote", "Kestrel", None),
        ("We are hiring at Kestrel, makers of Kite | Sales Engineer | Remote", "Kestrel", "Sales Engineer"),
        ("Kestrel GmbH – Software Engineer – Kiel – Remote", "Kestrel GmbH", "Software Engineer"),
        ("Senior Go Engineer | Remote | Full-time", None, None),
    ],
)
def test_head(line: str, company: str | None, title: str | None) -> None:
    assert parts(line) == (company, title)


@pytest.mark.parametrize("line", ["Just | one", "a - b", "| table | of | words |", "We do this and that.", "[Remote | Lisbon | Porto] Baker"])
def test_no_head(line: str) -> None:
    assert read_head(line) is None
