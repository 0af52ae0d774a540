"""Where the work is done: remote, hybrid or on site. Phrases in vocab/work_mode.txt."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ..candidates import Candidate, Standing
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..readers.clauses import sentence_around
from ..readers.hn_parts import head_parts
from ..readers.places import read_places
from ..readers.title_parts import title_tails
from ..readers.top_card import card_modes
from ..vocab.phrases import Phrases, phrases

FIELDS = ("work_mode",)
TRIGGERS = (
    "remot", "hybrid", "híbrid", "onsite", "on-site", "on site", "office", "in-person", "in person", "anywhere", "wherever",
    "from home", "comfort of", "home-based", "homeoffice", "wfh", "telework", "telecommut", "on-house",
    *(f"distributed {whole}" for whole in ("team", "compan", "workforce", "organi", "first", "culture")),
    *(f"{wholly} distributed" for wholly in ("fully", "globally", "entirely", "100%", "completely", "worldwide")),
    "thuis", "vanuit huis", "op kantoor", "op afstand", "op locatie", "zu hause", "zuhause", "smart working", "smartworking",
    "lavoro agile", "de casa", "ibrid", "in presenza", "par semaine", "travail à distance",
    "télétravail", "teletraba", "presencial", "présentiel", "vor ort", "escritório", "oficina",
    "überall", "ortsunabhängig", "mobiles arbeiten", "a week", "per week", "/week", "遠端", "远程", "混合",
)  # fmt: skip

_MODES = ("remote", "hybrid", "onsite")
_ORDER = (("remote", "choice"), ("hybrid", "hybrid"), ("onsite", "onsite"), ("remote", "remote"), ("remote", "grant"))
"""Mode and list, in the order in which they take words away from each other."""
_BOARD_PREFIX = lazy(r"(?:remote|hybrid|onsite)\s?,", re.IGNORECASE)
"""A board for remote jobs puts `Remote,` before every place, whatever the post says."""
_GLUED = lazy(r"(?<=[a-z])(?=(?:or)?(?:Remote|Hybrid|Onsite))|(?<=\bor)(?=Remote)")
_CHOICE = lazy(
    r"(?:\b(?:or|oder|ou|o)\b|/)\W{0,3}(?:(?:fully|full|100%|completely|also)\W{1,2})?(?:remot|home|hybrid|on-?site|远程|遠端)"
    r"|(?:remot\w{0,4}|hybrid|on-?site)\)?\W{0,3}(?:or\b|oder\b|ou\b|/|ok\b|okay\b|possible|optional|preferred|considered|welcome)"
    r"|(?:远程|遠端)\W{0,3}(?:/|或|可选|可選|亦可|也可|均可|皆可)|或\W{0,3}(?:远程|遠端)",
    re.IGNORECASE,
)
"""Remote work as one of several: `London or Remote`, `Remote OK`; not `Remote (US/Canada)`."""
_ALONE_WORD = lazy(r"[^\W_][\w%]*")
_LONGEST_ALONE = 45
"""Characters of a line that says nothing but the mode: `Location - fully remote`."""
_LIVING_NEAR = lazy(
    r"""
    \b (?: if \s (?:the\s)? (?:you|candidates?|applicants?|employees?) \b
          | (?:employees|candidates|applicants|those|anyone|people|team\smembers|colleagues|hires)
            \s (?:who|that|living|located|based|within) ) \b
    [^.;!?]{0,40}? \b (?:within|near|living|live|located|based|reside|is\sin|are\sin|local) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR_BY = 160
"""Letters around the days within which their condition stands."""
_FULL_WEEK = lazy(
    r"(?<![-\d])(?:5|five|fünf|cinco|cinq|vijf|cinque)\s(?:days|day|x|tage|días|dias|jours|dagen|giorni)|(?<![-\d])5\s?j(?:rs)?/",
    re.IGNORECASE,
)


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """What header, title and text say; a choice beside an office is told by the rule's ending `.choice`."""
    stated = [*_of_facts(document), *_of_title(document), *_of_head(document)]
    yield from stated
    certain = any(c.value == "remote" and not c.refused and not c.rule.endswith(".choice") for c in stated)
    for line in lines:
        yield from _of_line(line, certain)


# --- what is stated outright -------------------------------------------------------------------------------------


def _of_facts(document: Document) -> Iterator[Candidate]:
    remote, hybrid = (
        any(_yes(fact.value.strip().lower()) for fact in document.facts_of(field)) for field in ("remote", "hybrid")
    )
    other = "hybrid"  # of both, `remote` tells, unless the mode is stated under its own name
    if remote and hybrid and any(_read(fact.value)[0] == "hybrid" for fact in document.facts_of("work_mode")):
        other = "remote"
    for fact in document.facts_of("work_mode", "remote", "hybrid", "location", "employment"):
        if remote and hybrid and fact.field == other:
            continue
        if fact.field == "remote":
            yield from _of_remote_key(fact)
        elif fact.field == "hybrid":
            if _yes(fact.value.strip().lower()):
                yield _candidate("hybrid", fact.span, "key", False)
        elif fact.field == "location":
            yield from _of_location(fact)
        else:
            mode, choice = _read(fact.value)
            if mode and (fact.field == "work_mode" or len(fact.value) <= 80):
                yield _candidate(mode, fact.span, "key", choice)


