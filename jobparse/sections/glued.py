"""Posts whose line breaks were lost: the headings, items and sentences inside one long line."""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..document import Block, Document, Row, Span
from ..patterns import lazy
from ..readers.items import read_item
from ..vocab.headings import read_bare, read_heading
from ..vocab.items import told

GLUED = 800
"""Letters of a line from which on it is looked at: hardly any honest paragraph is longer."""

RANK = 8
"""Rank of a heading found inside a line."""

_MOST_WORDS = 6
"""Words of the longest heading that is looked for."""

_WORD = lazy(r"(?:[A-Z]{2,40}(?![a-z])|[A-Z]?[^\W_A-Z]{1,40}|[A-Z])(?:['’][a-z]{1,9})?[\d&/+-]{0,9}|\w")
"""A word; `othersEducation` are two."""
_ENDS_SENTENCE = lazy(r"[.!?;:)\]*•]")
_BULLETS = (
    lazy(r"(?:and)?#149;"),  # `&#149;`, also with its ampersand spelled out
    lazy(r"(?<=\s)[*·](?=\s)|[•●▪]"),
    lazy(r"(?<=\s)bull(?=\s[A-Z])"),
    lazy(r"(?<=[.;:\s])\s-(?=\s[A-Z])"),
)
_SIGNS = (("#149;",), ("*", "•", "·", "●", "▪"), (" bull ",), (" - ",))
"""For each font of bullets what stands in every text that has it."""

JOINED = 300
"""Letters of a line from which on words are looked for that lost the line break between them."""

_SECOND_HALVES = (
    "App Base Bit Books Box Chain Desk Flow Force Formation Hub In Jet Lab Mind Native Now Ops Pal Path "
    "Point Press Query Scout Script Sheet Shift Space Spot Stack Suite Tube Unit Works"
).replace(" ", "|")
"""How names go on that some write with a small first letter: `typeScript`, `gitHub`."""

_JOINT = lazy(
    rf"""
      (?<![A-Za-z]) [a-z]{{3,30}} (?=[A-Z][a-z'’]{{0,30}}[\s/,:.-]) (?!(?:{_SECOND_HALVES})\b)  # `platformsAnalyze data`
    | (?: [a-z]{{3}}[.;!?] | [A-Za-z0-9]{{2}}\) ) (?=[A-Z][a-z'’]{{1,30}}[\s,-])  # `teams.Manage …`
    """,
    re.VERBOSE,
)
_LIKELY = lazy(
    rf"""
      (?: [A-Z][a-z]{{2,30}} | [A-Z]{{2,8}} | [0-9]{{2,4}}k? ) (?=[A-Z][a-z]{{2,30}}[\s,-])
      (?!(?:{_SECOND_HALVES}|Build|Connect|Deploy|Drive|Sign|Source|Test|Track|Watch)\b)  # not `CodeDeploy`
    | [a-z]{{2}} (?=[1-9]\.\s[A-Z])
    """,
    re.VERBOSE,
)
"""Words that touch like those of a name (`HolidaysProfit sharing`), or a number (`holidays2. Others`)."""

_BEGINNING = 60
"""Letters of an item in which its first words stand."""

_TOUCH = lazy(r"[A-Z](?<=[a-z.;!?)][A-Z])")
"""A capital that touches what stands before it: asked first, as few long lines have any."""

_SHORTEST_PIECE = 24
"""Letters between two joints that are an item; many shorter ones are a list of names (`reactJs, vueJs`)."""

_CAMEL = lazy(r"[a-z)](?=[A-Z])")
_FEWEST_JOINTS = 3
_WIDE = lazy(r"(?<=[^\S\n]{2})[^\s.!?](?:[^\s.!?]|\ (?!\ )){2,58}(?=[^\S\n]{2})")
"""Words between wide blanks, as where a page's blocks were joined: `…   Responsibilities   …`."""

_COLON = lazy(r":(?!//)")
_FRESH = lazy(r"(?:^|(?<=[.!?)])\s{0,3})(?=[A-Z])")
_LONGEST = 60
"""Letters of the longest heading that is looked for."""

_LONGEST_SENTENCE = 120
"""Letters before a colon among which the sentence must begin that it ends."""

