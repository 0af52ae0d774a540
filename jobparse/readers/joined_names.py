"""The names that a text gives one organisation, joined: `Acme` and `Acme Robotics`, `WMO` and `Wetland Mapping Office`."""

from __future__ import annotations

from ..document import Document, Span
from .hiring_organisations import Mention
from .organisations import initials, key_of, short_form, times_named

Found = dict[str, list[tuple[Mention, Span]]]
"""A name's key → its mentions and where they stand."""

_NAMED = 3
"""The weight from which on the brackets behind a name are believed to hold its short form."""

_PER_SHORT, _MOST_SHORT = 0.3, 10
"""What each occurrence of the short form adds to the name's evidence, and how many count."""


def join_names(document: Document, found: Found, extra: dict[str, float]) -> Found:
    """The mentions of each organisation under one key; `extra`, what a key gains besides, is moved with them."""
    _join_short_forms(document, found, extra)
    merged = _join_beginnings(found, extra)
    _join_ends(document, merged, extra)
    return merged


def _join_short_forms(document: Document, found: Found, extra: dict[str, float]) -> None:
    """What is told of `WMO` told of the `Wetland Mapping Office (WMO)`, or of the name with these initials."""
    for key in list(found):
        for mention, span in found.get(key, ()):
            short = key_of(short_form(document.view, *span) if mention.weight >= _NAMED else "")
            if not short or short == key:
                letters = initials(document.quote(span))
                short = letters.casefold() if letters.casefold() in found and letters in document.text else ""
            if short and short != key:
                extra[key] += _PER_SHORT * min(times_named(document.low, short), _MOST_SHORT)
                extra[key] += extra.pop(short, 0)
                whole = [(each._replace(weight=max(each.weight, _NAMED)), place) for each, place in found[key]]
                found[key] = [*whole, *found.pop(short, [])]
                break


def _join_beginnings(found: Found, extra: dict[str, float]) -> Found:
    """Short names joined to the longer one that begins with them: `Acme` to `Acme Robotics`."""
    merged = {key: list(mentions) for key, mentions in found.items()}
    for short in sorted(merged, key=len):
        longer = [
            key
            for key in merged
            if key.startswith(short + " ") and max(mention.weight for mention, _ in merged[key]) >= 3
        ]
        if longer and short:
            whole = max(
                longer, key=lambda key: (sum(mention.weight for mention, _ in merged[key]), -len(key))
            )
            merged[whole] += merged.pop(short)
            extra[whole] += extra[short]
    return merged


def _join_ends(document: Document, merged: Found, extra: dict[str, float]) -> None:
    """`Red` joined to `Democracia en Red`, where the text has it nowhere else."""
    for end in sorted(merged, key=len):
        for whole in merged:
            if end and whole.endswith(f" {end}") and times_named(document.low, end) <= times_named(
                document.low, whole
            ):
                merged[whole] += merged.pop(end)
                extra[whole] += extra[end]
                break
