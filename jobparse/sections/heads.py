"""Which lines are headings: by their mark, by their words, or by their shape and what stands under them."""
from __future__ import annotations

from collections.abc import Sequence

from ..document import Document, Row, Span
from ..letters import FIRST_CJK
from ..readers.items import is_step, read_item
from ..readers.numbers import read_number
from ..readers.rows import bold_lead, in_bold_run
from ..readers.wishes import calls_wish
from ..vocab.headings import Match, read_bare, read_heading
from ..vocab.keys import keys, normalise
from .groups import adds_wishes, names_group, parts_bullets
from .parts import ASKED, BOLD, FACTS, INLINE, LINE, LISTS, LONGEST_HEADING, SHORT, Head, Part
from .runs import is_of_role, offers_below

_LONGEST_INTRO = 300
"""Letters of a paragraph that ends in `:` over a list, whose last sentence may be a heading."""

_INCLUDES = (" include", " includes", " limited to")
"""Last words of a heading with its content in the same line: `Duties include, but are not limited to: …`."""

_LONGEST_LEAD = 60
"""Letters of a heading that has its content in the same line."""

_LONGEST_BARE = 70
_MOST_WORDS = 9
"""Words of a heading without any mark."""

_MOST_LEAD_WORDS = 5
_WISHES = ("Pref", "Bonu", "Nice", "Desi", "Opti")
"""How words begin that also name a wish in the middle of other demands (`Preferred extras: …`)."""

_SHORTEST_PROSE = 80
"""Letters from which on a line is no title."""

_NUMBER = 4
"""Letters that a heading's number takes: `12. `."""

_HEADER_ROWS = 12
"""A post's title, badges and `Key: value` lines are hardly ever more."""

_NO_BADGE = LISTS | {"company", "role", "application", "process", "diversity", "legal"}
"""Kinds that a `Key: value` line of the first lines does not open: what follows is content."""


def header_rows(document: Document, rows: Sequence[Row]) -> int:
    """How many of the first rows name the post: its title, badges, `Key: value` lines."""
    rank = 0
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        if row.block.kind == "heading":
            if row.block.level <= rank or len(row.text) > 2 * LONGEST_HEADING or _says_more(row.text):
                return at
            rank = row.block.level
        elif not _names_post(document, rows, at):
            return at
    return min(len(rows), _HEADER_ROWS)


def _says_more(heading: str) -> bool:
    """Whether a heading opens a section, or is a label over its value: `## Company name` over `Acme`."""
    return bool(read_heading(heading)) or normalise(heading) in keys().label


def _names_post(document: Document, rows: Sequence[Row], at: int) -> bool:
    """Whether a row is a title line at the very top or a short `Key: value` line."""
    row = rows[at]
    if row.block.kind != "paragraph" or len(row.text) > 2 * LONGEST_HEADING:
        return False
    label, colon, value = row.text.partition(":")
    if colon and value.strip() and len(label) <= 30 and len(row.text) <= 150:
        return read_bare(label) not in _NO_BADGE
    plain_line = at == 0 and len(row.text) <= LONGEST_HEADING and row.text[-1] not in ".:!?,;"
    return plain_line and not read_bare(row.text) and len(rows) > 1 and not _begins_list(rows)


def _begins_list(rows: Sequence[Row]) -> bool:
    """Whether the post begins with its tasks or demands, without a word before them."""
    kind = read_item(rows[0].text) if rows[0].text.count(" ") > _LONGEST_NAME else ""
    return kind in LISTS and kind in [read_item(row.text) for row in rows[1:3]]


_LONGEST_NAME = 3
"""Blanks of a first line up to which it may be a title, whatever its first word is: `Lead Data Engineer`."""


# --- is it a heading? --------------------------------------------------------------------------------------


