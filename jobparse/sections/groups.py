"""Headings that leave open whether what they name is asked or wished for: `Some experience with:`, `Other skills:`."""
from __future__ import annotations

from ..letters import FIRST_CJK
from ..vocab.headings import read_bare
from .parts import LISTS, SHORT, Part

_OF_THINGS = frozenset({"with", "in", "of", "mit", "avec", "en", "con", "com", "em", "de", "di", "met", "van"})

_INSISTS = ("requir", "minim", "basic", "must", "mandator", "essential", "need")
"""What the words hold that name demands again: `Required skills:`."""

_OF_PERSONS = (
    "skills", "experience", "knowledge", "education", "competencies", "abilities", "attributes", "traits", "certifications",
)
"""Last words of headings that leave open whether what they name is a demand: `Other skills:`."""


_MUSTS = ("Basic", "Minim", "Requi", "Manda")
"""How a bullet begins that names the demands below it, as against the wishes."""


def adds_wishes(text: str, part: Part) -> bool:
    """Whether a heading below one of wishes names more of them, or (`Skills:` right below it) what they are."""
    low = text.casefold().rstrip(" :")
    if any(must in low for must in _INSISTS):
        return False
    return names_group(text) or (not part.rows and low.endswith(_OF_PERSONS))


def names_group(text: str) -> bool:
    """Whether a heading such as `Some experience with:` leaves open whether its things are demands or wishes."""
    return text.rstrip(" :").rpartition(" ")[2] in _OF_THINGS


def parts_bullets(text: str) -> bool:
    """Whether a bullet parts those after it from those before: `* Preferred qualifications:`, `* 任职资格`."""
    chinese = text[0] >= FIRST_CJK and len(text) <= SHORT / 5
    kind = read_bare(text) if (text[-1] == ":" or chinese) and len(text) <= SHORT else ""
    return (chinese and kind in LISTS) or kind == "nice_to_have" or (kind == "requirements" and text[:5] in _MUSTS)
