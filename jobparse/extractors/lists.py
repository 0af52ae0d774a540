"""Responsibilities, requirements, wishes, benefits, stages of the hiring process: item by item."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Row, Section, Span
from ..patterns import lazy
from ..readers.items import (
    are_stages,
    has_label,
    is_closing,
    is_step,
    names_diversity,
    read_item,
    read_passage,
)
from ..readers.offers import adds_to_offer, may_offer, read_offer
from ..readers.pitches import asks_in_prose, seeks, tells_company, tells_job
from ..readers.rows import along_arrows
from ..readers.titles import looks_like_title
from ..readers.wishes import is_must, is_wish, wish_stems
from ..view import clean
from ..vocab.headings import plain, read_bare

_SECTIONS = ("responsibilities", "requirements", "nice_to_have", "benefits")
FIELDS: tuple[str, ...] = (*_SECTIONS, "application_steps")
TRIGGERS: tuple[str, ...] = ()

_FIELD_OF = {kind: kind for kind in _SECTIONS} | {"process": "application_steps"}

_SHORTEST = 2
"""Letters of the shortest item (`Go`, `C++`)."""

_LONGEST = 1500
"""A longer paragraph is no item but a page whose line breaks were lost."""

_LONGEST_SENTENCE = 450
_SENTENCE_MARKS = (". ", "; ", ": ", "! ", "? ", "。", "；", "，")
"""Letters of a text without any of these marks from which on it is no item."""

_LONGEST_INTRO_ITEM = 200
"""Letters of a lone paragraph before a list of the same kind up to which it is an item too."""

_FEW_SENTENCES = 3
"""Lines that touch up to which they may be an introduction and no list."""

_FEWEST_APART = 4
"""Short paragraphs in a row that are the items, whatever two or three lines touch below them."""

_MUCH_LONGER = 2.5
"""Times the usual length of a run's lines from which on a line of a later run is prose."""

_ADDRESS = lazy(r"@(?<=\S@)\S+\.\w|www\.(?<=\bwww\.)|https?://")
_PHONE = lazy(r"\d{3}\)?[ .-]\d{3}[.-]\d{4}")