_LONE = lazy(r"(?<=[.!?)]\s)(?P<head>Qualifications|Requirements|Responsibilities|Duties)\s{1,3}(?=[A-Z0-9])")
"""Headings of one word that lost their colon too: `… every week. Qualifications 2+ years of …`."""

_HEADS = ("Responsibilities", "Requirements", "Qualifications", "Duties")
"""Last words of headings that are looked for at the end of the line above their list."""

_LAST_HEAD = lazy(
    rf"""
    (?: (?<=[.!?]\s) | (?<=[a-z0-9)]\s) (?<!\b(?:the|all|our|and|for|its)\s) (?<!\b(?:of|to|in|on|as|or|by|no)\s) (?<!\bwith\s) )
    (?: [A-Z][\w/'’-]{{0,20}} \s ){{0,5}} (?:{"|".join(_HEADS)}) $
    """,
    re.VERBOSE,
)
"""A heading that lost the line break before it: `… at the end of the shift Data Technician Qualifications`."""

_LONGEST_LAST = 90
"""Letters of such a heading, with what stands before it."""

_FEWEST_BULLETS = 3
_SENTENCE_END = lazy(r"(?<=[a-z0-9)%][.!?])\s{1,20}(?=[A-Z])")


def parted(document: Document, rows: Sequence[Row]) -> list[Row]:
    """The rows, long ones parted at the headings and bullets inside them."""
    rows = list(_heads_apart(rows))
    beside = {at - 1 for at, row in enumerate(rows) if row[3] == 0 and at}  # the next item stands in the same line
    long = {at for at, row in enumerate(rows) if len(row[1]) >= JOINED}
    result: list[Row] = []
    done = 0
    for at in sorted(beside | long):
        row = rows[at]
        joints = _joints(row.text) if at in long else []
        if len(row.text) >= GLUED or at in beside or joints:
            result.extend(rows[done:at])
            result.extend(piece for piece in _pieces(row, at in beside, joints) if piece.text)
            done = at + 1
    return [*result, *rows[done:]]


