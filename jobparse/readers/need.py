"""How much a text wants what it names: read from the clause, on top of what its section says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..patterns import lazy
from ..record import Need
from ..vocab.lists import read_lists
from .clauses import sentence_around
from .lexicon import Cue

_MUST = frozenset({"must", "must for"})
_WEIGHING = _MUST | {"wish", "wish for"}
"""Kinds of cues that weigh what they speak of, whatever the section."""

_MARKED_END = frozenset({"plus", "advantage", "asset", "bonus", "optional"})
"""Words that only at the end of their clause say that something is a plus."""

_END = lazy(r"\s*(?:$|[.,;:!)\]–-])")
_LABEL = lazy(r"[\s\w'/&-]{0,30}:(?=\s|$)")
_LIST_END = lazy(r"(?<!\w)(?:or|and|oder|und|ou|et|o|y|e|and/or|/|&)(?!\w)|/", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_][\w'.+#-]{0,40}")
_LEADING = 3
"""Words before a cue up to which it still begins its sentence: `Highly desirable: …`."""

_PARTING = lazy(r"[,()\[\]]")
_OPENING = lazy(r"[(\[][^)\]]*$")
"""A bracket that is still open."""

_TURN = lazy(r"\bplus\s(?:at\sleast|an?\sminimum|minimum|\d)", re.IGNORECASE)
"""Where a wish is over: `preferably in business, plus at least 3 years of …`."""

_AGAIN = lazy(
    r",\s(?:and|as\swell\sas|with)\s(?:[a-z]{1,12}\s)?(?:experience|knowledge|familiarity|proficiency|understanding|ability)\b",
    re.IGNORECASE,
)
"""Where a wish put in between is over: `a cloud, preferably Azure, and experience with …`."""

_ASIDES = frozenset({"preferably", "ideally"})
"""Wishes that are put in between demands; at the beginning of a sentence they are about all of it."""

_ALSO = lazy(r",?\s(?:as\swell\sas|as\sare|as\sis|along\swith)\b", re.IGNORECASE)
"""Behind a wish: what follows is wished for like what stands before it."""

_BACK = lazy(r"\s{0,3}(?:this|that|these|those|it|skills?|not|neither|both)\b", re.IGNORECASE)
"""Beginnings of a sentence that speaks of the one before it: `This is not required.`"""


_LEARNT = lazy(
    r"\b(?:develop|gain|build|acquire|deepen|grow|broaden|expand)(?:ing)?\s(?:(?:an?|your|the|some|more)\s)?(?:[\w-]{3,14}\s){0,2}$",
    re.IGNORECASE,
)
"""Words before `understanding of` by which it is what the work brings: `you will develop a deep understanding of …`."""

_LEARNT_REACH = 50


def read_needs(
    text: str, spans: Sequence[tuple[int, int]], cues: Sequence[Cue], base: Need, asks: bool
) -> list[Need]:
    """The need of each span.

    `base`: what the section says; `asks`: whether `experience with` makes it required.
    """
    needs: list[Need] = [base] * len(spans)
    kinds = {cue.kind for cue in cues}
    if kinds.isdisjoint(_WEIGHING) and not (asks and "ask" in kinds):
        return needs
    if asks:
        for cue in cues:
            if cue.kind == "ask" and not _LEARNT.search(text, max(0, cue.start - _LEARNT_REACH), cue.start):
                _set(needs, _behind(text, cue, spans), "required")
    telling = [cue for cue in _outer(cues) if cue.kind in _WEIGHING and _is_telling(text, cue)]
    if base != "required":
        for cue in telling:
            if cue.kind in _MUST:
                _set(needs, _scope(text, cue, spans, telling), "required")
    for cue in telling:
        if cue.kind not in _MUST:
            _set(needs, _scope(text, cue, spans, telling), "preferred")
    return needs


def _set(needs: list[Need], which: Iterator[int], need: Need) -> None:
    for at in which:
        needs[at] = need


def _outer(cues: Sequence[Cue]) -> Sequence[Cue]:
    """All cues but wishes with which another one begins: `bonus points for` speaks of what follows only."""
    led = {cue.start for cue in cues if cue.kind == "wish for"}
    return [cue for cue in cues if cue.kind != "wish" or cue.start not in led] if led else cues


def _is_telling(text: str, cue: Cue) -> bool:
    return text[cue.start : cue.end].lower() not in _MARKED_END or (
        _END.match(text, cue.end) is not None or _LABEL.match(text, cue.end) is not None
    )


def _scope(text: str, cue: Cue, spans: Sequence[tuple[int, int]], cues: Sequence[Cue]) -> Iterator[int]:
    """The spans of which a cue speaks: those behind a label or a leading word, else those right before it."""
    begin, end = _sentence(text, cue)
    if _LABEL.match(text, cue.end) and (_is_heading(text, cue) or not _named_between(spans, begin, cue.start)):
        stop = min(
            (other.start for other in cues if other.start > cue.end and _is_label(text, other)),
            default=len(text),
        )
        return (at for at, (start, _) in enumerate(spans) if cue.end <= start < stop)
    if cue.kind.endswith("for"):
        return _behind(text, cue, spans)
    before = list(_before(text, cue, spans))
    if before and _ALSO.match(text, cue.end):
        return iter([*before, *_behind(text, cue, spans)])
    if not before and begin and _BACK.match(text, begin) and not _named_between(spans, begin, end):
        first, _ = sentence_around(text, begin - 1, begin - 1)
        return (at for at, (start, stop) in enumerate(spans) if first <= start and stop <= begin)
    if before or len(text[begin : cue.start].split()) > _LEADING:
        return iter(before)
    return _behind(text, cue, spans)


def _is_heading(text: str, cue: Cue) -> bool:
    """Whether a cue heads a line of its own, of which the text shows only its capital: `Git, Go Optional: Rust`."""
    return text[cue.start].isupper() and text[cue.end : cue.end + 1] == ":"


def _is_label(text: str, cue: Cue) -> bool:
    return _LABEL.match(text, cue.end) is not None


def _sentence(text: str, cue: Cue) -> tuple[int, int]:
    return sentence_around(text, cue.start, cue.end)


def _named_between(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(start <= first and last <= end for first, last in spans)


def _behind(text: str, cue: Cue, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Spans between a cue and the end of its sentence, or of the brackets it stands in."""
    begin, stop = _sentence(text, cue)
    if cue.kind == "wish for" and (turn := _TURN.search(text, cue.end, stop)):
        stop = turn.start()
    if text[cue.start : cue.end] in _ASIDES and text[begin : cue.start].strip() and (turn := _AGAIN.search(text, cue.end, stop)):
        stop = turn.start()
    if _opened(text, 0, cue.start) >= 0:
        closed = min(
            (at for at in (text.find(")", cue.end), text.find("]", cue.end)) if at >= 0), default=stop
        )
        stop = min(stop, closed)
    return (at for at, (start, end) in enumerate(spans) if cue.end <= start and end <= stop)


