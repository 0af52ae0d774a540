"""Which kind a part is that its heading does not tell, and which parts hold more than their heading says."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from ..document import Row
from ..patterns import lazy
from ..readers.items import are_stages, has_label, names_diversity, read_item, read_list, read_opening, read_passage
from .parts import BOLD, LINE, LISTS, LONGEST_HEADING, LONGEST_ITEM, Part, has_bullets, texts_of
from .runs import FEWEST_TOLD, is_text, runs, style_of, turn_of
from .tasks import may_be_task, may_go_with_tasks, tells_task
from .together import weigh

_HEIRS = LISTS | {"process", "skills", "application"}
"""Kinds that a heading of unknown kind takes over from the one it stands under."""

_ALSO_OFFERED = frozenset({"salary", "location", "company", "other", "skills"})
"""Kinds of headings that part a long list of benefits (`Compensation`, `Culture`)."""

_ASKED = frozenset({"requirements", "nice_to_have"})
"""Kinds whose heading, with nothing under it, is said of the skills named next: `Requirements:`, `Our stack includes:`."""

_OPEN = frozenset({"role", "other", "header", "company", "application", "legal", "location"})
"""Kinds that may hold a list of another kind without a heading of its own."""

_ROWS_OF_TOP = 6
"""Rows of a page's top, where a button to apply opens nothing."""

_FEWEST_TASKS = 3
"""Bullets under `Job description` that are tasks where no other heading tells of any."""

_FEWEST_SIBLINGS = 2
"""Lists of tasks beside which one that tells nothing is of tasks too."""


def resolved(parts: list[Part], view: str) -> list[Part]:
    """Every part with its kind."""
    parts = _told(parts)
    _open_calls(parts)
    _join_siblings(parts)
    weigh(parts, view)
    return parts


def _open_calls(parts: Sequence[Part]) -> None:
    """Takes a button above the post (`Apply now`, `Join us!`) for no heading of the lists below it."""
    above = 0
    for part in parts:
        if part.kind in LISTS or above > _ROWS_OF_TOP:
            return
        if part.kind == "application" and part.head is not None and len(part.rows) > FEWEST_TOLD:
            loose = replace(part, kind="other")
            if any(_kind_of_run(loose, first, last) in LISTS for first, last in runs(part.rows)):
                part.kind, part.head = "other", part.head._replace(told=None)
        above += len(part.rows)


def _told(parts: list[Part]) -> list[Part]:
    """Every part with its kind: from its heading, from the part it stands under, or from its content."""
    above: list[tuple[int, str]] = []  # rank and kind of the headings that are open
    adopted: tuple[int, str] = (0, "")  # kind that a heading without content hands to those after it
    for at, part in enumerate(parts):
        if part.head is None:
            part.kind = part.kind or _prose(part.rows)
            continue
        rank = part.head.rank
        while above and above[-1][0] >= rank:
            above.pop()
        before = parts[at - 1] if at else None
        if before and before.head and not before.rows and before.kind in LISTS and before.head.rank <= rank:
            adopted = rank, before.kind
        elif part.kind or rank != adopted[0]:
            adopted = (0, "") if rank <= adopted[0] else adopted
        if part.kind == "more":
            part.kind = before.kind if before and before.kind in LISTS else ""
        parent = above[-1][1] if above else ""
        if before and before.kind == "benefits" and not _asks(parts[:at]) and _adds_offers(part, parts[at + 1 :]):
            parent = "benefits"
        part.kind = _kind(part, parent, adopted[1] if rank == adopted[0] else "")
        above.append((rank, part.kind))
    return parts


def _join_siblings(parts: Sequence[Part]) -> None:
    """Makes tasks of bullets whose heading and words tell nothing where the headings beside theirs stand over tasks."""
    for _, run in groupby(enumerate(parts), key=lambda pair: _untold_rank(pair[1], pair[0])):
        beside = [part for _, part in run]
        if [part.kind for part in beside].count("responsibilities") < _FEWEST_SIBLINGS:
            continue
        for part in beside:
            if has_bullets(part.rows) and all(map(may_go_with_tasks, texts_of(part.rows))):
                part.kind = "responsibilities"


def _untold_rank(part: Part, at: int) -> int:
    """The rank of a heading that tells no kind; a number of its own for every other part."""
    return part.head.rank if part.head and part.head.told is None else -1 - at


