"""Whether a sentence takes applications until a date in it: 'send your CV … by', 'Bewerbung … bis zum', 'envoyer … avant le'."""
from __future__ import annotations

import re
from functools import cache

from ..patterns import lazy
from ..vocab.lists import read_lists, whole_words, words

_WORDS = "closing.txt"

BEFORE, AFTER = 260, 60
"""Characters of the sentence that are looked at before the date and after it."""

_SENTENCE = lazy(r"(?P<word>\S{1,20})[.!?]\s(?=[\W_]{0,3}[A-ZÀ-Þ])|[;|•]|\n[ \t]{0,8}\n")
_ENDS = lazy(r"[.!?](?:\s|$)")
_ABBREVIATED = frozenset(("dr", "prof", "st", "mr", "mrs", "ms", "nr", "no", "ca", "bzw", "einschl", "inkl", "etc", "ave", "p.m", "a.m"))
_TIME = r"(?:\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|uhr|h|uur)?\s?(?:[A-Z]{2,4}\s)?(?:on|of|am|le|del|op)\s)?"
_WEEKDAY = (
    r"(?:(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|(?:[Mm]on|[Dd]iens|[Dd]onners|[Ff]rei|[Ss]ams|[Ss]onn)tag|[Mm]ittwoch"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?),?\s"
)


def closes(before: str, after: str, in_application: bool = False) -> bool:
    """Whether the words before and after a date say that applications are taken until then.

    `in_application`: the sentence stands in the part about applying, and need say no more than that something is sent.
    """
    before = " ".join(_last_sentence(before).split()) + " "
    until = _until().search(before)
    if until is None:
        return False
    stop = _ENDS.match(after) or _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    if words(_WORDS, "refuses before").search(before) or any(words(_WORDS, "refuses").search(part) for part in (before, after)):
        return False
    alone = not any(letter.isalnum() for letter in before[: until.start()] + after)
    said = [words(_WORDS, heading) for heading in (("applies", "sends") if in_application else ("applies",))]
    return (in_application and alone) or any(word.search(part) for word in said for part in (before, after))


def _last_sentence(before: str) -> str:
    """What stands after the last end of a sentence; `Dr.` ends none."""
    for stop in reversed(list(_SENTENCE.finditer(before))):
        if not stop["word"] or stop["word"].lower().lstrip("(*_") not in _ABBREVIATED:
            return before[stop.end() :]
    return before


@cache
def _until() -> re.Pattern[str]:
    """A word for `until` at the end, a time of the day and a day of the week behind it."""
    return lazy(rf"{whole_words(read_lists(_WORDS)['until'])}\s{_TIME}(?:{_WEEKDAY})?$", re.IGNORECASE)
