"""Is a word meant as a skill? Its list, a cue, a version, a family or a whole item tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..patterns import lazy
from .lexicon import Cue
from .mentions import ABSTRACT, LISTS_OF_SKILLS, SENTENCE_END, WORD, Mention, Place, Reading, words_of
from .skill_lists import carry_along_lists

_TOLD = LISTS_OF_SKILLS | {"responsibilities"}
"""Kinds of section in which what is prepared or provided is work of the job, not the company's."""

_TASKS = frozenset({"other", "role", "responsibilities"})
"""Kinds of section in which a bullet may be nothing but a name."""

_LEADING = frozenset({"ask", "use", "duty"})
_LEADING_TASKS = _LEADING | {"do"}
"""Kinds of cues before a skill: `prepare` or `provide` only where it is told of the job, for companies do so too."""


def read_usage(text: str, mentions: Sequence[Mention], cues: Sequence[Cue], place: Place) -> list[bool]:
    """For each mention, in order of place, whether it is meant as a skill."""
    used = [not mention.needs for mention in mentions]
    if False not in used:
        return used
    text = text.ljust(mentions[-1].end)  # a name may stand behind what a block shows of itself
    tails = {cue.start: cue.end for cue in cues if cue.kind == "tail"}
    leading = _LEADING_TASKS if place.section in _TOLD else _LEADING
    leads = [cue for cue in cues if cue.kind in leading and (cue.kind != "duty" or _is_own_duty(text, cue.start, place))]
    read = Reading(text, mentions, place, leads, tails)
    starts = {mention.start for mention in mentions}.union(tails)
    barred = [sure or _is_barred(text, mention, starts) for mention, sure in zip(mentions, used, strict=True)]
    if False not in barred:
        return used
    whole = place.listing or _is_whole(read)
    for at, mention in enumerate(mentions):
        if not barred[at]:
            used[at] = whole or _is_told(read, mention)
    if False in used and (tails or len(mentions) > 1):
        carry_along_lists(read, barred, used)
    return used


_OTHERS = lazy(
    r"\b(?:(?:managers?|directors?|gerente|responsable|directeur|diretora?|coordenadora?|jef[ea]|those|an?|une?|una|uno|el|la|le|les|il)"
    r"|(?:teams?|departments?|groups?|divisions?|units?|office|colleagues|who|that|which|we|they|Abteilung|Bereich"
    r"|Kolleg\w{1,5}|wir|die|der|équipe|service|qui|equipo|área|departamento|equipe|setor|que|ufficio|afdeling)"
    r"(?:,?\s(?:are|is|ist|sind|est|es|é|jointly|directly)){0,2})\s$",
    re.IGNORECASE,
)
"""Words before `responsible for` by which it is another's work, or a title: `the team responsible for`, `un encargado de`."""

_OTHERS_REACH = 40


def _is_own_duty(text: str, start: int, place: Place) -> bool:
    """Whether what one is responsible for is the job's work, not the firm's or another's."""
    return place.section != "company" and _OTHERS.search(text, max(0, start - _OTHERS_REACH), start) is None


# --- what speaks against it -------------------------------------------------------------------------------

_SUFFIX = lazy(
    r"-(?:based|related|native|like|specific|powered|driven|Entwickl|Kenntniss|Programm|Skript|Framework"
    r"|Erfahrung|Umgebung|Stack|Basis|Anwendung|Technologi|Umfeld|Bereich|Tool|Werkzeug|Projekt|Architektur"
    r"|Plattform|System|Lösung|Pipeline|Prozess|Grundlag|Grundkenntn|Expertise|Datenbank|Modell)",
    re.IGNORECASE,
)
"""Endings behind a hyphen that leave a name what it is; others make it part of a word: `Go-to-market`."""

_INITIAL = lazy(r"\.\s?[A-Z]")
_YEAR = lazy(r"\s?'?(?:(?:19|20)\d\d)\b")
_NEXT_WORD = lazy(r"[^\W\d_][\w'-]{0,30}")