_SHORT = 60
_NOTHING = lazy(
    r"""
      not \s (?:explicitly \s)? (?:specified|stated|mentioned|listed|provided|disclosed) \b .{0,150} $
    | (?: none | n/a ) \b .{0,40} $
    | (?: \#[\w-]{2,30} \s? ){1,6} $  # a recruiter's tracking codes
    | (?: [^\W\d_]{2,8} [:：] \s{0,3} )? (?: 無 | 无 | 不拘 | 不限 | 未提供 | 未填寫 | 未公開 | 無特別要求 ) [。.]? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEVELS = frozenset({"Pleno", "Sênior", "Júnior", "Especialista", "Estágio"})
"""What boards state under `Experiência`: a level, which asks for nothing by itself."""

_DASHES = frozenset("-–—•*")
_LEADERS = lazy(r"\s?(?:\.\s?){4,}")
"""The dots that lead the eye to a figure at the end of a line."""

_SPEAKS_OF_US = lazy(r"(?:We|I|I'm|Our|At|The company)\b")
"""How a sentence begins that ends the list it follows in one line."""

_ASKS = lazy(
    r"(?:This|The) (?:position|role|job) (?:requires?|will require|may be funded|is (?:not|exempt|open|funded|contingent|located))\b"
    r"|_?(?:Please note that )?(?:[Bb]enefits|[Pp]erks)(?: and (?:benefits|perks))? (?:may |can )?(?:vary|differ)\b.{0,160}$"
    r"|(?:Check out|Visit|See|Have a look at) our [\w &'/-]{0,40}(?:page|site|website|blog|handbook|wiki)\b.{0,60}$"
    r"|(?:Learn|Read|Find out) more about (?:the company|us|our (?:benefits|perks|culture|values))\b.{0,80}$"
    r"|(?:In (?:the )?future, )?(?:(?:May|Will) require )?(?:[Uu]p to |[Aa]bout |~)?\d{1,3} ?% (?:of )?[Tt]ravel(?:ling|ing)?\b"
    r"(?! [a-z]{0,12} ?(?:allowance|budget|discount|refund|rebate))"
    r"|_?Your (?:role|location)\b[\w, ]{0,60} may affect\b"
)
"""A remark on the job, or that not all get the same, below what is offered."""

_TITLE = lazy(r"[A-Z][\w&/-]{0,24}(?: (?:[A-Z][\w/-]{0,24}|and|of|for|the|&)){0,4}$")
"""`Data Warehousing`: up to five words with capitals."""

_LONGEST_TITLE = 40

_FEW_BULLETS = 0.25
"""Share of bullets up to which the paragraphs between them are the items, and they their details."""

_new = tuple.__new__
"""Makes a named tuple of a tuple, in half the time of its own constructor: there are dozens of items in a post."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """The items of every section that holds a list, and the lists that a header states."""
    for fact in document.facts:
        stated = _FIELD_OF.get(fact.field) or ("requirements" if _tells_skills(fact) else "")
        if stated and fact.origin == "header":
            yield from _of_fact(document, fact, stated)
    offers = _offers(document)
    for at, section in enumerate(document.sections):
        field = _FIELD_OF.get(section.kind)
        if field and section.rows:
            for found in _of_section(document, section, field, _goes_on(document.sections, at)):
                if found.spans[0].start not in offers:
                    yield found
    yield from offers.values()


def _offers(document: Document) -> dict[int, Candidate]:
    """The paragraphs on what is offered in a post without a list of it, by the offset where each begins."""
    if not may_offer(document.low) or any(section.kind == "benefits" and section.rows for section in document.sections):
        return {}
    found: dict[int, Candidate] = {}
    for section in document.sections:
        goes_on = False
        for row in section.rows if section.kind != "diversity" else ():
            told = read_offer(row.text) or ((0, len(row.text)) if goes_on and adds_to_offer(row.text) else None)
            goes_on = told is not None and row.block.kind == "paragraph"
            if told:
                span = Span(row.start + told[0], row.start + told[1])
                found[row.start] = Candidate("benefits", clean(document, span), (span,), "lists.offer", "inferred")
    return found


def _goes_on(sections: Sequence[Section], at: int) -> bool:
    """Whether the next section holds a list of the same kind."""
    after = sections[at + 1] if at + 1 < len(sections) else None
    return after is not None and after.kind == sections[at].kind and len(after.rows) > 1


def _of_section(document: Document, section: Section, field: str, goes_on: bool) -> Iterator[Candidate]:
    """`goes_on`: a list of the same kind follows, so that a long paragraph only introduces it."""
    rows = section.rows
    chosen, rule = _items(rows, field)
    if rule == "lists.paragraph" and field in ("responsibilities", "requirements"):
        chosen = [row for row in chosen if not tells_company(row.text) and not tells_job(row.text, field)]
        if len(chosen) == 1 and looks_like_title(chosen[0].text):
            return  # the job's title under `What you'll do…`, the tasks told further on
    if goes_on and _only_introduces(rows, field, rule):
        return
    if field == "application_steps" and not are_stages(row.text for row in chosen):
        return
    standing: Standing = "pattern" if section.heading else "inferred"
    start, end = section.span
    stems = wish_stems(document.view[start:end]) if field == "requirements" else ()
    for row in chosen:
        _, text, at, _ = row
        value = _value(document, text, at)
        if value and not (field == "benefits" and _ASKS.match(text)):
            name = "nice_to_have" if stems and _is_wish(text, stems) else field
            name = "requirements" if field == "nice_to_have" and is_must(text) else name
            yield _new(Candidate, (name, value, (_new(Span, (at, at + len(text))),), rule, standing, ""))


def _only_introduces(rows: Sequence[Row], field: str, rule: str) -> bool:
    """Whether the prose before a list of the same kind only leads to it: paragraphs, or two or three sentences."""
    if rule == "lists.line" and field == "responsibilities":
        return len(rows) <= _FEW_SENTENCES and all(_is_sentence(row.text) for row in rows)
    return rule == "lists.paragraph" and _introduces(rows, field)


def _is_sentence(text: str) -> bool:
    """Whether a line is prose that names no task and no demand."""
    return len(text) > _SHORT and text[-1] in ".!?" and not read_item(text)


def _introduces(rows: Sequence[Row], field: str) -> bool:
    """Whether the few paragraphs before a list of the same kind only lead to it."""
    if field == "benefits":
        return len(rows) <= 4 and max(len(row.text) for row in rows) > _SHORT
    if len(rows) == 1 and _names_demand(rows[0].text, field):
        return False  # a degree or years under `Education:`, certificates under the next heading
    return sum(len(row.text) for row in rows) > _LONGEST_INTRO_ITEM * len(rows)


def _names_demand(text: str, field: str) -> bool:
    """Whether a long paragraph is a demand by its words, and no address to the reader (`You are a baker who …`)."""
    return field == "requirements" and not text.startswith("You") and read_item(text) == field and not seeks(text)


def _is_wish(text: str, stems: tuple[str, ...]) -> bool:
    words = plain(text)
    return any(map(words.__contains__, stems)) and is_wish(text)


def _value(document: Document, text: str, start: int) -> str:
    """An item as a reader sees it; nothing where it says nothing, or too much for one item."""
    if not document.text.startswith(text, start):
        value = clean(document, Span(start, start + len(text)))
    elif "  " in text or not text.isprintable():  # newlines and tabs are not
        value = " ".join(text.split())
    else:
        value = text
    if ". ." in value or "...." in value:
        value = _LEADERS.sub(" ", value)
    if value[:1] in _DASHES and (value[1:2].isalpha() or value[:2] == "--"):
        value = value.lstrip("-–—•* ") if value[:2] == "--" else value[1:]  # `-A degree`, a bullet without its blank
    if len(value) < _SHORT:
        return "" if len(value) < _SHORTEST or value in _LEVELS or (_may_be_nothing(value) and _NOTHING.match(value)) else value
    silent = len(value) > _LONGEST or (value.startswith(("Not", "not")) and _NOTHING.match(value))
    return "" if silent else value


def _may_be_nothing(value: str) -> bool:
    return value[0] in "Nn#" or value[-1] in "無无拘限供寫開求。"


# --- which rows are items? ----------------------------------------------------------------------------------


def _items(rows: Sequence[Row], field: str) -> tuple[list[Row], str]:
    """The rows of a section that are its items, and the rule: steps, bullets, lines that touch, or paragraphs."""
    if field == "application_steps":
        steps = [row for row in rows if is_step(row.text)]
        steps = steps if len(steps) > 1 else along_arrows(rows)
        if steps:
            return steps, "lists.step"
    bullets = sum([row[0][0] == "item" for row in rows])
    if bullets > _FEW_BULLETS * len(rows):
        chosen = [row for at, row in enumerate(rows) if _is_bullet(rows, at) or (field == "requirements" and _demands_in_prose(row))]
        return _without_heads(chosen), "lists.bullet"
    run = [at for at in range(len(rows)) if _touches(rows, at)] if not bullets else []
    apart = [*takewhile(_is_short_paragraph, rows[: run[0]])] if run and len(run) <= _FEW_SENTENCES else []
    if len(apart) >= _FEWEST_APART:
        return [row for row in apart if _is_paragraph_item(row)], "lists.paragraph"
    if run:
        return _without_heads(_of_one_style(_with_strays(rows, run, field))), "lists.line"
    prose = [*rows[:1], *takewhile(lambda row: row.gap > 0 or not _SPEAKS_OF_US.match(row.text), rows[1:])]
    return [row for row in prose if _is_paragraph_item(row)], "lists.paragraph"


def _is_short_paragraph(row: Row) -> bool:
    return row.block.kind == "paragraph" and len(row.text) <= 1.5 * _LONGEST_INTRO_ITEM and not row.text.endswith((":", "..", "…"))


def _is_sentence_long(row: Row) -> bool:
    """Whether a paragraph is long enough for an item and no title: most of its words are in small letters."""
    words = row.text.split()
    return _is_short_paragraph(row) and len(words) > _FEWEST_WORDS and sum(map(str.islower, words)) * 2 > len(words)


def _with_strays(rows: Sequence[Row], run: Sequence[int], field: str) -> list[Row]:
    """The rows that touch, and those between them that stand alone but say what they are."""
    told = "requirements" if field == "nice_to_have" else field
    lines = set(run)
    return [
        row
        for at, row in enumerate(rows[: run[-1] + 1])
        if at in lines or (at > run[0] and _is_sentence_long(row) and read_item(row.text) == told)
    ]


def _is_bullet(rows: Sequence[Row], at: int) -> bool:
    """A bullet, but not the title of deeper ones; or a line between bullets that lost its own."""
    row = rows[at]
    if row.block.kind == "item":
        return len(row.text) > _LONGEST_TITLE or at + 1 == len(rows) or rows[at + 1].block.level <= row.block.level
    beside = at + 1 < len(rows) and rows[at + 1].gap == 0  # the first bullet of a line stands behind its first item
    if not beside and not 0 < at < len(rows) - 1:
        return False
    if rows[at + 1].block.kind != "item" or not (beside or rows[at - 1].block.kind == "item"):
        return False
    text = rows[at].text
    return len(text) <= _LONGEST_INTRO_ITEM and not text.isupper() and bool(read_item(text))


def _demands_in_prose(row: Row) -> bool:
    """Whether a paragraph beside bullets asks for something as they do: `You have baked for two years.`"""
    if row.block.kind != "paragraph" or row.gap == 0 or not _is_sentence_long(row) or not _is_paragraph_item(row):
        return False
    return asks_in_prose(row.text)


def _touches(rows: Sequence[Row], at: int) -> bool:
    """Whether a row stands directly under or over another one."""
    return (at > 0 and rows[at].gap == 1) or (at + 1 < len(rows) and rows[at + 1].gap == 1)


def _of_one_style(run: Sequence[Row]) -> list[Row]:
    """Lines up to the first address, without the long ones of a run after the first."""
    lines = list(run)
    if _has_address("\n".join([row.text for row in run])):
        lines = [*takewhile(lambda row: not _has_address(_without_links(row.text)), run)]
    lines = _without_titles(lines)
    first = [*lines[:1], *takewhile(lambda row: row.gap == 1, lines[1:])]
    longest = _MUCH_LONGER * _usual_length(first)
    while len(first) > 2 and _closes_post(first[-1].text, longest):
        first.pop()
    return first + [row for row in lines[len(first) :] if len(row.text) <= longest]


def _without_titles(lines: list[Row]) -> list[Row]:
    """Lines without the short titles that group them, where at least two stand among much longer lines."""
    usual = _usual_length(lines)
    if usual <= _SHORT:
        return lines
    others = [row for row in lines if len(row.text) >= usual / 2 or not _TITLE.match(row.text)]
    return others if 2 <= len(lines) - len(others) <= len(lines) / 3 else lines


def _usual_length(rows: Sequence[Row]) -> float:
    """The median length of some rows, 0 where there are none."""
    lengths = sorted([len(row.text) for row in rows])
    return (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2 if lengths else 0


def _closes_post(text: str, longest: float) -> bool:
    """Whether the last line of a run is the paragraph that closes the post."""
    return len(text) > max(longest, _LONGEST_INTRO_ITEM) and not read_item(text)


def _without_heads(items: Sequence[Row]) -> list[Row]:
    """Items without those that only introduce others (`General skills:`) or take leave."""
    return [row for row in items if row[0][0] in ("item", "paragraph") and not _only_leads(row[0][0], row[1])]


_IF_ANY = ("(if applicable)", "(if any)")
"""How the field of a form ends that was left empty: `Certifications (if applicable)`."""


def _only_leads(kind: str, text: str) -> bool:
    if text.endswith((":", "the following")) or (text.endswith(_IF_ANY) and len(text) <= _SHORT and read_bare(text)):
        return True
    return kind != "item" and len(text) <= _SHORT and is_closing(text)


def _is_paragraph_item(row: Row) -> bool:
    if row.block.kind not in ("item", "paragraph") or _runs_on(row):
        return False
    if _only_leads(row.block.kind, row.text) or (len(row.text) <= _LONGEST_INTRO_ITEM and _has_address(row.text)):
        return False
    return (has_label(row.text) and not row.text.startswith("Our ")) or not (seeks(row.text) or _is_notice(row.text))


def _is_notice(text: str) -> bool:
    notice = read_passage(text)
    return bool(notice) and not (notice == "diversity" and read_item(text) and names_diversity(text))


def _runs_on(row: Row) -> bool:
    """Whether a piece of a longer line is too long for one item and has no sentences: a list without line breaks."""
    return row.gap == 0 and len(row.text) > _LONGEST_SENTENCE and not any(mark in row.text for mark in _SENTENCE_MARKS)


_LINK = lazy(r"\((?:https?://|www\.)[^()\s]{1,300}\)")
"""A page that a line names besides (`days off (https://…)`), which does not end the list."""


def _without_links(text: str) -> str:
    """A line without the pages it names in brackets, but for the one where to apply or to read more."""
    if ("(http" not in text and "(www." not in text) or _SENDS.match(text) or read_passage(text):
        return text
    return _LINK.sub("", text)


_SENDS = lazy(r"(?:For|Visit|Learn|Find|See|Read|More|Please)\b|.{0,200}\b(?i:apply|application|applicants?|bewerb|postul|candidat)")


def _has_address(text: str) -> bool:
    """Whether an e-mail address, a page's or a phone number stands in a text."""
    hinted = "@" in text or "www." in text or "http" in text
    return bool((hinted and _ADDRESS.search(text)) or _PHONE.search(text))


# --- lists in a header --------------------------------------------------------------------------------------


_FEWEST_WORDS = 5
"""Words a line of what is told in sentences."""

_PIECE = lazy(r"(?:\\r|\\n|[\r\n])+")
_BULLET = lazy(r"\s{0,9}(?:[-*•·]|\d{1,2}[.)])\s{1,9}")


def _tells_skills(fact: Fact) -> bool:
    """Whether a key `skills` holds sentences and not names."""
    lines = _PIECE.split(fact.value) if fact.field == "skills" else []
    return len(lines) > 1 and len(fact.value.split()) >= _FEWEST_WORDS * len(lines)


def _of_fact(document: Document, fact: Fact, field: str) -> Iterator[Candidate]:
    """Each line of a front matter value is an item; a value of one line is one item."""
    raw = document.text[fact.span.start : fact.span.end]
    for line in _PIECE.split(fact.value):
        bullet = _BULLET.match(line)
        value = " ".join(line[bullet.end() if bullet else 0 :].lstrip("-•* ").split())
        if _SHORTEST <= len(value) <= _LONGEST and value[-1] != ":":
            at = raw.find(value)
            span = Span(fact.span.start + at, fact.span.start + at + len(value)) if at >= 0 else fact.span
            yield Candidate(field, value, (span,), "lists.header", "stated")
