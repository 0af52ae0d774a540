"""Headings, marked or not, and the parts of a post that they open.

A line is a heading by its mark (`#`, bold, capitals, `Line:`), by its words (the heading vocabulary) or by its shape
and what stands under it. A heading whose words tell no kind takes the kind of the section it stands under, or the one
that its list betrays; so do lists without any heading.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .document import Block, Document, Section, Span
from .glued import parted
from .readers.items import are_stages, has_label, read_item, read_list, read_opening, read_passage
from .rows import Row, bold_lead, read_rows
from .view import clean
from .vocab.headings import Match, read_bare, read_heading

KINDS: tuple[str, ...] = (
    "header", "company", "role", "responsibilities", "requirements", "nice_to_have", "skills", "benefits", "salary",
    "location", "application", "process", "diversity", "legal", "contact", "other",
)
"""Kinds of section, as record.md tells them."""

LISTS = frozenset({"responsibilities", "requirements", "nice_to_have", "benefits"})
"""Kinds whose content is read item by item."""

_HEIRS = LISTS | {"process", "skills"}
"""Kinds that a heading of unknown kind takes over from the one it stands under."""

_OPEN = frozenset({"role", "other", "header", "company"})
"""Kinds that may hold a list of another kind without a heading of its own."""

_BRIEF = frozenset({"location", "salary", "contact", "other", "skills"}) | LISTS
"""Kinds that end with their line where heading and content share one (`Location: Berlin`)."""

_BOLD, _LINE, _INLINE = 7, 8, 9
"""Ranks of headings that are no Markdown headings (1 to 6): the lower one stands over the higher one."""

_LONGEST_HEADING = 90
_LONGEST_INTRO = 300
"""Letters of a paragraph that ends in `:` over a list, whose last sentence may be a heading."""

_LONGEST_LEAD = 60
_LONGEST_BARE = 70
_MOST_WORDS = 9
"""Words of a heading without any mark."""

_MOST_LEAD_WORDS = 5
_WISHES = ("Pref", "Bonu", "Nice", "Desi", "Opti")
"""How words begin that also name a wish in the middle of other demands (`Preferred extras: …`)."""

_SHORT = 60
"""Letters of a line that may be one of a list of names."""

_CJK = "\u2e80"
_LONGEST_ITEM = 400
_LONGEST_LOOSE = 150
"""Letters of lines that make a list though blank lines stand between them."""

_HEADER_ROWS = 12


class Head(NamedTuple):
    """A heading: its rank, the kind its words tell (or None), its words, and where content follows in the same row."""

    rank: int
    told: Match | None
    span: Span
    content: int = 0


@dataclass(slots=True)
class Part:
    """A section in the making."""

    start: int
    head: Head | None
    kind: str
    rows: list[Row] = field(default_factory=list)

    @property
    def end(self) -> int:
        last = self.rows[-1].block.span.end if self.rows else 0
        return max(last, self.head.span.end if self.head else 0)


def cut(document: Document) -> Document:
    """The document with its `sections`: in order, without overlap, together holding all that the body shows."""
    rows = parted(document, read_rows(document))
    parts = _resolved(list(_parts(document, rows)))
    return replace(document, sections=tuple(_sections(document, parts)))


def _sections(document: Document, parts: Sequence[Part]) -> Iterator[Section]:
    nothing = Span(0, 0)
    if document.body_start:
        yield Section("header", "", nothing, Span(0, document.body_start), ())
    for part in _divided(parts):
        span = Span(part.start, max(part.end, part.start))
        words = part.head.span if part.head else nothing
        blocks = tuple(row.block for row in part.rows)
        yield Section(part.kind, clean(document, words), words, span, blocks)


# --- rows → parts ------------------------------------------------------------------------------------------------


def _parts(document: Document, rows: Sequence[Row]) -> Iterator[Part]:
    """The rows parted at their headings; kinds that the headings do not tell are still ''."""
    top = _header_rows(document, rows)
    if top:
        yield Part(rows[0].block.span.start, None, "header", list(rows[:top]))
    part: Part | None = None
    for at in range(top, len(rows)):
        row = rows[at]
        usual = row.block.kind == "item" and len(row.text) > _SHORT
        head = None if usual else find_head(document, rows, at, part)
        if head is None and part is not None and not _ends(part, row):
            part.rows.append(row)
            continue
        if part is not None:
            yield part
        part = Part(row.block.span.start, head, head.told.kind if head and head.told else "")
        if head is None:
            part.rows.append(row)
        elif head.content:
            part.rows.extend(_rest(document, row, head.content))
    if part is not None:
        yield part


def _rest(document: Document, row: Row, start: int) -> Iterator[Row]:
    """What stands behind a heading in the same row, if anything."""
    end = row.block.inner.end
    shown = document.view[start:end].lstrip(" :-\t\n")
    start = end - len(shown)
    if shown:
        yield Row(Block("paragraph", 0, Span(start, end), Span(start, end)), shown.rstrip(), start, 1)


def _ends(part: Part, row: Row) -> bool:
    """Whether a part that began as `Location: Berlin` is over: at the first blank line, but for bullets."""
    if part.head is None or not part.head.content or part.kind not in _BRIEF:
        return False
    bullet_list = part.kind in LISTS and row.block.kind == "item"
    return row.gap > 1 and not bullet_list and len(part.rows) > 0


def _header_rows(document: Document, rows: Sequence[Row]) -> int:
    """How many of the first rows name the post: its title, badges, `Key: value` lines."""
    rank = 0
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        if row.block.kind == "heading":
            if row.block.level <= rank or len(row.text) > 2 * _LONGEST_HEADING or read_heading(row.text):
                return at
            rank = row.block.level
        elif not _names_post(document, rows, at):
            return at
    return min(len(rows), _HEADER_ROWS)


def _names_post(document: Document, rows: Sequence[Row], at: int) -> bool:
    """Whether a row is a title line at the very top or a short `Key: value` line."""
    row = rows[at]
    if row.block.kind != "paragraph" or len(row.text) > 2 * _LONGEST_HEADING:
        return False
    label, colon, value = row.text.partition(":")
    if colon and value.strip() and len(label) <= 30 and len(row.text) <= 150:
        return read_bare(label) not in LISTS | {"company", "role", "application", "process", "diversity", "legal"}
    plain_line = at == 0 and len(row.text) <= _LONGEST_HEADING and row.text[-1] not in ".:!?,;"
    return plain_line and not read_bare(row.text) and len(rows) > 1


# --- is it a heading? ---------------------------------------------------------------------------------------------


def find_head(document: Document, rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """The heading that a row is or begins with; `part` is the section that is open above it."""
    row = rows[at]
    kind, text = row.block.kind, row.text
    if kind == "heading":
        return _marked(row)
    if kind == "item":
        return _item_head(document, rows, at)
    if kind not in ("paragraph", "quote"):
        return None
    bold = bold_lead(document, row)
    if bold is not None:
        return _bold_head(document, row, bold, part)
    if text[-1] == ":":
        return _colon_head(rows, at)
    if len(text) <= _LONGEST_HEADING:
        found = _caps_head(row) or _bare_head(row) or _shaped_head(rows, at, part)
        if found:
            return found
    return _inline_head(row, part)


def _marked(row: Row) -> Head | None:
    if len(row.text) > 2 * _LONGEST_HEADING:
        return None
    found = read_heading(row.text)
    return Head(row.block.level, found, Span(row.start, row.end))


def _item_head(document: Document, rows: Sequence[Row], at: int) -> Head | None:
    """`* **Requirements:**` over a list of its own, or over what is no list."""
    if at + 1 == len(rows):
        return None
    row, after = rows[at], rows[at + 1].block
    over = after.kind == "item" and after.level > row.block.level
    if not over and (after.kind == "item" or (row.text[-1] != ":" and bold_lead(document, row) is None)):
        return None
    kind = read_bare(row.text)
    return Head(_INLINE, Match(kind, True), Span(row.start, row.end)) if kind else None


def _bold_head(document: Document, row: Row, bold: Span, part: Part | None) -> Head | None:
    """A line all in bold, or bold words before the text they name."""
    words = document.view[bold.start : bold.end].rstrip(" :*_-\t\n")
    if bold.end >= row.end:
        found = read_heading(row.text) if len(words) <= 2 * _LONGEST_HEADING else None
        if len(words) > _LONGEST_HEADING and not (found and found.sure):
            return None
        if found is None and row.text[-1] in ".,;":
            return None
        return Head(_BOLD, found, Span(row.start, row.end))
    if len(words) > _LONGEST_LEAD:
        return None
    return _inline(row, words, bold.end, part, True)


def _inline_head(row: Row, part: Part | None) -> Head | None:
    """`Requirements: five years …`: a known heading with its content in the same line."""
    colon = row.text.find(":", 1, _LONGEST_LEAD)
    if colon < 0 or row.text[colon + 1 : colon + 3] == "//":
        return None
    return _inline(row, row.text[:colon], row.start + colon + 1, part, False)


def _inline(row: Row, words: str, content: int, part: Part | None, bold: bool) -> Head | None:
    kind = read_bare(words)
    if not kind and len(words.split()) <= _MOST_LEAD_WORDS and (bold or words[:4] in _WISHES):
        found = read_heading(words)
        kind = found.kind if found and found.sure else ""
    if not kind or _is_item_of(part, kind):
        return None
    return Head(_INLINE, Match(kind, True), Span(row.start, row.start + len(words)), content)


def _is_item_of(part: Part | None, kind: str) -> bool:
    """Whether `Education: …` is an item of the open list and no section of its own."""
    if part is None or part.head is None or part.head.content:
        return False
    if part.kind == "benefits":
        return kind in ("benefits", "location", "salary", "company", "other", "skills")
    return part.kind == kind and kind in LISTS


def _colon_head(rows: Sequence[Row], at: int) -> Head | None:
    """`What you will do:`, or a paragraph over a list whose last sentence is `Our benefits include:`."""
    row = rows[at]
    over_list = at + 1 < len(rows) and (rows[at + 1].block.kind == "item" or rows[at + 1].gap == 1)
    if len(row.text) <= _LONGEST_HEADING or (over_list and len(row.text) <= 1.5 * _LONGEST_HEADING):
        found = read_heading(row.text)
        return Head(_LINE, found, Span(row.start, row.end))
    if over_list and len(row.text) <= _LONGEST_INTRO:
        begin = max(row.text.rfind(mark) for mark in (". ", "! ", "? ", "\n"))
        found = read_heading(row.text[begin + 1 :])
        if begin > 0 and found:
            return Head(_LINE, found, Span(row.start, row.end))
    return None


def _caps_head(row: Row) -> Head | None:
    """A line in capitals: known words, or several words after a blank line."""
    text = row.text
    if not text.isupper() or sum(map(str.isalpha, text)) < 4:
        return None
    found = read_heading(text)
    if found is None and (row.gap < 2 or " " not in text or text[-1] in ".,;"):
        return None
    return Head(_BOLD, found, Span(row.start, row.end))


def _bare_head(row: Row) -> Head | None:
    """A line without any mark whose words are known as a heading."""
    text = row.text
    if len(text) > _LONGEST_BARE or text[0].islower() or text[-1] in ".,;" or ":" in text:
        return None
    kind = read_bare(text)
    if not kind and (text[-1] == "?" or (row.gap > 1 and _is_title(text))):
        found = read_heading(text)
        kind = found.kind if found and found.sure else ""
    return Head(_LINE, Match(kind, True), Span(row.start, row.end)) if kind else None


def _is_title(text: str) -> bool:
    """Few words, all of them but the small ones with a capital: `About Acme Labs`."""
    words = text.split()
    return len(words) <= 8 and all(not word[0].islower() or len(word) <= 3 for word in words)


def _shaped_head(rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """A short line without end mark after a blank line or a heading, over a list or a run of longer lines."""
    row, text = rows[at], rows[at].text
    first = part is not None and part.head is not None and not part.rows
    if (row.gap < 2 and not first) or at + 1 >= len(rows) or not text[0].isalpha() or text[0].islower():
        return None
    if len(text) > (_SHORT if text[0] < _CJK else _SHORT / 4) or len(text.split()) > _MOST_WORDS:
        return None
    if text[-1] in ".,;!?:、" or ":" in text:
        return None
    found = None if first else read_heading(text)
    if rows[at + 1].block.kind == "item":
        return Head(_LINE, found, Span(row.start, row.end))
    if found and not found.sure and not _is_title(text):
        found = None
    if at + 2 >= len(rows) or rows[at + 1].block.kind != "paragraph":
        return None
    gaps = (rows[at + 1].gap, rows[at + 2].gap)
    if first:
        longer = min(len(rows[at + 1].text), len(rows[at + 2].text)) > len(text) + 30
        fits = gaps == (1, 1) and longer and _is_name(text) and not read_item(text)
    else:
        unlike = len(rows[at + 1].text) > len(text) + 10 and not read_item(text)
        fits = 1 in gaps and (found is not None or unlike)
    return Head(_LINE, found, Span(row.start, row.end)) if fits else None


def _is_name(text: str) -> bool:
    """At most three words, all with a capital."""
    words = text.split()
    return len(words) <= 3 and not any(word[0].islower() for word in words)


# --- which kind? --------------------------------------------------------------------------------------------------


def _resolved(parts: list[Part]) -> list[Part]:
    """Every part with its kind; wishes before wishes, where nothing is required, are what is asked for."""
    parts = _told(parts)
    wishes = [part for part in parts if part.kind == "nice_to_have" and part.rows]
    if len(wishes) > 1 and not any(part.kind == "requirements" and part.rows for part in parts):
        wishes[0].kind = "requirements"
    return parts


def _told(parts: list[Part]) -> list[Part]:
    """Every part with its kind: from its heading, from the part it stands under, or from its content."""
    above: list[tuple[int, str]] = []  # rank and kind of the headings that are open
    adopted: tuple[int, str] = (0, "")  # kind that a heading without content hands to those after it
    for at, part in enumerate(parts):
        if part.head is None:
            part.kind = part.kind or read_prose(part.rows)
            continue
        rank = part.head.rank
        while above and above[-1][0] >= rank:
            above.pop()
        before = parts[at - 1] if at else None
        if before and before.head and not before.rows and before.kind in LISTS and before.head.rank <= rank:
            adopted = rank, before.kind
        elif (part.kind and part.kind != "process") or rank != adopted[0]:
            adopted = (0, "") if rank <= adopted[0] else adopted
        parent = above[-1][1] if above else ""
        part.kind = _kind(part, parent, adopted[1] if rank == adopted[0] else "")
        above.append((rank, part.kind))
    return parts


def _kind(part: Part, parent: str, adopted: str) -> str:
    """The kind of one part with a heading."""
    told, heir = part.kind, parent if parent in _HEIRS else adopted
    small = part.head is not None and part.head.rank >= _BOLD
    if told == "process" and small and heir in LISTS and not are_stages(_texts(part.rows)):
        told = ""  # how the work goes, not the hiring
    if told == "nice_to_have" and _is_offer(part, parent):
        return "benefits"
    if told and part.head and part.head.told and not part.head.told.sure:
        return read_list(_texts(part.rows)) or told
    if told:
        return told
    if heir and _continues(part, heir):
        return heir
    return read_list(_texts(part.rows)) or (parent if parent not in _HEIRS else "") or "other"


def _is_offer(part: Part, parent: str) -> bool:
    """Whether a part called `Plus` or `Diferenciais` tells what the company adds, not what the candidate may."""
    texts = _texts(part.rows)
    if not texts or (parent != "benefits" and read_item(texts[0]) != "benefits"):
        return False
    verdict = read_list(texts) if len(texts) > 1 else read_item(texts[0])
    return verdict == "benefits" or (parent == "benefits" and verdict != "requirements")


def _continues(part: Part, kind: str) -> bool:
    """Whether what stands under a heading of unknown kind is more of the list it stands under."""
    if not part.rows:
        return True
    if _has_list(part.rows):
        return True
    return all(
        len(row.text) <= _LONGEST_ITEM and (kind == "benefits" or read_item(row.text) == kind) for row in part.rows
    )


def _has_list(rows: Sequence[Row]) -> bool:
    """Bullets, or lines that touch."""
    return any(row.block.kind == "item" for row in rows) or any(row.gap == 1 for row in rows[1:])


def _texts(rows: Sequence[Row]) -> list[str]:
    """What the items of a part say; all its rows where it has no bullets."""
    items = [row.text for row in rows if row.block.kind == "item"]
    return items or [row.text for row in rows if len(row.text) <= _LONGEST_ITEM]


def read_prose(rows: Sequence[Row]) -> str:
    """What paragraphs without a heading are: a notice, or nothing in particular."""
    return (read_passage(rows[0].text) or read_opening(rows[0].text)) if rows else "other"


# --- parts that hold more than their heading says ------------------------------------------------------------------


def _divided(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts with their headless lists and their closing notices as parts of their own."""
    for part in parts:
        if part.kind in _OPEN:
            yield from _lists_apart(part)
        elif part.kind in LISTS:
            yield from _notices_apart(part)
        else:
            yield part