def _adds_offers(part: Part, below: Sequence[Part]) -> bool:
    """Whether `Diferenciais` right after what is offered holds offers: they say so, or wishes have a list of
    their own below."""
    if part.kind != "nice_to_have":
        return False
    return read_list(texts_of(part.rows)) == "benefits" or any(later.kind == part.kind for later in below)


def _asks(parts: Sequence[Part]) -> bool:
    return any(part.kind == "requirements" for part in parts)


def _kind(part: Part, parent: str, adopted: str) -> str:
    """The kind of one part with a heading."""
    told, heir = part.kind, parent if parent in _HEIRS else adopted
    if told == "nice_to_have" and _is_offer(part, parent):
        return "benefits"
    if told == "benefits" and _tells_tasks(part):
        return "responsibilities"
    if told and _is_doubtful(part):
        return read_list(texts_of(part.rows)) or told
    if told == "skills" and adopted in _ASKED:
        return adopted
    if told == "salary" and _lists_no_pay(part.rows) and read_list(texts_of(part.rows)) == "benefits":
        return "benefits"
    if told in _ALSO_OFFERED and heir == "benefits" and has_bullets(part.rows):
        return "benefits"
    if told:
        return told
    if heir and _continues(part, heir):
        return heir
    return _of_lists(part.rows) or (parent if parent not in _HEIRS else "") or "other"


def _of_lists(rows: Sequence[Row]) -> str:
    """What the items under a heading of unknown kind are; `other` where its first list is another kind than the rest."""
    verdict = read_list(texts_of(rows))
    if not verdict or has_bullets(rows):
        return verdict
    first = [*rows[:1], *takewhile(lambda row: row.gap == 1, rows[1:])]
    told = read_list(texts_of(first)) if 2 < len(first) < len(rows) else verdict
    return "other" if told and told != verdict else verdict


def _is_doubtful(part: Part) -> bool:
    """Whether only a hint in a sentence without a heading's marks tells the kind."""
    head = part.head
    return head is not None and head.told is not None and not head.told.sure and head.rank >= LINE


def _is_offer(part: Part, parent: str) -> bool:
    """Whether a part called `Plus` or `Diferenciais` tells what the company adds, not the candidate."""
    texts = texts_of(part.rows)
    if not texts or (parent != "benefits" and read_item(texts[0]) != "benefits"):
        return False
    verdict = read_list(texts) if len(texts) > 1 else read_item(texts[0])
    return verdict == "benefits" or (parent == "benefits" and verdict != "requirements")


def _continues(part: Part, kind: str) -> bool:
    """Whether what stands under a heading of unknown kind is more of the list it stands under."""
    marked = part.head is not None and part.head.rank < BOLD  # a deeper heading names demands (`Products you sell`)
    if kind in LISTS - {"benefits"} and not marked and read_list(texts_of(part.rows)) == "benefits":
        return False
    if not part.rows or _has_list(part.rows):
        return True
    short = all(len(row.text) <= LONGEST_ITEM for row in part.rows)
    return short and (kind == "benefits" or all(read_item(row.text) == kind for row in part.rows))


def _has_list(rows: Sequence[Row]) -> bool:
    """Bullets, or lines that touch."""
    return has_bullets(rows) or any(row.gap == 1 for row in rows[1:])


def _tells_tasks(part: Part) -> bool:
    """Whether a long list under a heading such as `What you can look forward to` is of tasks, with no offer in it."""
    texts = texts_of(part.rows)
    told = [read_item(text) for text in texts] if len(texts) > _FEWEST_APART else []
    return told.count("responsibilities") * 5 > len(told) * 4 and "benefits" not in told


def _lists_no_pay(rows: Sequence[Row]) -> bool:
    """Bullets, or lines that touch and state no amounts: `Compensation:` over `401k match`."""
    return has_bullets(rows) or (_has_list(rows) and not any(any(sign in row.text for sign in "$€£") for row in rows))


def _prose(rows: Sequence[Row]) -> str:
    """What paragraphs without a heading are: a notice, or nothing in particular."""
    return (read_passage(rows[0].text) or read_opening(rows[0].text)) if rows else "other"


# --- parts that hold more than their heading says ----------------------------------------------------------


