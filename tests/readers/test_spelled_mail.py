"""Mail addresses spelt out."""
from __future__ import annotations

import pytest

from jobparse.readers.spelled_mail import find_spelled


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("jobs [at] example.org", "jobs@example.org"),
        ("jobs(at)example.org", "jobs@example.org"),
        ("ada.byron {at} example [dot] co [dot] uk.", "ada.byron@example.co.uk"),
        ("rrhh[arroba]example.es", "rrhh@example.es"),
        ("Drop us an email at apply at example dot com", "apply@example.com"),
        ("Email me at ada at example dot org", "ada@example.org"),
        ("a CV to hn at example dot app.", "hn@example.app"),
        ("jobs at example dot io", "jobs@example.io"),
    ],
)
def test_spelled(text: str, address: str) -> None:
    assert [found.address for found in find_spelled(text)] == [address]


@pytest.mark.parametrize("text", [
    "jobs at example.org", "meet us (at) noon", "see [at] the door.", "", "reach us at example dot com",
    "email us at example dot com", "send your resume and apply at example dot com", "the team at Example dot com", "work at example dot com",
    "our jobs at example dot com", "My first jobs at Example dot com", "Careers at Example dot org taught me",
])
def test_no_address(text: str) -> None:
    assert list(find_spelled(text)) == []