def _heads_apart(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, with the heading as one of its own that stands at the end of the line above its list."""
    for at, row in enumerate(rows):
        head = _last_head(rows, at) if row[1].endswith(_HEADS) else 0
        if head:
            yield _row(row, row.block.kind, row.block.level, 0, head)
            yield _row(row, "heading", RANK, head, len(row.text))
        else:
            yield row


def _last_head(rows: Sequence[Row], at: int) -> int:
    """Where the last words of a row begin that are the heading of the lines below it, 0 where they are none."""
    text, below = rows[at].text, rows[at + 1 : at + 4]
    if len(below) < _FEWEST_BELOW or any(row.gap != 1 for row in below[1:]):
        return 0
    begin = max(0, len(text) - _LONGEST_LAST)
    found = _LAST_HEAD.search(text, begin)
    before = text[: found.start()].split() if found else []
    if found is None or len(before) < _FEWEST_BEFORE or (before[-1][0].isupper() and before[-1][-1].isalpha()):
        return 0
    kind = "responsibilities" if text.endswith(("Responsibilities", "Duties")) else "requirements"
    return found.start() if any(read_item(row.text) == kind for row in below) else 0


_FEWEST_BELOW, _FEWEST_BEFORE = 2, 4
"""Lines under such a heading, and words before it in its own line."""


def _joints(text: str) -> list[tuple[int, int]]:
    """Where words touch that lost the line break between them, if there are enough such places."""
    if len(_TOUCH.findall(text)) < _FEWEST_JOINTS:
        return []
    found = [match.end() for match in _JOINT.finditer(text)]
    short = sum(after - before < _SHORTEST_PIECE for before, after in pairwise(found))
    if len(found) < _FEWEST_JOINTS or short * 3 > len(found):
        return []
    likely = [match.end() for match in _LIKELY.finditer(text) if _begins_item(text, match.end())]
    return [(joint, joint) for joint in sorted({*found, *likely})]


def _begins_item(text: str, at: int) -> bool:
    """Whether what begins at an offset says so by its first words, or by a number."""
    return text[at].isdigit() or bool(told(text[at : at + _BEGINNING]).first)


def _pieces(row: Row, beside: bool, joints: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """Headings, items and what is left of one row."""
    bullets = _bullets(row.text) or joints
    heads = _heads(row.text, bullets, beside) or (_last_sentence(row.text) if beside else [])
    if not heads and not bullets:
        yield row
        return
    at = 0
    for start, end in heads:
        yield from _content(row, at, start, bullets)
        yield _row(row, "heading", RANK, start, end)
        at = end
    yield from _content(row, at, len(row.text), bullets)


def _last_sentence(text: str) -> list[tuple[int, int]]:
    """`… on time. Soft skills:` before more bullets: its last sentence is a heading, known or not."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] if text[-1] == ":" else []
    return [(ends[-1], len(text))] if ends else []


def _content(row: Row, start: int, end: int, bullets: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """What stands between two headings: items where there are bullets, else sentences."""
    inside = bullets[bisect_left(bullets, (start, 0)) : bisect_left(bullets, (end, 0))]
    if inside and inside[0][0] == inside[0][1]:
        yield from _between_joints(row, start, end, [joint for joint, _ in inside])
        return
    first = inside[0][0] if inside else end
    if inside and _is_first_item(row.text, start, first):
        yield _row(row, "item", 1, start, first)
    elif first > start:
        yield from _prose(row, start, first)
    for (_, begin), (stop, _) in pairwise([*inside, (end, end)]):
        yield _row(row, "item", 1, begin, stop)


def _is_first_item(text: str, start: int, end: int) -> bool:
    """Whether the one sentence before the first bullet is an item whose own bullet was lost: `Knows Go. - Knows C. - …`."""
    piece = text[start:end].strip(" :-…")
    return bool(piece) and _SENTENCE_END.search(piece) is None and bool(told(piece[:_BEGINNING]).first)


def _between_joints(row: Row, start: int, end: int, joints: Sequence[int]) -> Iterator[Row]:
    """Items that lost their line breaks: the first one is the last sentence before the first joint, the last
    one the first sentence after the last."""
    begins = [match.end() for match in _SENTENCE_END.finditer(row.text, start, joints[0])]
    begin = begins[-1] if begins and not start else start
    if begin > start:
        yield from _prose(row, start, begin)
    for at, stop in pairwise([begin, *joints]):
        yield from _item(row, at, stop)
    over = _SENTENCE_END.search(row.text, joints[-1], end)
    yield from _item(row, joints[-1], over.start() if over else end)
    if over:
        yield from _prose(row, over.end(), end)


def _item(row: Row, start: int, end: int) -> Iterator[Row]:
    """An item, if it is more than the number of the heading behind it."""
    if any(letter.isalpha() for letter in row.text[start:end]):
        yield _row(row, "item", 1, start, end)


def _prose(row: Row, start: int, end: int) -> Iterator[Row]:
    """The sentences under a heading; what stands before the first heading is one piece."""
    kind, level = row.block.kind, row.block.level
    cuts = [match.end() for match in _SENTENCE_END.finditer(row.text, start, end)] if start else []
    for begin, stop in pairwise([start, *cuts, end]):
        if row.text[begin:stop].strip(" :-"):
            yield _row(row, kind, level, begin, stop)


def _row(row: Row, kind: str, level: int, start: int, end: int) -> Row:
    piece = row.text[start:end]
    lead = len(piece) - len(piece.lstrip(" :-"))
    shown = piece.strip() if lead == 0 else piece[lead:].rstrip()
    begin = row.start + start + lead
    span = Span(begin, begin + len(shown))
    return Row(Block(kind, level, span, span), shown, begin, row.gap if start == 0 else 0)


def _bullets(text: str) -> list[tuple[int, int]]:
    """Where bullets of one font stand, if there are enough of them."""
    for pattern, signs in zip(_BULLETS, _SIGNS, strict=True):
        if any(sign in text for sign in signs):
            found = [match.span() for match in pattern.finditer(text)]
            if len(found) >= _FEWEST_BULLETS:
                return found
    return []


def _heads(text: str, bullets: Sequence[tuple[int, int]], beside: bool) -> list[tuple[int, int]]:
    """Known headings: before `:` or a bullet; where there are any, behind the end of a sentence too."""
    stops = [match.start() for match in _COLON.finditer(text)] + [start for start, _ in bullets]
    stops += [len(text)] * beside
    found = [head for stop in stops if (head := _head_before(text, stop) or _sentence_before(text, stop))]
    if bullets and bullets[0][0] == bullets[0][1]:
        found += [head for match in _CAMEL.finditer(text) if (head := _head_between(text, match.end()))]
    if found or bullets:
        found += [head for match in _FRESH.finditer(text) if (head := _head_after(text, match.end()))]
        found += [match.span("head") for match in _LONE.finditer(text) if _begins_list(text, match)]
    if "  " in text:
        found += [match.span() for match in _WIDE.finditer(text) if _is_wide_head(match[0])]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda head: (head[0], -head[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _begins_list(text: str, head: re.Match[str]) -> bool:
    """Whether what follows on a word such as `Requirements` is a task or a demand: not `Requirements Analysis is …`."""
    if text[head.end()].isdigit():
        return True
    kind = "responsibilities" if head["head"] in ("Responsibilities", "Duties") else "requirements"
    return kind in told(text[head.end() : head.end() + _BEGINNING]).first


def _is_wide_head(words: str) -> bool:
    """Whether words between wide blanks are a known heading, or begin like one and have capitals."""
    if read_bare(words):
        return True
    found = read_heading(words) if all(word[0].isupper() or len(word) <= 3 for word in words.split()) else None
    return found is not None and found.sure


def _head_before(text: str, stop: int) -> tuple[int, int] | None:
    """The longest heading that ends at an offset."""
    words = [match.span() for match in _WORD.finditer(text, max(0, stop - _LONGEST), stop)][-_MOST_WORDS:]
    for at, (start, _) in enumerate(words):
        if text[start].isupper() and read_bare(text[start : words[-1][1]]):
            return _whole_start(text, [begin for begin, _ in words[:at]], start), words[-1][1]
    return None


def _whole_start(text: str, before: list[int], start: int) -> int:
    """Where a heading in capitals begins of which only the end is known: `REQUIRED KNOWLEDGE, SKILLS, AND ABILITIES`."""
    if text[start - 2 : start] != ", ":
        return start
    while before and text[before[-1] : start].rstrip(", ").isupper():
        start = before.pop()
    return start


def _sentence_before(text: str, stop: int) -> tuple[int, int] | None:
    """The sentence that a colon ends which touches the next word, if it leads to a list as a heading does."""
    if not text[stop + 1 : stop + 2].isupper():
        return None
    begins = [match.end() for match in _SENTENCE_END.finditer(text, max(0, stop - _LONGEST_SENTENCE), stop)]
    if not begins:
        return None
    found = read_heading(text[begins[-1] : stop + 1])
    return (begins[-1], stop) if found and found.sure else None


def _head_between(text: str, stop: int) -> tuple[int, int] | None:
    """The same where the line break behind a heading was lost: it begins where words touch too, or a sentence."""
    head = _head_before(text, stop)
    if head is None:
        return None
    start = head[0]
    words = [match.start() for match in _WORD.finditer(text, max(0, stop - _LONGEST), start)]
    while words and text[start - 1] == " " and text[words[-1]].isupper() and text[words[-1] - 1] != ".":
        start = words.pop()
    fresh = start == 0 or text[start - 1] != " " or text[start - 2] in ".!?"
    return (start, stop) if fresh and (start == head[0] or read_heading(text[start:stop])) else None


def _head_after(text: str, start: int) -> tuple[int, int] | None:
    """The longest heading of at least two words, all with a capital, that begins at an offset."""
    ends: list[int] = []
    for word in _WORD.finditer(text, start, start + _LONGEST):
        capital = word[0][0].isupper() or (ends and len(word[0]) <= 3)
        if not capital or _ENDS_SENTENCE.search(text, start, word.start()):
            break
        ends.append(word.end())
    for end in reversed(ends[1:_MOST_WORDS]):
        if text[end - 3 : end] in (" in", " of") or text[end - 5 : end] == " with":
            continue  # `Proficiency in NumPy` goes on
        if not text[end : end + 2].strip().islower() and read_bare(text[start:end]):
            return start, end
    return None
