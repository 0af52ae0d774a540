"""Headings that leave open whether what they name is asked or wished for: `Some experience with:`, `Other skills:`."""
from __future__ import annotations

from .parts import Part

_OF_THINGS = frozenset({"with", "in", "of", "mit", "avec", "en", "con", "com", "em", "de", "di", "met", "van"})

_INSISTS = ("requir", "minim", "basic", "must", "mandator", "essential", "need")
"""What the words hold that name demands again: `Required skills:`."""

_OF_PERSONS = (
    "skills", "experience", "knowledge", "education", "competencies", "abilities", "attributes", "traits", "certifications",
)
"""Last words of headings that leave open whether what they name is a demand: `Other skills:`."""


def adds_wishes(text: str, part: Part) -> bool:
    """Whether a heading below one of wishes names more of them, or (`Skills:` right below it) what they are."""
    low = text.casefold().rstrip(" :")
    if any(must in low for must in _INSISTS):
        return False
    return names_group(text) or (not part.rows and low.endswith(_OF_PERSONS))


def names_group(text: str) -> bool:
    """Whether a heading such as `Some experience with:` leaves open whether its things are demands or wishes."""
    return text.rstrip(" :").rpartition(" ")[2] in _OF_THINGS