def divided(parts: Sequence[Part], view: str) -> Iterator[Part]:
    """Parts with their headless lists and their closing notices as parts of their own."""
    known = {part.kind for part in parts if part.rows}
    untold = "requirements" in known and "responsibilities" not in known
    for part in parts:
        if untold and _describes(part):
            untold = False  # a second list tells of the company
            yield from _tasks_apart(part)
            continue
        if part.kind in _OPEN:
            yield from _lists_apart(part, _names_values(part, view))
        elif part.kind in LISTS:
            tasks, demands = _demands_apart(part)
            yield from _notices_apart(tasks)
            yield from (_notices_apart(demands) if demands else ())
        else:
            yield part


def _describes(part: Part) -> bool:
    """Whether a part is the description of the job, and its only list, of bullets that say no facts, its tasks."""
    if part.kind != "role" or part.head is None:
        return False
    lists = [run for run in runs(part.rows) if part.rows[run[0]].block.kind == "item"]
    if len(lists) != 1 or lists[0][1] - lists[0][0] < _FEWEST_TASKS:
        return False
    items = [row.text for row in part.rows[slice(*lists[0])]]
    told = sum(tells_task(item) for item in items)
    if told < _FEWEST_TASKS - 1 or told * 3 < len(items):
        return False
    tasks = sum(may_be_task(item) for item in items)
    return tasks * 3 >= len(items) * 2 and not any(has_label(item) for item in items) and not read_list(items)


def _tasks_apart(part: Part) -> Iterator[Part]:
    """The paragraphs of a job's description, and its list as what there is to do."""
    first, last = next(run for run in runs(part.rows) if part.rows[run[0]].block.kind == "item")
    if first:
        yield _piece(part, 0, first, part.kind, True)
    yield _piece(part, first, last, "responsibilities", not first)
    if last < len(part.rows):
        yield _piece(part, last, len(part.rows), part.kind, False)


_VALUES = ("value", "principle", "valeurs", "valores", "werte", "valori", "waarden", "价值观", "價值觀")
"""What is in a heading over what a company holds dear: `Focus on the customer` below it is no task."""


def _names_values(part: Part, view: str) -> bool:
    if part.kind != "company" or part.head is None:
        return False
    heading = view[part.head.span.start : part.head.span.end].lower()
    return any(word in heading for word in _VALUES)


def _lists_apart(part: Part, of_values: bool) -> Iterator[Part]:
    """A list inside a part of no particular kind becomes a part of the kind its items betray.

    `of_values`: the first list tells what the company holds dear.
    """
    start, allowed = 0, _allowed(part)
    for first, last, kind in _told_runs(part):
        if kind in allowed and not (of_values and first == 0 and kind in _WORK):
            if first and part.rows[first - 1].text[-1] == ":" and first > start:
                first -= 1
            if first > start or (start == 0 and part.head):
                yield _piece(part, start, first, part.kind, start == 0)
            yield _piece(part, first, last, kind, False)
            start = last
    if start < len(part.rows) or not part.rows:
        yield _piece(part, start, len(part.rows), part.kind, start == 0)


def _told_runs(part: Part) -> Iterator[tuple[int, int, str]]:
    """First and last (excluded) row and kind of each list; tasks and the demands below them are two."""
    for first, last in runs(part.rows):
        kind = _kind_of_run(part, first, last)
        mixed = kind in ("", "responsibilities") and part.kind != "application"
        turn = turn_of([row.text for row in part.rows[first:last]]) if mixed else 0
        if turn:
            yield first, first + turn, "responsibilities"
            yield first + turn, last, "requirements"
        else:
            yield first, last, kind


_LAST_TASK = lazy(r"(?:[Pp]erforms?|[Cc]ompletes?|[Aa]ll|[Aa]ny|[Aa]nd)?\s?[Oo]ther\s(?:[\w-]{2,12}\s){0,2}(?:duties|tasks|jobs)\b")
"""`Other duties as assigned`: the last of the tasks."""


def _demands_apart(part: Part) -> tuple[Part, Part | None]:
    """Tasks, and the demands that stand below them under no heading of their own, behind a wider gap."""
    rows = part.rows
    if part.kind != "responsibilities" or len(rows) < 2 * FEWEST_TOLD:
        return part, None
    done = next((at + 1 for at, row in enumerate(rows) if _LAST_TASK.match(row.text)), 0)
    below = [read_item(row.text) for row in rows[done:]] if done >= FEWEST_TOLD else []
    if below.count("requirements") >= FEWEST_TOLD and part.kind not in below:
        return _piece(part, 0, done, part.kind, True), _piece(part, done, len(rows), "requirements", False)
    usual = max([row.gap for row in rows[1:FEWEST_TOLD]])
    wider = [at for at in range(FEWEST_TOLD, len(rows)) if rows[at].gap > usual]
    if not wider or read_item(rows[wider[0]].text) == part.kind:
        return part, None
    turn = turn_of([row.text for row in rows])
    if not turn or turn > wider[0] or any(read_item(row.text) for row in rows[turn : wider[0]]):
        return part, None
    first, last = _piece(part, 0, wider[0], part.kind, True), _piece(part, wider[0], len(rows), "requirements", False)
    return first, last


