"""The title of the job, and the role and level that it names: three fields with one standing, so that they
agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..letters import lowered
from ..patterns import lazy
from ..readers.calls import Call, find_calls, find_levels, find_title_labels, seeking_phrases
from ..readers.occupation_names import Name, name_at
from ..readers.occupations import names_occupation, names_vaguely
from ..readers.organisations import is_sure_name
from ..readers.seniority import read_seniority
from ..readers.titles import Role, is_page_name, looks_like_title, read_role
from ..readers.top import behind_label, read_top, stripped
from ..vocab.lists import read_lists

FIELDS = ("title", "role", "seniority")
TRIGGERS = seeking_phrases()

_LONGEST = 200
"""A title fact longer than this is a description."""

_PAGE_KEYS = {"html:title", "og:title", "headline", "htmltitle", "ogtitle"}
_SURE_KEY = lazy(r"tit(?:le|el|ulo)|título|intitul|職|职", re.IGNORECASE)
_URL = lazy(r"https?://|www\.", re.IGNORECASE)
_ARTICLE = lazy(
    r"^(?:une? ou une?|un[·.(/-]?e?\)?|une|eine?[:*/]?[nr]?|uma?|um[(/]a\)?|una|an?)[ ](?=[^\W\d_]{2})", re.IGNORECASE
)
"""With which a key's value begins that says whom one looks for: `roles: un·e dev Ruby`."""


_ARTICLE_OF_BOTH = lazy(
    r"^(?:eine[:*/]n|einen/eine|eine/einen|ein[(/]e\)?|une?[·.(/-]e\)?|une? ou une?|um[(/]a\)?|un[(/]a\)?)[ ](?=[^\W\d_]{2})",
    re.IGNORECASE,
)
"""With which a heading goes on the sentence above it: `we seek` / `Eine/n Bäcker/in`."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Titles from header, board head, labels, headings, first lines and running text."""
    stated = list(_of_facts(document))
    if stated and all(candidate.rule in _UNNAMED or candidate.field == "title" for candidate in stated):
        stated = [] if _is_headed(document) else stated  # `title: Heron` over `# Gardener`
    yield from stated
    roles = [
        candidate.value
        for candidate in stated
        if candidate.field == "role" and candidate.rule != "role.unnamed"
    ]
    if any(candidate.field == "seniority" for candidate in stated):
        return  # a stated title with its level: running text could only repeat it
    if roles:
        for line in lines:
            yield from _levels(find_levels(line.text, lowered(line.text)), line.text, line.start, roles)
        return
    if _lists_jobs(document):
        return
    text = document.view
    low = document.low
    top = list(_of_top(document))
    yield from top
    if not top:
        yield from _of_labelled_line(document, low)
        yield from _of_headings_below(document)
    found = list(find_calls(text, low, document.body_start))
    told = list(_of_text(document, found))
    yield from _without_others(document, told, [c.value for c in (*top, *told) if c.rule.startswith("role.") and c.rule != "role.named"])
    yield from _levels(found, text, 0, [candidate.value for candidate in top if candidate.field == "role"])


def _without_others(document: Document, told: Iterable[Candidate], titled: Sequence[str]) -> Iterator[Candidate]:
    """Findings of the text, save the level of somebody else than the title names: `The Engineering Manager will call you`."""
    last = {role.split()[-1].casefold() for role in titled if role.split()}
    for candidate in told:
        words = document.quote(candidate.spans[0]).casefold().replace(",", " ").split()
        if candidate.rule != "seniority.named" or not last or last.intersection(words):
            yield candidate


_UNNAMED = ("role.unnamed",)


def _is_headed(document: Document) -> bool:
    """Whether the body begins with a heading that surely names an occupation."""
    top = read_top(document)
    if top is None or top.title is None or top.source != "heading":
        return False
    heading = document.view[slice(*top.title)]
    name = name_at(heading, 0)
    if name is None or is_sure_name(heading):  # `Software Architects Ltd`
        return False
    rest = heading[name.end :].lstrip()
    return not rest[:1].islower()  # as in `Engineer the future`


