"""The lines of a body as a reader sees them: one heading, list item, paragraph or stand-alone line each."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from ..document import Block, Document, Row, Span
from ..patterns import lazy

_WRAP = (55, 125)
"""Lengths of the longest line of a paragraph that was wrapped by hand."""

_WIDEST = 160
"""Letters of the widest line that may go on in lower case in the next one."""

_LONGEST = 2000
"""Letters up to which lines are joined: keeps a hostile file linear."""

_FEWEST_FRESH = 3
"""Lines after the first that each begin with a capital: a list, and no sentence broken over lines."""

_STOPS = frozenset(".!?;,")

_FIRST_WORD = lazy(r"\S{1,40}")
_STRONG = ("**", "__", "<b>", "<strong", "_**", "*__")
_BOLD_ENDS = frozenset("*_> ")
_MOST_BOLD = 8
"""Pieces of bold words that follow each other in one heading."""

_MARKS = " \t*_:#>|"


_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are dozens of rows in a post."""


def read_rows(document: Document) -> list[Row]:
    """The rows of a document's body, in order; those that show nothing are left out."""
    view, body, end = document.view, document.body_start, 0
    rows: list[Row] = []
    for whole in document.blocks:
        kind, _, (start, _), (begin, stop) = whole
        if kind == "rule" or start < body:
            continue
        lines = kind == "paragraph" and view.find("\n", begin, stop) >= 0
        for block in lines_of(whole, document) if lines else (whole,):
            if lines:
                _, _, (start, _), (begin, stop) = block
            shown = view[begin:stop].lstrip()
            if not shown:
                continue
            gap = view.count("\n", end, start) if end else 2
            row = _new(Row, (block, shown.rstrip(), stop - len(shown), gap))
            if rows and (shown[0].islower() or rows[-1].text in _ARTICLES) and _belongs(document, rows[-1], row):
                row = _joined(document, rows.pop(), row)
            rows.append(row)
            end = block[2][1]
    return rows


def _belongs(document: Document, row: Row, below: Row) -> bool:
    """Whether a line belongs to the sentence of the one above it."""
    if below.gap != 1 or below.block.kind != "paragraph":
        return False
    return (below.text[0].islower() and _goes_on(row, below)) or _is_torn_off(document, row, below)


def _goes_on(row: Row, below: Row) -> bool:
    """Whether a line goes on in lower case with the sentence of a line that was wrapped by hand."""
    if row.block.kind not in ("paragraph", "item"):
        return False
    line = row.text[row.text.rfind("\n") + 1 :]
    wrapped = _WRAP[0] <= len(line) <= _WIDEST and len(row.text) < _LONGEST
    return wrapped and not row.text[0].islower() and _is_open(line)


_TORN = lazy(r"^[A-Z][\w'/-]{0,20}(?:[ ][\w'/-]{1,15})?,?[ ]{0,3}\n[a-z](?=[^ \n]{0,30} )[^\n]{24,200}$", re.MULTILINE)
_ARTICLES = ("The", "A", "An")
_FEWEST_TORN = 3
"""Lines of one or two words that go on below in lower case, from which on the breaks of a text mean nothing."""


def _is_torn_off(document: Document, row: Row, below: Row) -> bool:
    """Whether a line in lower case goes on with the line above in a text that broke after the first word of its
    items: `Acquire` over `fundamental understanding of …`."""
    if row.block.kind != "paragraph" or row.text[0].islower() or not _is_open(row.text) or len(row.text) > _LONGEST:
        return False
    return " " in below.text and _is_torn(document.view)


@lru_cache(maxsize=1)
def _is_torn(view: str) -> bool:
    return sum(1 for _ in islice(_TORN.finditer(view), _FEWEST_TORN)) == _FEWEST_TORN


def _joined(document: Document, row: Row, below: Row) -> Row:
    end = below.block.span.end
    block = row.block._replace(span=Span(row.block.span.start, end), inner=Span(row.block.inner.start, end))
    return row._replace(block=block, text=document.view[row.start : below.end])


def lines_of(block: Block, document: Document) -> Iterator[Block]:
    """The lines of a paragraph, one by one, or the whole where it was wrapped by hand."""
    if _is_wrapped(document.view[block.inner.start : block.inner.end].rstrip()):
        yield block
        return
    at, end = block.span
    while at <= end:
        stop = _line_end(document.view, at, end)
        begin = max(at, min(block.inner.start, stop))
        yield Block(block.kind, block.level, Span(at, stop), Span(begin, stop))
        at = stop + 1


