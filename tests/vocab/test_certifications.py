"""The vocabulary of certificates: readable, unambiguous, and true to its own sentences."""
from __future__ import annotations

import pytest

from jobparse.document import Document, Line
from jobparse.extractors.certifications import find
from jobparse.vocab.certifications import HEADINGS, entries
from jobparse.vocab.skills import Entry, normalise

CERTIFICATES = entries("certificate")


def found(text: str) -> set[str]:
    line = Line(0, 0, text, "requirements", "item")
    return {c.value for c in find(Document("-", "text", text, text), [line]) if not c.refused}


@pytest.mark.parametrize("heading", HEADINGS)
def test_no_name_has_two_owners(heading: str) -> None:
    owners: dict[str, str] = {}
    for entry in entries(heading):
        for name in entry.names:
            assert owners.setdefault(normalise(name), entry.name) == entry.name, f"{entry.where}: {name}"


@pytest.mark.parametrize("entry", CERTIFICATES, ids=lambda entry: entry.name)
def test_entry(entry: Entry) -> None:
    for line in entry.lines:
        key, _, value = line.strip().partition(": ")
        assert line.startswith("    ") and value and key in {"case", "needs", "not", "yes", "no"}, entry.where
    if "needs" in entry.attributes:
        assert entry.yes and entry.no, f"{entry.where}: a doubtful entry wants a yes and a no sentence"
    for limit in ("case", "needs"):
        _, _, names = entry.attributes.get(limit, [""])[-1].partition(" for ")
        assert all(name.strip() in entry.names for name in names.split(",") if name.strip()), entry.where
    for sentence in entry.yes:
        assert entry.name in found(sentence), sentence
    for sentence in entry.no:
        assert entry.name not in found(sentence), sentence
