"""A field's value as a person reads it: one text, or one text an item."""
from __future__ import annotations

from typing import Any

from ..record import (
    Contact,
    Education,
    ExperienceYears,
    Language,
    Location,
    RemoteScope,
    Salary,
    Skill,
)
from . import brief
from .columns import text_of


def shown(value: Any) -> str:
    """One value or one item."""
    match value:
        case Salary():
            return brief.pay(value) or "(no figure)"
        case Location():
            place = brief.place_name(value)
            region = f", {value.region}" if value.city and value.region else ""
            return place.replace(f", {value.country}", f"{region}, {value.country}") if region and value.country else place
        case RemoteScope():
            return brief.scope(value)
        case ExperienceYears():
            return brief.years(value)
        case Education():
            return value.level.replace("_", " ") + ("" if value.required else " (or equivalent, or only preferred)")
        case Language():
            return " ".join(part for part in (value.code, value.level or "", "" if value.required else "(a plus)") if part)
        case Skill():
            choice = f", or {', '.join(value.any_of)}" if value.any_of else ""
            return f"{value.name} ({value.need}{choice})"
        case Contact():
            return ", ".join(part for part in (value.name, value.email, value.phone) if part)
        case bool():
            return "yes" if value else "no"
        case _:
            return text_of(value)