def _candidates(role: Role | None, span: Span, source: str, standing: Standing) -> Iterator[Candidate]:
    """Title, role and level of one finding."""
    if role is None:
        return
    yield Candidate("title", role.title, (span,), f"title.{source}", standing)
    if role.named:
        yield Candidate("role", role.occupation, (span,), f"role.{source}", standing)
    else:
        yield Candidate("role", role.occupation, (span,), "role.unnamed", standing)
    if role.seniority:
        told: Standing = "stated" if role.named else standing  # the title tells first, whatever a label says
        yield Candidate("seniority", role.seniority, (span,), f"seniority.{source}", told)


# --- what the post states -------------------------------------------------------------------------


def _of_facts(document: Document) -> Iterator[Candidate]:
    titles = [fact for fact in document.facts_of("title") if _is_title(fact)]
    others = [fact for fact in titles if fact.key.lower() != "name"]
    if any(names_vaguely(fact.value) for fact in others) or not any(names_occupation(fact.value) for fact in titles):
        titles = others or titles  # `name` is the page's beside a title, but not where the title is the page's
    for fact in titles:
        source = "page" if fact.key.lower() in _PAGE_KEYS else fact.origin
        yield from _candidates(read_role(fact.value), fact.span, source, "stated")
    roles = document.facts_of("role")
    for fact in roles if titles or len({fact.value for fact in roles}) == 1 else ():  # of several none is the post's
        role = read_role(_ARTICLE.sub("", fact.value.strip("'\"")))
        if role is None or len(fact.value) > _LONGEST:
            continue
        if not titles and role.named:
            yield from _candidates(role, fact.span, f"{fact.origin}_role", "stated")
        elif fact.origin == "header":
            yield Candidate("role", role.occupation, (fact.span,), "role.key", "stated")


def _is_title(fact: Fact) -> bool:
    """Whether a title fact is one: a label such as `Position` may also stand before `full-time`."""
    if len(fact.value) > _LONGEST or _URL.match(fact.value.strip()) or is_page_name(fact.value):
        return False
    if is_sure_name(fact.value) and not names_occupation(fact.value):
        return False  # `title: Heron Ltd`: a file named by the employer
    if fact.origin != "label" or _SURE_KEY.search(fact.key):
        return True
    role = read_role(fact.value)
    return role is not None and role.named


_FEWEST_JOBS = 3
"""Headings of one level that name as many occupations are a page of jobs: two may be a title and a team's name."""


def _lists_jobs(document: Document) -> bool:
    """Whether the post is a page of several jobs, one under each heading of some level."""
    found: dict[int, set[str]] = {}
    for block in document.blocks:
        if block.kind == "heading" and names_occupation(text := document.view[slice(*block.inner)], loose=False):
            role = read_role(text) if looks_like_title(text, heading=True) else None
            if role and names_occupation(role.occupation, loose=False):
                found.setdefault(block.level, set()).add(role.occupation.casefold())
    return any(len(roles) >= _FEWEST_JOBS for roles in found.values())


# --- lines that stand alone -----------------------------------------------------------------------


def _of_top(document: Document) -> Iterator[Candidate]:
    """The top heading or one of the first short lines, where it reads as a title."""
    top = read_top(document)
    section = document.section_at(top.title.start) if top and top.title else None
    if top and top.title and not (top.source == "line" and section is not None and section.kind == "benefits"):
        article = _ARTICLE_OF_BOTH.match(document.quote(top.title))
        span = Span(top.title.start + (article.end() if article else 0), top.title.end)
        yield from _candidates(read_role(document.quote(span)), span, top.source, "pattern")


def _of_headings_below(document: Document) -> Iterator[Candidate]:
    """A heading further down (the company's text above it), where it is the only one that names an
    occupation."""
    found: dict[str, tuple[Role, Span]] = {}
    for block in document.blocks:
        if block.kind != "heading":
            continue
        start, end = block.inner
        start += behind_label(document.view[start:end])
        if looks_like_title(document.view[start:end]):
            span = stripped(document, start, end)
            role = read_role(document.quote(span))
            if role and names_occupation(role.occupation, loose=False):
                found.setdefault(role.occupation.casefold(), (role, span))
    if len(found) == 1:
        for role, span in found.values():
            yield from _candidates(role, span, "below", "inferred")