def _lists_apart(part: Part) -> Iterator[Part]:
    """A list inside a part of no particular kind becomes a part of the kind its items betray."""
    start, allowed = 0, _allowed(part)
    for first, last in _runs(part.rows):
        kind = read_list([row.text for row in part.rows[first:last]], sure=part.kind == "company")
        if kind in allowed:
            if first and part.rows[first - 1].text[-1] == ":" and first > start:
                first -= 1
            if first > start or (start == 0 and part.head):
                yield _piece(part, start, first, part.kind, start == 0)
            yield _piece(part, first, last, kind, False)
            start = last
    if start < len(part.rows) or not part.rows:
        yield _piece(part, start, len(part.rows), part.kind, start == 0)


def _allowed(part: Part) -> frozenset[str]:
    """What a list inside a part may be: `Additional information` holds offers, `About us` none of them."""
    if part.kind == "company":
        return LISTS - {"benefits"}
    told = part.head is not None and part.head.told is not None
    return frozenset({"benefits"}) if told and part.kind == "other" else LISTS


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """First and last (excluded) row of each list: bullets in a row, or three and more short lines or lines that touch."""
    at = 0
    while at < len(rows):
        last = at + 1
        bullets = rows[at].block.kind == "item"
        while last < len(rows) and (rows[last].block.kind == "item") == bullets and (bullets or _alike(rows, last)):
            last += 1
        if last - at >= (2 if bullets else 3):
            yield at, last
        at = last