def _of_remote_key(fact: Fact) -> Iterator[Candidate]:
    value = fact.value.strip().lower()
    mode, choice = _read(value)
    if not mode and (partly := _phrases().on(value).search("partly")) and partly.start() == 0:
        mode = "hybrid"
    if mode in ("hybrid", "onsite"):
        yield _candidate(mode, fact.span, "key", False)
    elif _yes(value) or mode:
        yield _candidate("remote", fact.span, "key", choice)
    else:
        reason = "that the work is not marked as remote does not say where it is done"
        yield Candidate("work_mode", "onsite", (fact.span,), "work_mode.key", "stated", reason)


def _of_location(fact: Fact) -> Iterator[Candidate]:
    """`Remote (US)`, `Hybrid - Lisbon`, `London or Remote`; the place itself is not looked at."""
    prefix = _BOARD_PREFIX.match(fact.value) if fact.origin == "badge" else None
    rest = fact.value[prefix.end() :] if prefix else fact.value
    mode, choice = _read(rest)
    start = fact.span.start + (prefix.end() if prefix else 0)
    if mode and not (prefix and mode == "hybrid" and choice):
        yield _candidate(mode, Span(start, fact.span.end), "location", choice)
    elif prefix:
        found, _ = _read(prefix[0])
        if found:
            yield _candidate(found, Span(fact.span.start, fact.span.start + prefix.end() - 1), "board", False)


def _of_title(document: Document) -> Iterator[Candidate]:
    """`[Remoto] …`, `… (Hybrid)`, `Remote Rust Developer`."""
    for fact in document.facts_of("title"):
        mode, _ = _read(fact.value)  # a slash in a whole title tells of no choice of place
        near = mode == "onsite" and "vor ort" in fact.value.casefold()  # `Vielfalt vor Ort`: no more than near by
        if mode and not near and not _phrases().on(fact.value).search("not about the job"):
            yield _candidate(mode, fact.span, "title", False)
    for span in title_tails(document):
        mode, choice = _read(document.quote(span))
        if mode:
            yield _candidate(mode, span, "title", choice)


def _of_head(document: Document) -> Iterator[Candidate]:
    """The parts of a first line such as `Acme | Engineer | Berlin or remote | ONSITE`."""
    for span in (*head_parts(document), *card_modes(document)):
        part = document.view[span.start : span.end]
        mode, choice = _read(part)
        if mode and not _phrases().on(part).search("not about the job"):
            yield _candidate(mode, span, "head", choice)


@lru_cache(maxsize=1024)
def _read(statement: str) -> tuple[str, bool]:
    """The mode that a short statement names, and whether remote work is one choice of several; `""` for none."""
    sheet = _phrases().on(_GLUED.sub(" ", statement[:200]))
    days = sheet.search("days")
    if days and not _FULL_WEEK.search(sheet.text):
        return "hybrid", False
    _, sheet = sheet.take("not about the job")
    named = {mode: match for mode in _MODES if (match := sheet.search(f"{mode} value"))}
    if "onsite" in named and "remote" in named and named["onsite"].start() <= named["remote"].start() < named["onsite"].end():
        return "onsite", False  # 'no remote'
    if "remote" in named:
        choice = bool(_CHOICE.search(sheet.text))
        if len(named) > 1:
            return ("remote", True) if choice or "," in sheet.text else ("hybrid", False)
        place = choice and (sheet.text.lower().rstrip(" )]").endswith("ok") or any(p.country for p in read_places(sheet.text)))
        return "remote", place
    return next(iter(named), ""), False


# --- what the text says ------------------------------------------------------------------------------------------


def _of_line(line: Line, certain: bool) -> Iterator[Candidate]:
    """Every list of phrases on one line of text, after the words that are not about the job are blanked."""
    yield from _whole_line(line)
    sheet = _phrases().on(line.text)
    for name in ("perk", "open question"):
        found, sheet = sheet.take(name)
        for match in found:
            reason = f"{name}, not the rule of the job"
            yield Candidate("work_mode", "remote", (line.span(*match.span()),), "work_mode.text", "inferred", reason)
    found, sheet = sheet.take("days")
    for match in found:
        full = _FULL_WEEK.search(match[0]) and not re.search("remot|home", match[0], re.IGNORECASE)
        if "télétrav" in match[0].lower() and _FULL_WEEK.search(match[0]):
            continue  # all days away
        candidate = _candidate("onsite" if full else "hybrid", line.span(*match.span()), "days", False)
        if _for_some(line.text, match):
            candidate = candidate._replace(rule="work_mode.days_if", standing="pattern")
        yield candidate
    _, sheet = sheet.take("not about the job")
    job = _HYBRID_JOB.search(sheet.text) if "hybrid" in sheet.text.lower() else None
    for mode, name in _ORDER:
        found, sheet = sheet.take(name)
        for match in found:
            candidate = _judged(line, match, mode, name, certain)
            if name == "choice" and not candidate.refused and job and _is_part_of(job, match):
                candidate = candidate._replace(refused="the days away from a hybrid job's office")
            yield candidate