def _before(text: str, cue: Cue, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Spans of the clause that a cue ends: in brackets the one before them, else the last piece or its list."""
    begin, _ = _sentence(text, cue)
    opened = _opened(text, begin, cue.start)
    if opened >= 0:
        if _named_between(spans, opened, cue.start):
            begin = opened
        else:
            last = max(
                (at for at, (start, end) in enumerate(spans) if begin <= start and end <= opened), default=-1
            )
            if _is_about_all(text, begin, opened, cue, spans):
                return (at for at, (start, end) in enumerate(spans) if begin <= start and end <= opened)
            return iter([last] if last >= 0 and not re.search(r"[,;]", text[spans[last][1] : opened]) else [])
    dash = _REMARKED.search(text, max(begin, cue.start - _BRACKET), cue.start)
    if dash and not _PARTED.search(text, begin, dash.start()) and not _DASH.search(text, begin, dash.start()):
        return (at for at, (start, end) in enumerate(spans) if begin <= start and end <= dash.start())
    begin = _list_start(text, begin, cue.start, spans)
    last = text.rfind(",", begin, cue.start) + 1
    if last and _OTHERS.match(text, last, cue.start) and not _named_between(spans, last, cue.start):
        return iter(())
    return (at for at, (start, end) in enumerate(spans) if begin <= start and end <= cue.start)


def _is_about_all(text: str, begin: int, opened: int, cue: Cue, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a remark in brackets at the end of an item is about all of it: `… such as Chef and Puppet (Preferred)`."""
    if not _CLOSED.match(text, cue.end) or not _REMARK.fullmatch(text, opened, cue.start):
        return False
    if _PARTED.search(text, begin, opened):
        return False
    if _EXAMPLES.search(text, begin, opened) or _is_known_list(text, begin, opened, spans):
        return True
    return text[opened + 1 : opened + 2].isupper() and not _CHOICE.search(text, begin, opened)


_DASH = lazy(r"\s[-–—]\s")
_REMARKED = lazy(r"\s[-–—]\s(?:(?:this|it|that|would|is|are|be|but|not|an?|very|highly|strongly|considered)\s){0,5}$", re.IGNORECASE)
"""A dash before no more than a remark on all that stands before it: `… - would be an asset`."""

_OTHERS = lazy(r"\s(?:others?|additional|further)\s[^,;()]{0,60}", re.IGNORECASE)
"""A last member of a list that alone is wished for: `…, other languages a plus`."""

_CLOSED = lazy(r"\s?[)\]][.;]?\s*$")
_REMARK = lazy(r"[(\[]\s?(?:(?:highly|strongly|very|much|would|be|is|are|but|a|an)\s){0,3}", re.IGNORECASE)
_PARTED = lazy(r";|\b(?:required|must|mandatory)\b", re.IGNORECASE)
_CHOICE = lazy(r"[,/:]|\bor\b")
"""Signs of a list, of which a remark may be about the last member: `C, C++, Python (Preferred)`."""

_EXAMPLES = lazy(r"\b(?:such as|like|e\.g\.|including|for example)\s", re.IGNORECASE)


def _opened(text: str, begin: int, end: int) -> int:
    """Where the bracket stands that is open at `end`, -1 where none is."""
    match = _OPENING.search(text, max(begin, end - _BRACKET), end)
    return match.start() if match else -1


_BRACKET = 200
"""Letters in which an open bracket is looked for."""


_MANY = 3
"""More pieces between commas than this are a list though no `and` ends it: `Experience with A, B, C, D preferred`."""

_KNOWING = lazy(
    r"\b(?:experience|knowledge|understanding|familiarity|exposure|proficiency|Erfahrung|Kenntnisse|expérience|connaissances?|experiencia|"
    r"conocimientos?|experiência|conhecimentos?)\s",
    re.IGNORECASE,
)
"""What the first piece says where three are already a list."""

_YEARS = lazy(r"\d\+?\s(?:\w{3,6}\s)?(?:years?|yrs?|Jahren?|ans?|années|años?|anos?)\b", re.IGNORECASE)
"""What so many years are asked of is required, whatever else is a plus."""

_UNKNOWN = lazy(r"\s[A-Z][\w.+#-]{1,20}\s?")
"""A member of a list that is no known name, but written as one."""


def _list_start(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the list begins that the clause's last piece ends: commas part members, else clauses."""
    pieces = _pieces(text, begin, end, spans)
    start, last = pieces[-1]
    if not _named_between(spans, start, last):
        while len(pieces) > 1 and not _named_between(spans, start, last):
            pieces.pop()
            start, last = pieces[-1]
    if _begins_list(text, pieces) and _are_members(text, pieces[1:-1]) and not _ASKED.search(text, start, last):
        return pieces[0][0]
    piece = _without(text, start, last, spans)
    lead = min((first for first, _ in spans if start <= first), default=last) - start
    many = len(pieces) > _MANY or _is_list_of_three(text, pieces, spans)
    ends_list = (many or _LIST_END.search(piece) is not None) and not _words(piece[:lead])
    for first, stop in reversed(pieces[:-1]):
        if ends_list and _UNKNOWN.fullmatch(text, first, stop):
            start = first
            continue
        rest = _words(_without(text, first, stop, spans))
        if not _named_between(spans, first, stop) or (
            rest and not (ends_list and _leads(text, first, stop, spans))
        ):
            return start
        start = first
        if rest:
            return start
    return start


def _is_known_list(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is `Experience with A, B, C, D` and nothing besides."""
    pieces = _pieces(text, begin, end, spans)
    return _begins_list(text, pieces) and all(
        _named_between(spans, *piece) and not _words(_without(text, *piece, spans)) for piece in pieces[1:]
    )


def _begins_list(text: str, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether more than three pieces begin with what one knows, and no years."""
    return len(pieces) > _MANY and _KNOWING.search(text, *pieces[0]) is not None and not _YEARS.search(text, *pieces[0])


def _are_members(text: str, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether all pieces between the first and the last are short and ask for nothing by themselves: `CDS views`."""
    return all(len(text[start:end].split()) <= _MANY and not _ASKED.search(text, start, end) for start, end in pieces)


_ASKED = lazy(
    r"\b(?:and|strong|good|excellent|solid|proven|great|fluent|ability|able|skills?|experience|knowledge|understanding|command|degree|years?)\b",
    re.IGNORECASE,
)
"""Words by which a piece between commas is no mere member of a list."""


def _is_list_of_three(text: str, pieces: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether it is `Experience with A, B, C preferred`, and not `5 years of A, strong B, C preferred`."""
    if len(pieces) != _MANY or _YEARS.search(text, *pieces[0]):
        return False
    return _KNOWING.search(text, *pieces[0]) is not None and not _words(_without(text, *pieces[1], spans))


@cache
def _small() -> frozenset[str]:
    return frozenset(read_lists("skill_words.txt")["between members"])


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.lower() not in _small()]


def _leads(text: str, first: int, stop: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a piece is `words, then a name`, as the first member of a list is."""
    inside = [end for start, end in spans if first <= start and end <= stop]
    return not _WORD.search(text, max(inside), stop)


def _pieces(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a clause between commas that stand in no brackets."""
    pieces, depth, start = [], 0, begin
    for mark in _PARTING.finditer(text, begin, end):
        character, at = mark[0], mark.start()
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            pieces.append((start, at))
            start = at + 1
    return [*pieces, (start, end)]


def _without(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    """The text of a piece with blanks where names stand."""
    shown, at = "", start
    for first, last in spans:
        if start <= first and last <= end:
            shown += text[at:first] + " " * (last - first)
            at = last
    return shown + text[at:end]