def _of_labelled_line(document: Document, low: str) -> Iterator[Candidate]:
    """`Acme's internal job title: …`, the title in the same line or the next one."""
    for at in find_title_labels(low, document.body_start):
        after = _REST.match(document.view, at)
        span = stripped(document, *after.span(1)) if after else Span(at, at)
        if looks_like_title(document.view[span.start : span.end], heading=True):
            yield from _candidates(read_role(document.quote(span)), span, "label_line", "pattern")
            return


_REST = lazy(r"[ \t]{0,8}(?:\n[ \t]{0,8}){0,2}([^\n \t][^\n]{0,119})")


# --- running text ---------------------------------------------------------------------------------


def _of_text(document: Document, found: Sequence[Call]) -> Iterator[Candidate]:
    """The occupation that the text says is sought, or that it says the reader will be."""
    sought = [call.name for call in found if call.how == "seeking" and not call.name.plural]
    named = [
        call.name for call in found if call.how != "seeking" and not call.name.many and not call.name.plural
    ]
    yield from _winner(document, [name for name in sought if not name.many], "seeking", "pattern")
    yield from _winner(document, named, "named", "inferred")
    if not sought and not named:
        plural = [
            call.name
            for call in found
            if call.name.plural and not call.name.many and _tells(document, call.name)
        ]
        yield from _winner(document, plural, "named", "inferred")
    for name in [name for name in sought if name.many][:3]:
        span = Span(name.start, name.end)
        yield Candidate(
            "title",
            document.quote(span),
            (span,),
            "title.seeking",
            "inferred",
            "several roles are named together",
        )


def _winner(
    document: Document, found: Sequence[Name], source: str, standing: Standing
) -> Iterator[Candidate]:
    """Of the roles found in one way the one that the text names most often, the first of several."""
    view, alone = document.view, read_lists("hiring.txt")["too general alone"]
    found = [name for name in found if view[name.start : name.end].casefold() not in alone]
    counts = Counter(view[name.start : name.end].casefold() for name in found)
    if counts:
        most = max(counts.values())
        name = next(name for name in found if counts[view[name.start : name.end].casefold()] == most)
        count = None if _ONE.search(view, max(0, name.start - 6), name.start) else _COUNT.match(view, name.start, name.end)
        span = stripped(document, count.end() if count else name.start, name.end - name.plural)
        yield from _candidates(read_role(document.quote(span)), span, source, standing)


_COUNT = lazy(
    r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s(?=[^\W\d_]{2})"
    r"(?!(?:star|ax[ie]s|month|year|week|day|hour|wheel|way|phase|volt|colou?r|ton|tier|level|line|shift|stroke|point|sigma|eleven|hand)s?(?:er)?\b)",
    re.IGNORECASE,
)
"""How many are sought: `5 Software Engineer`, `2-3 Data Scientist`; not `5 Star Hotel Manager`."""

_ONE = lazy(r"\b(?:an?|the|une?|una?|uma?|eine?n?|een|our)\s$", re.IGNORECASE)
"""What stands before a number that belongs to the role: `a 7 Head Planer Operator`."""


def _tells(document: Document, name: Name) -> bool:
    """Whether a plural says enough to be the job: `caregivers`, `Data Scientists`, but not `experts`."""
    return (
        document.view[name.start : name.end].casefold()
        not in read_lists("hiring.txt")["too general in the plural"]
    )


def _levels(found: Iterable[Call], text: str, offset: int, titled: Sequence[str]) -> Iterator[Candidate]:
    """The level that a text (it begins at an offset) gives to the role which the title names without one."""
    last = {role.split()[-1].casefold() for role in titled if role.split()}
    for call in found:
        quoted = text[call.name.start : call.name.end]
        words = quoted.casefold().split()
        level = read_seniority(quoted) if call.how in ("seeking", "as") else None
        if level and last.intersection((*words, *(word.rstrip("s") for word in words))):
            span = Span(offset + call.name.start, offset + call.name.end)
            yield Candidate("seniority", level, (span,), f"seniority.{call.how}", "inferred")