def _alike(rows: Sequence[Row], at: int) -> bool:
    """Whether a line goes on with the list of the line above: they touch, or both are short."""
    return rows[at].gap == 1 or max(len(rows[at - 1].text), len(rows[at].text)) <= _LONGEST_LOOSE


def _notices_apart(part: Part) -> Iterator[Part]:
    """Paragraphs of a list part that are notices of another kind become parts of their own."""
    start, kind = 0, part.kind
    for at in range(_first_after_list(part.rows), len(part.rows)):
        now = _kind_of_row(part.rows[at], kind, part.kind)
        if now != kind:
            if at > start or (at == 0 and part.head):
                yield _piece(part, start, at, kind, start == 0)
            start, kind = at, now
            if at == 0:
                part = replace(part, head=None)
    yield _piece(part, start, len(part.rows), kind, start == 0)


def _kind_of_row(row: Row, current: str, kind: str) -> str:
    """The kind of a row: a notice's own, the list's again where a demand follows on a notice, else the current one."""
    if (row.gap == 1 and len(row.text) < _LONGEST_HEADING and current == kind) or has_label(row.text):
        return current  # one of a run of lines
    notice = read_passage(row.text)
    if notice:
        return notice
    return kind if current != kind and read_item(row.text) == kind and len(row.text) <= _LONGEST_ITEM else current


def _first_after_list(rows: Sequence[Row]) -> int:
    """Row from which on no bullet follows."""
    return max((at + 1 for at, row in enumerate(rows) if row.block.kind == "item"), default=0)


def _piece(part: Part, first: int, last: int, kind: str, with_head: bool) -> Part:
    """Some rows of a part; the first piece keeps the heading."""
    rows = part.rows[first:last]
    head = part.head if with_head else None
    start = part.start if with_head and head else rows[0].block.span.start
    return Part(start, head, kind, rows)