def find_head(document: Document, rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """The heading that a row is or begins with; `part` is the section that is open above it."""
    head = _head(document, rows, at, part)
    if head is None or part is None or part.kind != "nice_to_have" or head.content:
        return head
    told = head.told
    if told is None or told.kind not in ("requirements", "more") or not adds_wishes(rows[at].text, part):
        return head
    return head._replace(told=Match(part.kind, told.sure or not part.rows))


def _head(document: Document, rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    row = rows[at]
    kind, text = row.block.kind, row.text
    if kind == "heading":
        return _marked(row)
    if kind == "item":
        return _item_head(document, rows, at)
    if kind not in ("paragraph", "quote") or (part is not None and part.kind == "process" and is_step(text)):
        return None
    bold = bold_lead(document, row)
    if bold is not None:
        if bold.end >= row.end and part is not None and part.kind in LISTS and not read_bare(text) and in_bold_run(document, rows, at):
            return None
        found = _bold_head(document, row, bold, part)
        named = found is None or (found.told is not None and found.told.kind == "benefits")  # an offer's name
        if not named or not _goes_on(document, row, bold):
            return found
    if text[-1] == ":":
        return _colon_head(rows, at, part) or (_inline_head(row, part) if ":" in text[:-1] else None)
    if len(text) <= LONGEST_HEADING:
        found = _emphasised_head(document, row, part) or _caps_head(row)
        found = found or _bare_head(rows, at, part) or _shaped_head(rows, at, part)
        if found:
            return found
    return _inline_head(row, part)


def is_numbered_head(document: Document, row: Row) -> bool:
    """Whether an item is a heading in capitals with its number: `4. MINIMUM QUALIFICATIONS`."""
    if row.gap < 2 or not (row.text.isascii() and row.text.isupper()) or len(row.text) > LONGEST_HEADING:
        return False
    start = row.block.inner.start
    return document.text[start - _NUMBER : start].strip(" .)\n").isdigit()


def _marked(row: Row) -> Head | None:
    if len(row.text) > 2 * LONGEST_HEADING:
        return None
    found = read_heading(row.text)
    return Head(row.block.level, found, Span(row.start, row.end))


def _item_head(document: Document, rows: Sequence[Row], at: int) -> Head | None:
    """`* **Requirements:**` over a list of its own, or over what is no list."""
    if at + 1 == len(rows):
        return None
    row, after = rows[at], rows[at + 1].block
    over = after.kind == "item" and (after.level > row.block.level or parts_bullets(row.text))
    if is_numbered_head(document, row):
        return Head(BOLD, read_heading(row.text), Span(row.start, row.end))
    if not over and (after.kind == "item" or (row.text[-1] != ":" and bold_lead(document, row) is None)):
        return None
    kind = read_bare(row.text) or (_wish_over_last(rows, at) if over and row.text[-1] == ":" else "")
    if not kind and after.kind == "paragraph" and rows[at + 1].gap == 1 and row.text[-1] == ":":
        found = read_heading(row.text)  # its list stands in the same bullet, behind a hard break
        kind = found.kind if found and found.sure and found.kind == "nice_to_have" else ""
    return Head(INLINE, Match(kind, True), Span(row.start, row.end)) if kind else None


def _wish_over_last(rows: Sequence[Row], at: int) -> str:
    """The kind of `* Work with any of these is nice but not required:` over deeper bullets that end the list."""
    found = read_heading(rows[at].text)
    if found is None or not found.sure or found.kind != "nice_to_have":
        return ""
    level, last = rows[at].block.level, at + 1
    while last < len(rows) and rows[last].block.kind == "item" and rows[last].block.level > level:
        last += 1
    return "" if last < len(rows) and rows[last].block.kind == "item" else found.kind


def _goes_on(document: Document, row: Row, bold: Span) -> bool:
    """Whether bold words begin a sentence that goes on behind them: `**Parental leave** for all parents`."""
    rest = document.view[bold.end : row.end].lstrip(" *_")
    return rest[:1].islower() and document.view[bold.start : bold.end].rstrip(" *_")[-1:] not in (":", "?", "!")


def _bold_head(document: Document, row: Row, bold: Span, part: Part | None) -> Head | None:
    """A line all in bold, or bold words before the text they name."""
    words = document.view[bold.start : bold.end].rstrip(" :*_-\t\n")
    if words[:1] == "#":
        return None  # a hashtag
    if bold.end >= row.end:
        found = read_heading(row.text) if len(words) <= 2 * LONGEST_HEADING else None
        if len(words) > LONGEST_HEADING and not (found and found.sure):
            return None
        if found is None and row.text[-1] in ".,;":
            return None
        return Head(BOLD, found, Span(row.start, row.end))
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
    kind = "" if names_group(words) else read_bare(words)  # `Experience with: Git, Rust` is an item
    stated = keys().label.get(normalise(words), "").partition(".")[0]
    if kind == "more" or (kind == "benefits" and stated == "salary"):
        return None
    few = len(words.split()) <= _MOST_LEAD_WORDS and (bold or words[:4] in _WISHES)
    if not kind and (few or words.endswith(_INCLUDES)):
        found = read_heading(words)
        kind = found.kind if found and found.sure else ""
    if not kind and part and part.head and part.head.content:
        kind = "other" if stated in FACTS or (part.kind == "benefits" and stated in ASKED) else ""
    apart = row.gap > 1 and not bold and row.end - content <= SHORT
    if not kind or _is_item_of(part, kind, apart) or (kind == "responsibilities" and _is_trade(row, words, content)):
        return None
    if row.text[-1] in "?:!" and read_bare(row.text[content - row.start :]) == kind:
        return Head(LINE, Match(kind, True), Span(row.start, row.end))  # `Benefits: What do we offer?`
    return Head(INLINE, Match(kind, True), Span(row.start, row.start + len(words)), content)


def _is_trade(row: Row, words: str, content: int) -> bool:
    """Whether a word is all that follows a label in the singular: `Job function: Technology`."""
    return words[-1] not in "sS" and len(row.text[content - row.start :].split()) == 1


def _is_item_of(part: Part | None, kind: str, apart: bool) -> bool:
    """Whether `Education: …` is an item of the open list; `Pay: $40` that stands apart is a fact."""
    if part is None or part.head is None or part.head.content:
        return False
    if part.kind == "benefits":
        return not apart and kind in ("benefits", "location", "salary", "company", "other", "skills")
    return part.kind == kind and kind in LISTS


def _colon_head(rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """`What you will do:`, or a paragraph over a list whose last sentence is `Our benefits include:`."""
    row = rows[at]
    over_list = at + 1 < len(rows) and (rows[at + 1].block.kind == "item" or rows[at + 1].gap == 1 or _is_run(rows, at + 1))
    if len(row.text) > (_LONGEST_INTRO if over_list else LONGEST_HEADING):
        return None
    begin = max(row.text.rfind(mark) for mark in (". ", "! ", "? ", "\n"))
    found = read_heading(row.text[begin + 1 :]) or (_glued_heading(row.text) if over_list else None)
    if (found.kind == "company" if found else over_list) and offers_below(rows, at):
        found = Match("benefits", True)
    if not found and over_list and calls_wish(row.text[begin + 1 :]):
        found = Match("nice_to_have", True)  # `Knowledge of these tools is good to have, but not necessary:`
    if found or (begin < 0 and len(row.text) <= 1.5 * LONGEST_HEADING):
        return Head(LINE, found, Span(row.start, row.end))
    return None


def _glued_heading(text: str) -> Match | None:
    """What the end of a line that lost its line break says: `$15 an hour What you will do as a Miller:`."""
    at = text.rfind(" What you", 0, -1) + 1 if text.endswith(":") else 0
    found = read_heading(text[at:]) if at else None
    return found if found and found.sure else None


def _is_run(rows: Sequence[Row], at: int) -> bool:
    """Whether at least three lines touch from here on, none of them a list's last sentence before another list."""
    return at + 2 < len(rows) and rows[at + 1].gap == rows[at + 2].gap == 1 and rows[at].text[-1] != ":"


def _emphasised_head(document: Document, row: Row, part: Part | None) -> Head | None:
    """A line apart that is all in italics: known words, or a title's words below another heading."""
    mark = document.text[row.start - 1 : row.start]
    if mark not in ("*", "_") or row.gap < 2 or document.text[row.end : row.end + 1] != mark or row.text[-1] in ".,;!":
        return None
    found = read_heading(row.text)
    below = part is not None and part.head is not None and len(row.text.split()) > 1 and _is_title(row.text)
    return Head(BOLD, found, Span(row.start, row.end)) if (found and (found.sure or _is_title(row.text))) or below else None


def _caps_head(row: Row) -> Head | None:
    """A line in capitals: known words, or several words after a blank line."""
    text = row.text
    if not text.isupper() or sum(map(str.isalpha, text)) < 4:
        return None
    found = read_heading(text)
    if found is None and (row.gap < 2 or " " not in text or text[-1] in ".,;"):
        return None
    return Head(BOLD, found, Span(row.start, row.end))


def _bare_head(rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """A line without any mark whose words are known as a heading."""
    row, text = rows[at], rows[at].text
    if len(text) > (LONGEST_HEADING if text[-1] == ")" else _LONGEST_BARE) or text[0].islower() or text[-1] in ",;" or ":" in text:
        return None
    kind = read_bare(text)
    if text[-1] == "." and not (kind in LISTS and len(text.split()) > 2 and _is_over_more(rows, at)):
        return None
    if (kind == "company" and _is_among_names(rows, at)) or (text[-1] == ")" and "," in text.replace("e.,", "") and _is_amid(rows, at)):
        return None  # `Technical skills (Excel, Word)` among demands is one of them
    if not kind and offers_below(rows, at):
        kind = "benefits"
    if not kind and (text[-1] == "?" or _is_about(rows, at) or ((row.gap > 1 or _parts_prose(rows, at)) and _is_title(text))):
        found = read_heading(text)
        new = found is not None and found.sure and (part is None or part.kind != found.kind)
        kind = found.kind if found and new else ""
    return Head(LINE, Match(kind, True), Span(row.start, row.end)) if kind else None


def _is_over_more(rows: Sequence[Row], at: int) -> bool:
    """Whether longer lines stand under a line: a heading may end in a full stop (`That is your part.`)."""
    below = rows[at + 1 : at + 3]
    return len(below) > 1 and all(len(row.text) > len(rows[at].text) for row in below)


def _is_amid(rows: Sequence[Row], at: int) -> bool:
    """Whether a line touches lines above and below."""
    return 0 < at < len(rows) - 1 and rows[at].gap == rows[at + 1].gap == 1


def _is_among_names(rows: Sequence[Row], at: int) -> bool:
    """Whether a line touches short lines above and below: `Vision` between `Dental` and `Life insurance`."""
    return _is_amid(rows, at) and max(len(rows[at - 1].text), len(rows[at + 1].text)) < _SHORTEST_PROSE / 2


def _parts_prose(rows: Sequence[Row], at: int) -> bool:
    """Whether a short line stands between much longer ones, or under one and over a blank line."""
    if not 0 < at < len(rows) - 1 or len(rows[at].text) > _SHORTEST_PROSE / 2:
        return False
    below = rows[at + 1]
    return len(rows[at - 1].text) > _SHORTEST_PROSE and (below.gap > 1 or len(below.text) > _SHORTEST_PROSE)


def _is_about(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is `About Acme` over a text of its own, or `Requirements for Bakers`."""
    if is_of_role(rows[at].text):
        return True
    below = rows[at + 1] if at + 1 < len(rows) else None
    words = rows[at].text.split()
    named = words[0] == "About" and len(words) > 1 and read_number(words[1].casefold()) is None
    return named and below is not None and below.gap > 1 and len(below.text) > _SHORTEST_PROSE


def _is_title(text: str) -> bool:
    """Few words, all of them but the small ones with a capital: `About Acme Labs`."""
    words = text.split()
    return len(words) <= 8 and all(not word[0].islower() or len(word) <= 3 for word in words)


def _shaped_head(rows: Sequence[Row], at: int, part: Part | None) -> Head | None:
    """A short line without end mark after a blank line or a heading, over a list or a run of longer lines."""
    row, text = rows[at], rows[at].text
    first = part is not None and part.head is not None and not part.rows
    if at + 1 >= len(rows) or not text[0].isalpha() or text[0].islower():
        return None
    if row.gap < 2 and not first and not _between_runs(rows, at):
        return None
    if len(text) > (SHORT if text[0] < FIRST_CJK else SHORT / 4) or len(text.split()) > _MOST_WORDS:
        return None
    if text[-1] in ".,;!?:、" or ":" in text:
        return None
    found = None if first else read_heading(text)
    if rows[at + 1].block.kind == "item":
        return Head(LINE, found, Span(row.start, row.end))
    if found and not found.sure and not _is_title(text):
        found = None
    if at + 2 >= len(rows) or rows[at + 1].block.kind != "paragraph":
        return None
    gaps = (rows[at + 1].gap, rows[at + 2].gap)
    if part is not None and first:
        longer = min(len(rows[at + 1].text), len(rows[at + 2].text)) > len(text) + 30
        fits = gaps == (1, 1) and longer and _is_name(text) and not read_item(text) and part.kind != "benefits"
    else:
        unlike = len(rows[at + 1].text) > len(text) + 10 and not read_item(text)
        alone = found is not None and _is_title(text) and len(rows[at + 1].text) > 2 * SHORT
        fits = alone or (1 in gaps and (found is not None or unlike))
    return Head(LINE, found, Span(row.start, row.end)) if fits else None


def _between_runs(rows: Sequence[Row], at: int) -> bool:
    """Whether a line such as `Data Culture` touches a run of long lines above it and heads another one below."""
    if not 0 < at < len(rows) - 2 or " " not in rows[at].text or not _is_title(rows[at].text):
        return False
    above, below, next_one = rows[at - 1], rows[at + 1], rows[at + 2]
    longest = min(len(above.text), len(below.text), len(next_one.text))
    return below.gap > 1 and next_one.gap == 1 and above.block.kind == "paragraph" and longest > _SHORTEST_PROSE


def _is_name(text: str) -> bool:
    """At most three words, all with a capital."""
    words = text.split()
    return len(words) <= 3 and not any(word[0].islower() for word in words)