def _is_barred(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether it is part of something else (`Go-to`, `C&A`, `box.com`, `R$`, `spring 2024`) or a verb.

    `starts`: where other names and words such as `developer` begin.
    """
    start, end, *_ = mention
    after = text[end : end + 1]
    if after == "," and _STATE.match(text, end):
        return True
    if (after not in _APART or text[start - 1 : start] not in _APART) and _is_glued(text, start, end):
        return True
    return after == " " and (_YEAR.match(text, end) is not None or _goes_on(text, mention, starts))


_STATE = lazy(
    r",\s(?:Alabama|Arizona|California|Colorado|Florida|Illinois|Indiana|Massachusetts|Michigan|Minnesota|Missouri|Nebraska"
    r"|New\s(?:Jersey|Mexico|York)|North\sCarolina|Ohio|Oregon|Pennsylvania|Tennessee|Texas|Utah|Virginia|Wisconsin|AZ|FL|IL|NJ|NY|OH|TX)\b"
)
"""What follows a town that is called like a skill: `Phoenix, Arizona`. Letters that are themselves a skill (`CA`) are left out."""

_APART = frozenset(("", " ", ",", "(", ")", ":", ";", "/", "|"))
"""Signs beside a name that make it no part of a longer word."""


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether the signs beside a name join it to something else."""
    before, after = text[max(0, start - 2) : start], text[end : end + 20]
    if before[-1:] in ("$", "€", "£", "@", "_", "\\") or after[:1] in ("$", "_", "@") or _YEAR.match(after):
        return True
    if before[-1:] == "-" and before[:1].isalnum():
        return True
    if after[:1] == "-" and after[1:2].isalpha() and not _SUFFIX.match(after):
        return True
    if after[:2] in ("'s", "’s") or (after[:1] == "." and after[1:2].isalnum()):
        return True
    if end - start > 1:
        return False
    return before[-1:] in ("&", "'", ".") or after[:1] in ("&", "'", "+", "#") or _INITIAL.match(after) is not None


def _goes_on(text: str, mention: Mention, starts: set[int]) -> bool:
    """Whether the next word makes it a verb, a plain word or part of another name: `editing rights`, `Red Canary`."""
    written, following = text[mention.start : mention.end], mention.end + 1
    if " " in written or following in starts:
        return False
    if written[0].isupper():
        begins = text[following : following + 2]
        return begins[:1].isupper() and begins[1:].islower() and not written.isupper()
    plain = mention.name[0].isupper() and mention.needs == "context" and mention.category not in ABSTRACT
    if not plain and not written.endswith("ing"):
        return False
    word = _NEXT_WORD.match(text, following)
    if word is None or not word[0].islower() or word[0] in words_of("after a noun"):
        return False
    return not plain or word[0] not in words_of("after a tool")


# --- what speaks for it -----------------------------------------------------------------------------------

_VERSION = lazy(
    r"""
    \s?v?(?!(?:19|20)\d\d\b)                # no year
    \d{1,2}(?:\.[\dx]{1,2}){0,3}\+?
    (?![\w%]|\.\d)                          # and no share or price
    (?!\s?(?:years?|yrs?|months?|Jahre|ans|años|anos|hours?|days?|to|-))
    """,
    re.VERBOSE,
)
_GOES_ON_AS_LIST = lazy(r"\s{0,3}(?:$|[,/(&:+|–-]|(?:or|and|oder|und|ou|et|o|y|e)\s)")

_ABBREVIATION = 5
"""Letters up to which a word in capitals is an abbreviation and not a shout."""

_FEW = 2
"""Words of a line up to which a cue does not make a letter a skill: `Writing C` may be a row of marks."""

_WORD_BEFORE = 30
"""Letters in which the word before a name is looked for."""

_REACH, _LONG_REACH = 60, 120
"""Letters between a cue and its name, names in between not counted: anywhere, and in lists of skills."""

_NEAR, _FAR = 4, 8
"""Words between `experience with` and its name, anywhere and in lists of skills."""

_DOING = frozenset({"do", "duty"})
"""Kinds of cues behind which only fields and ways of work count: one does budgeting, no program."""

_NEXT = {"use": 2, "do": 1, "duty": 1}
"""Words between `using` or `prepare` and its name."""

_NAMES = lazy(
    r"""
    \s (?: [A-Z][\w&/+.\#-]{0,20} (?: \s (?: [A-Z&][\w&/+.\#-]{0,20} | and | of | in ) ){0,3} , \s ){1,10}
    (?: (?: and | or ) \s )?
    """,
    re.VERBOSE,
)
"""Names that are no known skills, in a list that goes on with one: `a background in Systems, Theory of Computing, or AI`."""

_LONGEST_LIST = 400
"""Letters between a cue and the last member of its list, at most."""


def _is_whole(read: Reading) -> bool:
    """Whether the text is nothing but names, in a part where such lists stand."""
    section, block = read.place.section, read.place.block
    if section not in LISTS_OF_SKILLS and not (block in ("item", "table") and section in _TASKS):
        return False
    at = 0
    for mention in read.mentions:
        if not _is_beside(read.text, at, mention.start):
            return False
        at = mention.end
    return _is_beside(read.text, at, len(read.text))


def _is_beside(text: str, start: int, end: int) -> bool:
    """Whether all words of a stretch may stand beside names in a list of them."""
    small, beside = words_of("small"), words_of("beside")
    for word in WORD.finditer(text, start, end):
        shown = word[0].lower()
        if shown not in small and shown not in beside and not shown[0].isdigit():
            return False
    return True


def _is_told(read: Reading, mention: Mention) -> bool:
    """Whether its version, the word behind it, its capital or a cue before it tell that it is a skill."""
    text = read.text
    if mention.category not in ABSTRACT and _VERSION.match(text, mention.end):
        return True
    if read.tails and _has_tail(read, mention):
        return True
    if mention.category in ABSTRACT and read.place.section in LISTS_OF_SKILLS and _is_asked_field(text, mention):
        return True
    if mention.category in ("method", "concept") and read.place == _TASK and _is_named_task(text, mention):
        return True
    if (mention.needs == "capital" or mention.backed) and _is_capital(read, mention):
        return True
    if mention.end - mention.start == 1 and len(text.split(None, _FEW)) <= _FEW:
        return False
    return _is_led(read, mention)


def _is_first(text: str, start: int) -> bool:
    """Whether nothing but marks stands between the beginning of the sentence and it."""
    before = text[:start].rstrip(" \t\"'*(-–•·")
    return not before or before[-1] in ".!?:\n"


def _is_capital(read: Reading, mention: Mention) -> bool:
    """Whether it has its capital inside a sentence, or as the first word of a list of skills."""
    if read.place.block == "heading" or not _is_proper(read.text, mention):
        return False
    if not _is_first(read.text, mention.start):
        return True
    return mention.needs == "capital" and read.place.section in LISTS_OF_SKILLS and _begins_list(read, mention)


def _has_tail(read: Reading, mention: Mention) -> bool:
    """Whether a word such as `developer` stands behind it; behind a field only what says one knows it."""
    start = mention.end + (read.text[mention.end : mention.end + 1] in (" ", "-"))
    if start not in read.tails or _FIRM.match(read.text, read.tails[start]):
        return False
    word = read.text[start : read.tails[start]].lower()
    if mention.category in ABSTRACT:
        return word in words_of("knowing")
    if word in words_of("people and knowledge") or word in words_of("knowing"):
        return True
    return not _is_first(read.text, mention.start)


_FIRM = lazy(r"\s(?:GmbH|mbH|AG|SE|KG|UG|OHG|Inc|Ltd|LLC|B\.?V)\b")
"""What follows a name and its word that are a company's: `Phoenix Systeme GmbH`."""

_FIELD_GOES_ON = lazy(r"\s{0,3}(?:[,/(&:+|–]|(?:and|und|et|y|e|with|mit|avec|con|com|through|using)\s)")
_SKILLS = lazy(r"\s(?:skills|abilities)\b")
_PARTS = lazy(r"\s?[,/&]\s?(?:and\s)?|\s(?:and|or)\s")
_TAIL_REACH, _TAIL_WORDS = 60, 2
"""Letters between a field and the `skills` that its list ends with, and words of each other member."""


def _is_asked_field(text: str, mention: Mention) -> bool:
    """Whether a field begins an item (`Observability and logging`) or stands in `…, debugging and other skills`."""
    start, end = mention.start, mention.end
    if text[start].isupper() and not text[:start].strip(" \t\"'*(-–•·") and _FIELD_GOES_ON.match(text, end):
        return True
    skills = _SKILLS.search(text, end, end + _TAIL_REACH)
    if skills is None:
        return False
    first, *others = _PARTS.split(text[end : skills.start()])
    return not first and bool(others) and all(0 < len(other.split()) <= _TAIL_WORDS for other in others)


_TASK = Place("responsibilities", "item")
_TASK_GOES_ON = lazy(r"\s?[,:(]\s?[a-z]")


def _is_named_task(text: str, mention: Mention) -> bool:
    """Whether a way of work begins an item that goes on as a list: `Data collection, filing and …`."""
    start = mention.start
    return (
        text[start].isupper()
        and not text[:start].strip(" \t\"'*(-–•·")
        and _TASK_GOES_ON.match(text, mention.end) is not None
    )


def _begins_list(read: Reading, mention: Mention) -> bool:
    """Whether what follows an item's first word makes the item a list and no sentence: `Snowflake or …`."""
    return mention.end + 1 in read.tails or _GOES_ON_AS_LIST.match(read.text, mention.end) is not None


def _is_proper(text: str, mention: Mention) -> bool:
    """Whether it has a capital of its own: not in a run of capitalised words, which may be another's name."""
    written = text[mention.start : mention.end]
    if not written.lstrip(".")[:1].isupper() or (written.isupper() and not 1 < len(written) <= _ABBREVIATION):
        return False
    if text[mention.end : mention.end + 1] == " " and text[mention.end + 1 : mention.end + 2].isupper():
        return False
    before = text[max(0, mention.start - _WORD_BEFORE) : mention.start].rstrip()
    last = before.rpartition(" ")[2]
    return not (len(last) > 1 and last[0].isupper() and last[-1].isalnum())


def _is_led(read: Reading, mention: Mention) -> bool:
    """Whether a cue before a mention tells of it: no sentence ends and few words stand between."""
    text, begin = read.text, mention.start
    listed = read.place.section in LISTS_OF_SKILLS
    reach, before = (_LONG_REACH if listed else _REACH), None
    for cue in reversed(read.leads):
        end = cue.end
        if end > begin or (cue.kind in _DOING and mention.category not in ABSTRACT):
            continue
        if begin - end > _LONGEST_LIST or SENTENCE_END.search(text, end, begin):
            return False  # as it would for all cues before this one
        if before is None:
            before = [other for other in read.mentions if other.end <= begin]
        if cue.kind == "ask" and _NAMES.fullmatch(text, end, begin):
            return True
        inside = [other for other in before if end <= other.start]
        if begin - end - sum([other.end - other.start for other in inside]) <= reach:
            most = _NEXT.get(cue.kind, _FAR if listed else _NEAR)
            if _words_between(text, end, inside, begin) <= most:
                return True
    return False


def _words_between(text: str, start: int, inside: Sequence[Mention], end: int) -> int:
    """How many words stand between, the names in between not counted."""
    words = 0
    for other in inside:
        words += _counted(text, start, other.start)
        start = other.end
    return words + _counted(text, start, end)


def _counted(text: str, start: int, end: int) -> int:
    small = words_of("small")
    return len([word for word in WORD.findall(text, start, end) if word.lower() not in small]) if end - start > 1 else 0
