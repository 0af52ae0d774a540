"""Rows that make a list: where each begins and ends, and where tasks turn into demands."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Row
from ..readers.items import read_item
from ..readers.occupations import names_occupation

FEWEST_TOLD = 3
"""Items of each kind that must say what they are where tasks and demands share one list."""

_LONGEST_LOOSE = 150
"""Letters of lines that make a list though blank lines stand between them."""

_OPENS_A_TEXT = (
    "invites applications", "invite applications", "inviting applications", "looking for a", "is seeking a", "are seeking a",
    "seeks a", "hiring a", "is hiring", "opening for a", "to fill a", "to appoint a",
)
"""What a line says behind which a line break at the end of each sentence makes no list."""

_OURS = ("We ", "Our ", "It ", "They ")
"""First words of lines that tell of the company."""

_MOST_OFFERS, _LONGEST_OFFER = 12, 150
"""Rows under `Why Acme:` that are looked at, and letters of one that may be an offer."""


def runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """First and last (excluded) row of each list: bullets in a row, or three and more lines alike."""
    at = 0
    while at < len(rows):
        style, last = style_of(rows, at), at + 1
        while last < len(rows) and style_of(rows, last) == style:
            if style == "touching" and rows[last].gap != 1:
                break
            last += 1
        if style and last - at >= (2 if style == "bullet" else 3):
            yield at, last
        at = last


def style_of(rows: Sequence[Row], at: int) -> str:
    """How a row may be one of a list: by a bullet, by the lines it touches, by being short."""
    if rows[at].block.kind == "item":
        return "bullet"
    if (at and rows[at].gap == 1) or (at + 1 < len(rows) and rows[at + 1].gap == 1):
        return "touching"
    return "short" if len(rows[at].text) <= _LONGEST_LOOSE else ""


def is_text(rows: Sequence[Row]) -> bool:
    """Whether lines that touch are a text with a line break behind each sentence: it begins as a call does."""
    return style_of(rows, 0) == "touching" and any(word in rows[0].text.lower() for word in _OPENS_A_TEXT)


def turn_of(items: Sequence[str]) -> int:
    """Which of some items is the first demand below tasks, 0 where it is not plain: both must be told by some."""
    votes = [read_item(item) for item in items]
    tasks = [at for at, vote in enumerate(votes) if vote == "responsibilities"]
    turn = tasks[-1] + 1 if tasks else 0
    above, below = votes[:turn], votes[turn:]
    if "requirements" in above or "benefits" in votes or min(len(tasks), below.count("requirements")) < FEWEST_TOLD:
        return 0
    return turn if len(tasks) * 2 >= len(above) and below.count("requirements") * 2 >= len(below) else 0


def is_of_role(text: str) -> bool:
    """Whether a line among others is a heading with the job's name behind it: `Qualifications for Data Scientist`."""
    head, _, role = text.partition(" for ")
    return head in _OF_ROLES and role[:1].isupper() and len(role.split()) <= _LONGEST_ROLE and names_occupation(role)


_OF_ROLES = ("Qualifications", "Requirements", "Responsibilities", "Skills", "Duties")
_LONGEST_ROLE = 4
"""Words of the name of a job behind such a heading."""


_OFFERS = (" offers:", " offers you:", " offers the following:", " also offers:", " provides:", " provides you with:")
"""Last words of a sentence that may stand over what a firm offers, or over what its product does."""


def offers_below(rows: Sequence[Row], at: int) -> bool:
    """Whether `Why Acme:` or `Acme offers:` stands over a list that tells what one gets there, nothing of what one does or must have."""
    head = rows[at].text
    if not head.startswith("Why ") and not head.endswith(_OFFERS):
        return False
    if " not " in head or "n't " in head:
        return False
    below = [row for row in rows[at + 1 : at + 2] if len(row.text) <= _LONGEST_OFFER]
    for row in rows[at + 2 : at + _MOST_OFFERS] if below else ():
        if len(row.text) > _LONGEST_OFFER or (row.gap != 1 and row.block.kind != "item"):
            break
        below.append(row)
    told = [read_item(row.text) for row in below]
    if any(row.text.startswith(_OURS) for row, kind in zip(below, told, strict=True) if not kind):
        return False  # `We were founded in 1999`
    return len(told) > 2 and "benefits" in told and {"benefits", ""}.issuperset(told)