def _kind_of_run(part: Part, first: int, last: int) -> str:
    """What a run of rows is; under a doubtful heading, or without bullets, only where its items agree."""
    items = [row.text for row in part.rows[first:last]]
    if part.kind == "location" and len(items) < _FEWEST_APART:
        return ""
    if part.kind == "application" and (part.head or are_stages(items)):
        return "process" if last - first > 2 and are_stages(items) else ""
    loose = style_of(part.rows, first) == "short" or is_text(part.rows[first:last])
    return read_list(items, sure=part.kind in ("company", "legal", "location") or loose)


_WORK = frozenset({"responsibilities", "requirements"})
_FEWEST_APART = 6
"""Lines below a place that are a list of their own."""


def _allowed(part: Part) -> frozenset[str]:
    """What a list inside a part may be: `Additional information` holds offers, `About us` none of them."""
    if part.kind == "application":
        return frozenset({"process"}) if part.head else LISTS | {"process"}
    if part.kind == "location":
        return _WORK
    if part.kind == "legal":
        return LISTS - {"benefits"}
    told = part.head is not None and part.head.told is not None
    return frozenset({"benefits"}) if told and part.kind == "other" else LISTS


def _notices_apart(part: Part) -> Iterator[Part]:
    """Paragraphs of a list part that are notices of another kind become parts of their own."""
    start, kind = 0, part.kind
    lone = 1 if part.head and len(part.rows) == 1 else 0  # the only paragraph under its own heading
    for at in range(max(lone, _first_after_list(part.rows)), len(part.rows)):
        now = kind if at == 0 and _begins_run(part) else _kind_of_row(part.rows[at], kind, part.kind)
        if now != kind:
            if at > start or (at == 0 and part.head):
                yield _piece(part, start, at, kind, start == 0)
            start, kind = at, now
            if at == 0:
                part = replace(part, head=None)
    yield _piece(part, start, len(part.rows), kind, start == 0)


_FEWEST_OF_RUN = 3


def _begins_run(part: Part) -> bool:
    """Whether the first row under a heading is a short line that others touch: `Interested in old maps`."""
    rows = part.rows
    if part.head is None or len(rows) < _FEWEST_OF_RUN or any(row.gap != 1 for row in rows[1:_FEWEST_OF_RUN]):
        return False
    return len(rows[0].text) < LONGEST_ITEM / 2 and not any(read_passage(row.text) for row in rows[1:_FEWEST_OF_RUN])


def _kind_of_row(row: Row, current: str, kind: str) -> str:
    """A notice's own kind; the list's again where an item follows on a notice; else the current one."""
    touches = row.gap == 1 and current == kind
    if (touches and len(row.text) < LONGEST_HEADING) or has_label(row.text):
        return current  # one of a run of lines
    notice = read_passage(row.text)
    if notice == "diversity" and current == kind and names_diversity(row.text) and (touches or read_item(row.text) == kind):
        return current
    if notice == "application" and current == kind == "nice_to_have" and read_item(row.text) == "requirements":
        return current  # `Please note that these are not required to apply`
    if notice:
        return notice
    again = current != kind and len(row.text) <= LONGEST_ITEM / 2 and read_item(row.text) == kind
    return kind if again else current


def _first_after_list(rows: Sequence[Row]) -> int:
    """Row from which on no bullet follows."""
    at = len(rows)
    while at and rows[at - 1].block.kind != "item":
        at -= 1
    return at


def _piece(part: Part, first: int, last: int, kind: str, with_head: bool) -> Part:
    """Some rows of a part, or all of it; the first piece keeps the heading."""
    rows = part.rows[first:last]
    if len(rows) == len(part.rows) and kind == part.kind and with_head:
        return part
    head = part.head if with_head else None
    start = part.start if with_head and head else rows[0].block.span.start
    return Part(start, head, kind, rows)
