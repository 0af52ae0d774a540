"""Paragraphs that tell what the company offers: 'We provide dental insurance, a pension and 25 days off.'"""
from __future__ import annotations

from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists, words

_WORDS = "offers.txt"

_FEWEST_KINDS = 3
"""Kinds of offers that a paragraph outside of a list of benefits must name: an insurer's own business is one or two."""

_LONGEST = 3000
"""A longer paragraph is a page whose line breaks were lost."""

_LONGEST_SENTENCE = 700
"""A longer sentence is a list that lost its line breaks."""

_SIGNS = ("dental", "401", "medical", "health", "insurance", "pension", "retirement", "time off", "pto", "leave", "vacation", "days off")
"""One of them stands in any such paragraph."""

_NO_KINDS = frozenset(("insured", "beside pay", "tells of offers", "ours", "not an offer"))
"""Headings of the vocabulary that are no kinds of offers."""

_STOP = lazy(r"[.!?][\"”)]?\s{1,4}(?=[A-Z(*])")


def may_offer(low: str) -> bool:
    """Whether a text in lower case may hold such a paragraph at all."""
    return any(sign in low for sign in _SIGNS)


def read_offer(text: str) -> tuple[int, int] | None:
    """Where the sentences on what is offered begin and end in a paragraph, None where it tells of other things."""
    kinds = _kinds(text) if len(text) <= _LONGEST and may_offer(text.lower()) else set()
    if len(kinds) < _FEWEST_KINDS or not _tells(text):
        return None
    if kinds <= set(read_lists(_WORDS)["insured"]) and not words(_WORDS, "ours").search(text):
        return None
    pay = set(read_lists(_WORDS)["beside pay"])
    told = [(start, end) for start, end in _sentences(text) if _kinds(text[start:end]) - pay]
    if not told or any(end - start > _LONGEST_SENTENCE for start, end in told):
        return None
    return told[0][0], told[-1][1]


def adds_to_offer(text: str) -> bool:
    """Whether the paragraph below one of offers names a further one: 'This role is eligible for a bonus.'"""
    return "range" not in text.lower() and bool(_kinds(text)) and _tells(text)


def _tells(text: str) -> bool:
    return bool(words(_WORDS, "tells of offers").search(text)) and not words(_WORDS, "not an offer").search(text)


def _kinds(text: str) -> set[str]:
    low = text.lower()
    return {kind for kind, stems in _stems().items() if any(map(low.__contains__, stems)) and words(_WORDS, kind).search(text)}


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """For each kind of offers its words without `*`: looked for first, in a tenth of the time of their pattern."""
    lists = read_lists(_WORDS)
    return {kind: tuple(entry.rstrip("*") for entry in lists[kind]) for kind in lists if kind not in _NO_KINDS}


def _sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence."""
    stops = [(stop.start() + 1, stop.end()) for stop in _STOP.finditer(text)]
    starts = [0, *[end for _, end in stops]]
    ends = [*[end for end, _ in stops], len(text)]
    return list(zip(starts, ends, strict=True))