def _line_end(view: str, at: int, end: int) -> int:
    """End of the line that begins at `at`, with such next lines as plainly go on with its sentence."""
    stop = view.find("\n", at, end)
    while stop - at > _WRAP[0] and view[stop + 1 : end].lstrip()[:1].islower() and _is_open(view[at:stop]):
        stop = view.find("\n", stop + 1, end)
    return end if stop < 0 else stop


def _is_open(line: str) -> bool:
    return line.rstrip()[-1:] not in ".:;!?"


def _is_wrapped(text: str) -> bool:
    """Whether each line of a paragraph ends because the next word did not fit any more."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    if not _WRAP[0] <= longest <= _WRAP[1]:
        return False
    pairs = list(pairwise(lines))
    if len(pairs) >= _FEWEST_FRESH and _are_fresh(lines):
        return False
    fitting = sum(len(line.strip()) + 1 + _first_word(after) > longest for line, after in pairs)
    if len(pairs) == 1 and lines[0].rstrip()[-1:] in ".!?:;" and lines[1].lstrip()[:1].isupper():
        return False
    return fitting >= 0.8 * len(pairs)


def _are_fresh(lines: Sequence[str]) -> bool:
    """Whether each line begins with a capital and all end alike, as those of wrapped German or of names hardly do."""
    ends = {line.rstrip()[-1:] in _STOPS for line in lines}
    return len(ends) == 1 and all(line.lstrip()[:1].isupper() for line in lines)


def _first_word(line: str) -> int:
    match = _FIRST_WORD.search(line)
    return len(match[0]) if match else 0


_ARROW = lazy(r"\s{0,4}(?:→|➔|➜|➡\ufe0f?|⇒|[-=]{1,2}>)\s{0,4}")
_FEWEST_ARROWS, _MOST_STAGES, _LONGEST_STAGE = 2, 12, 120
"""Arrows of a line of stages; stages, and letters of one."""


def along_arrows(rows: Sequence[Row]) -> list[Row]:
    """The stages that the first line with arrows names, as rows of their own: `A call → A test → An offer`."""
    for row in rows:
        joints = [*islice(_ARROW.finditer(row.text), _MOST_STAGES)]
        if len(joints) < _FEWEST_ARROWS:
            continue
        begin = row.text.rfind(":", 0, joints[0].start()) + 1
        begins = [begin + len(row.text[begin:]) - len(row.text[begin:].lstrip()), *(joint.end() for joint in joints)]
        ends = [*(joint.start() for joint in joints), len(row.text)]
        pieces = list(zip(begins, ends, strict=True))
        if all(0 < end - start <= _LONGEST_STAGE for start, end in pieces):
            return [row._replace(text=row.text[start:end], start=row.start + start) for start, end in pieces]
    return []


def bold_lead(document: Document, row: Row) -> Span | None:
    """Where a row's content begins with bold words: their span, marks excluded; `None` where it does not."""
    text = document.text
    if text[row.start - 1 : row.start] not in _BOLD_ENDS:
        return None
    at, end = row.block.inner
    while at < end and text[at].isspace():
        at += 1
    if not text.startswith(_STRONG, at):
        return None
    close = row.start
    for _ in range(_MOST_BOLD):
        close = _close(text, close, end)
        rest = document.view[close:end].strip(_MARKS)
        if not rest:
            return Span(row.start, row.end)
        again = document.view.find(rest[0], close, end)
        if text[again - 2 : again] not in ("**", "__"):  # bold goes on after a mere change of marks
            break
        close = again
    return Span(row.start, close)


_BOLD_RUN = 3
"""Lines all in bold that touch from which on they are a list."""


def in_bold_run(document: Document, rows: Sequence[Row], at: int) -> bool:
    """Whether a line all in bold touches others that are, too: items, no headings with nothing under them."""
    first, last = at, at + 1
    if last < len(rows) and rows[last].block.kind == "item":
        return False
    while first > max(0, at - _BOLD_RUN) and rows[first].gap == 1 and _is_bold(document, rows[first - 1]):
        first -= 1
    while last < len(rows) and last - first < _BOLD_RUN and rows[last].gap == 1 and _is_bold(document, rows[last]):
        last += 1
    return last - first >= _BOLD_RUN


def _is_bold(document: Document, row: Row) -> bool:
    bold = bold_lead(document, row)
    return bold is not None and bold.end >= row.end


def _close(text: str, start: int, end: int) -> int:
    """Where the bold words end that begin at `start`; the row's end where nothing closes them."""
    ends = [at for mark in ("**", "__", "</b>", "</strong") if (at := text.find(mark, start, end)) >= 0]
    return min(ends, default=end)