def _for_some(text: str, match: re.Match[str]) -> bool:
    """Whether days in the office are asked only of those who live near it: `if you live within an hour of …`."""
    first, last = sentence_around(text, *match.span())
    near = max(first, match.start() - _NEAR_BY), min(last, match.end() + _NEAR_BY)
    return _LIVING_NEAR.search(text, *near) is not None


def _is_part_of(job: re.Match[str], choice: re.Match[str]) -> bool:
    """Whether remote work is told of a hybrid job: `a hybrid role, both remote and in the office`; not `fully remote`."""
    return job.end() <= choice.start() and not _WHOLLY.search(choice[0])


def _whole_line(line: Line) -> Iterator[Candidate]:
    """`Hybrid`, `Location - REMOTE`: a line that says nothing else."""
    if len(line.text.strip()) > _LONGEST_ALONE or line.section in ("benefits", "skills", "nice_to_have"):
        return
    words = list(_ALONE_WORD.finditer(line.text[: _LONGEST_ALONE + 1]))
    if words and all(word[0].lower() in _alone() for word in words):
        mode, choice = _read(line.text)
        if mode:
            span = line.span(words[0].start(), words[-1].end())
            ending = ".choice" if choice and mode == "remote" else ""
            yield Candidate("work_mode", mode, (span,), f"work_mode.line{ending}", "pattern")


def _judged(line: Line, match: re.Match[str], mode: str, name: str, certain: bool) -> Candidate:
    """A phrase found, refused where the sentence turns it round."""
    span = line.span(*match.span())
    start, end = sentence_around(line.text, *match.span())
    rule = {"choice": "work_mode.text", "grant": "work_mode.grant"}.get(name, f"work_mode.{name}")
    if name in ("choice", "grant") and not certain:
        rule += ".choice"
    reason = ""
    if line.section in ("legal", "diversity") and not match[0].lower().startswith("li"):
        reason = "said in the legal part"
    elif line.text[start:end].rstrip().endswith("?") and name != "onsite":
        reason = "a question"
    elif name != "onsite" and _NEGATED.search(line.text[start : match.start()]) and not _new_clause(line.text, match):
        reason = "negated"
    elif name != "onsite" and _OF_OTHERS.search(line.text[start : match.start()]) and not _is_job(line.text, match):
        reason = "said of others"
    return Candidate("work_mode", mode, (span,), rule, "inferred" if name == "grant" else "pattern", reason)


def _is_job(text: str, match: re.Match[str]) -> bool:
    """Whether the words are the job's own, whatever stands before: `an experienced welder for a hybrid role`."""
    return text.endswith(" for ", 0, match.start()) and _JOB.match(text, match.end()) is not None


def _new_clause(text: str, match: re.Match[str]) -> bool:
    """Whether the phrase has a subject of its own behind a comma: `not a big company, we are fully remote`."""
    return text[: match.start()].rstrip().endswith((",", ";")) and _SUBJECT.match(match[0]) is not None


_SUBJECT = lazy(r"(?:we|we're|this|the|our|it|it's)\b", re.IGNORECASE)
_HYBRID_JOB = lazy(r"\b(?:an?|this)\shybrid\s(?:role|position|job|opportunity|schedule|work\sschedule)\b", re.IGNORECASE)
_JOB = lazy(r"(?:\shybrid)?\s(?:role|position|job|opportunity)\b", re.IGNORECASE)
_WHOLLY = lazy(r"full|100|complet|entire", re.IGNORECASE)
_NEGATED = lazy(
    r"\b(?:not|no|never|cannot|can't|isn't|aren't|unable to|nicht|keine?|sans|sin|sem)\b(?:\W{1,3}\w{1,20}){0,3}\W{0,3}$",
    re.IGNORECASE,
)
_OF_OTHERS = lazy(
    r"\b(?:experienced?|experi[eê]ncia|customers?|clients?|users?|comfortable|success|proven)\b[^.;!?]{0,50}$",
    re.IGNORECASE,
)


def _yes(value: str) -> bool:
    found = _phrases().on(value).search("yes")
    return found is not None and found.start() == 0


def _candidate(mode: str, span: Span, rule: str, choice: bool) -> Candidate:
    standing: Standing = "inferred" if rule == "board" else "stated"
    ending = ".choice" if choice and mode == "remote" else ""
    return Candidate("work_mode", mode, (span,), f"work_mode.{rule}{ending}", standing)


@cache
def _alone() -> frozenset[str]:
    """Words of which a line may consist that tells nothing but the mode."""
    return frozenset(word for phrase in _phrases().lists["alone"] for word in phrase.written.split())


@cache
def _phrases() -> Phrases:
    return phrases("work_mode")
