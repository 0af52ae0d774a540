"""The stretches of a post in which names of skills are read at once: an item, a line, a stated value."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Block, Document, Fact, Name, Section, Span
from ..patterns import lazy
from ..record import Need
from .mentions import Place
from .rows import lines_of

BASE: dict[str, Need] = {"requirements": "required", "nice_to_have": "preferred"}
"""What a kind of section says by itself of the skills in it; all others only mention them."""

_LISTS = frozenset({"tags", "skills"})
_TEXTS = frozenset({"", "description", "requirements", "responsibilities", "nice_to_have", "role", "title"})
"""Fields whose values in the front matter are read as text, where they are long enough to be one."""

_LONG = 40
"""Letters from which on a value of the front matter without a known key is a text."""


class Unit(NamedTuple):
    """A stretch of text read at once: an item, a line, a wrapped paragraph, a stated value."""

    start: int
    text: str
    place: Place
    said: int = 0  # where the text begins behind a heading, if that stands in the same line
    title: bool = False
    asks: bool = True  # whether `experience with` is said to the candidate

    @property
    def asking(self) -> bool:
        """Whether it begins by asking something of the candidate, whatever the section: `You have experience with …`."""
        return _ASKED.match(self.text) is not None


_ASKED = lazy(
    r"""
    [\W\d_]{0,8} (?:(?:ideally|preferably|idealerweise|idéalement|idealmente),?\s)?
    (?: you(?:'ve|\shave|\sbring|\spossess)\s(?!(?:the|an?)\s(?:chance|opportunity|freedom|option|choice|ability\sto)\b)
        (?:[\w+'-]{1,20}\s){0,5}
        (?:experience|knowledge|understanding|background|expertise|proficiency|command|familiarity|worked|used|built)\b
      | you(?:'re|\sare)\s(?!not\b|never\b)(?:[\w-]{1,15}\s){0,2}
        (?:comfortable|familiar|proficient|experienced|skilled|fluent|versed|well-versed|knowledgeable|conversant)\b
      | you\s(?:know|understand)\s(?!how\simportant|that\b|our\b|why\b|what\b|we\b)
      | (?:(?:strong|solid|proven|prior|previous|extensive|hands-on|good|excellent|deep|practical|working|basic|some|expert)
           [\s,]{1,2}(?:and\s)?){0,3}
        (?:experience|expertise|knowledge|proficiency|familiarity|fluency|competency)\s(?:with|in|of|using)\b
      | (?:experienced|proficient|familiar|comfortable|skilled|fluent|well-versed)\s(?:with|in|using)\b
      | (?:du|sie)\s(?:hast|haben|verfügst|verfügen|bringst|bringen|kennst|kennen|beherrschst|beherrschen)\s(?:[\w-]{1,25}\s){0,6}?
        (?:erfahrung(?:en)?|kenntnisse|know-how|verständnis|wissen)\b
      | (?:[\w-]{3,20}e\s){0,2}(?:erfahrung(?:en)?|kenntnisse)\s(?:mit|in|im|von)\b
      | (?:vous\savez|tu\sas)\s(?:[\w'-]{1,20}\s){0,4}?(?:expérience|connaissances?|maîtrise)\b
      | (?:bonnes?\s|solides?\s)?(?:expérience|connaissances?|maîtrise)\s(?:avec|en|de|du|des|d')
      | (?:experiencia|conocimientos?|dominio|manejo)\s(?:en|con|de|del)\b
      | (?:experiência|conhecimentos?|domínio|vivência)\s(?:em|com|de|do|da|no|na)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Beginnings by which an item among the tasks asks something of the candidate: `You have experience with …`."""


def read_units(document: Document) -> Iterator[tuple[Unit, Sequence[Name]]]:
    """The stretches that hold names, each with its names, in order."""
    names = document.names
    ends = [name.span.end for name in names]
    for fact in document.facts:
        for unit in _of_fact(document, fact) if fact.origin == "header" else ():
            inside = names[_first(names, unit.start) : bisect_right(ends, unit.start + len(unit.text))]
            if inside or unit.place.listing:
                yield unit, inside
    at = _first(names, document.body_start)
    while at < len(names):
        unit = _around(document, names[at].span.start)
        stop = bisect_right(ends, unit.start + len(unit.text), at + 1)
        yield unit, names[at:stop]
        at = stop


def _first(names: Sequence[Name], offset: int) -> int:
    """The number of the first name from an offset on."""
    return bisect_left(names, offset, key=lambda name: name.span.start)


def _of_fact(document: Document, fact: Fact) -> Iterator[Unit]:
    """A value of the front matter that names skills: labels, or a text, each of its items by itself."""
    if fact.field not in _LISTS and (
        fact.field not in _TEXTS or (not fact.field and len(fact.value) < _LONG)
    ):
        return
    place = Place(fact.field if fact.field in BASE else "header", "fact")
    start, end = fact.span
    whole = document.view[start:end].replace("\n", " ")
    asks = fact.field in _ASKING_TEXTS and "#" not in whole
    if fact.field in _LISTS or (whole.count(",") > 1 and "#" in whole):
        yield Unit(start, whole, place._replace(listing=True), title=fact.field == "title", asks=asks)
        return
    for parting in _PARTED.finditer(document.text, start, end) if fact.field in _ITEMISED else ():
        yield Unit(start, whole[start - fact.span.start : parting.start() - fact.span.start], place, asks=asks)
        start = parting.end()
    yield Unit(start, whole[start - fact.span.start :], place, title=fact.field == "title", asks=asks)


_ASKING_TEXTS = frozenset({"description", "requirements", "responsibilities", "role"})
_ITEMISED = _TEXTS - {"title", ""}
_PARTED = lazy(r"(?:\n|\\n)[ \t]{0,12}(?:[-*•·+][ \t]|\d{1,2}[.)][ \t]|(?=\n))")
"""Where an item of a value of many lines begins, or a paragraph ends."""


def _around(document: Document, offset: int) -> Unit:
    """The item, line or wrapped paragraph that holds an offset."""
    block, section = document.block_at(offset), document.section_at(offset)
    kind = section.kind if section else "other"
    if kind == "skills" and section and "skill" in section.heading.lower():
        kind = "requirements"
    if block is None:
        start, end = document.line_span(document.line_of(offset))
        return Unit(start, document.view[start:end], Place(kind, ""))
    if section and (block.span.end > section.span.end or block.span.start < section.span.start):
        block = _piece(section, block, offset)
    start, end = block.inner
    text = document.view[start:end]
    if "\n" in text:
        if block.kind == "paragraph":
            start, end = _own_line(document, block, offset)
            text = document.view[start:end]
        text = text.replace("\n", " ")
    if block.kind == "paragraph":
        if kind in BASE and _FIRM.match(text):
            kind = "company"
        elif kind in _LOOSE and _DUTIES.match(text):
            kind = "responsibilities"
    said = section.heading_span.end - start if section else 0
    title = block.kind == "heading" and _is_title(document, block)
    return Unit(start, text, Place(kind, block.kind), said, title)


_FIRM = lazy(
    r"""
    [A-Z][\w&-]{1,30}(?:\s[A-Z][\w&-]{1,30}){0,3}\s     # Name of Firm
    is\s(?:an?|the)\s(?:[\w,-]{1,30}\s){0,5}
    (?:company|consultancy|subsidiary|provider|leader|firm|agency|start-?up|organi[sz]ation|studio|bank|manufacturer)\b
    """,
    re.VERBOSE,
)
"""A paragraph of another kind that begins so tells of the employer, though no heading parts it from the requirements."""


_LOOSE = frozenset({"header", "role", "other"})
_DUTIES = lazy(
    r"[\W\d_]{0,6}(?:[\w&]{1,20}\s){0,3}(?:responsibilities|duties|tasks|Aufgaben|Missions|Funciones|Responsabilidades|Atividades)\s{0,2}:",
    re.IGNORECASE,
)
"""A paragraph that begins with such a label tells the tasks, whatever part it stands in."""


def _piece(section: Section, block: Block, offset: int) -> Block:
    """What a section has of a line that holds several, where line breaks were lost: the item or sentence there."""
    for row in section.rows:
        if row.block.span.start <= offset < row.block.span.end:
            return row.block
    start, end = max(block.inner.start, section.span.start), min(block.inner.end, section.span.end)
    return block._replace(inner=Span(start, max(start, end)))


def _own_line(document: Document, block: Block, offset: int) -> Span:
    """The line of a paragraph that holds an offset, with those that it goes on in."""
    return next((line.inner for line in lines_of(block, document) if offset < line.span.end), block.inner)


def _is_title(document: Document, block: Block) -> bool:
    """Whether a heading names the job."""
    start, end = block.span
    first = document.blocks[0].span.start == start
    return first or any(fact.field == "title" and start <= fact.span.start <= end for fact in document.facts)
