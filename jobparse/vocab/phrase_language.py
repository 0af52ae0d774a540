"""The small pattern language of phrases, which reads like the sentences that it finds.

    fully remote            a blank stands for blanks or a dash: 'fully-remote' too
    (offer|provide)         one of several
    (a|the)?                may be left out, with one of the blanks beside it
    # days                  `#` is a number in digits or words, also a range
    we … visa               `…` is up to 40 characters of the same sentence
    sponsor*                `*` ends a word in any way
    \\#remote                a backslash takes the next sign as it stands

Compared without case, as whole words.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..letters import has_han
from ..patterns import lazy

_LONGEST_GAP, _LONGEST_ENDING, _LONGEST_NUMBER = 40, 20, 20
"""Characters of `…`, `*` and `#`."""
_GAP = rf"(?!\w)[^.;!?\n]{{1,{_LONGEST_GAP}}}?(?<!\w)"
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|ein|einen|zwei|drei|vier|fünf|un|une|deux|trois|quatre|uno|una|dos|tres|cuatro"
    r"|um|uma|dois|duas|três|quatro)"
    r"(?:\s?(?:-|to|or|bis|à|a)\s?(?:\d{1,3}|two|three|four|five|zwei|drei|vier|dos|tres|dois))?"
)
_BLANK = r"[\s-]{1,2}"
_SIGNS = {"*": rf"\w{{0,{_LONGEST_ENDING}}}", "…": _GAP, "#": _NUMBER, "(": "(?:", ")": ")", ")?": ")?", "|": "|"}
_TOKEN = lazy(r"\\.|\(|\)\??|\||…|\*|\#|\s+|[^()|…*\#\s\\]+")
_AROUND_GAP = lazy(r"\s{0,4}…\s{0,4}")
_PLAIN = lazy(r"[^()…*\#\\]+")
_ESCAPED_BAR, _ESCAPED_BLANK = re.escape("|"), re.escape(" ")
ESCAPED = lazy(r"\\.")
_PART = lazy(r"\((?:\\.|[^()\\]++|\((?:\\.|[^()\\]++)*\))*\)\??|…|\*|\#|\s+|(?:\\.|[^()…*\#\s\\]++)+")
"""A phrase's brackets, signs, blanks and words, one after the other; brackets hold brackets once."""
_WORDS = lazy(r"(?:\\.|[^()|…*\#\s\\]++)+")
_FIRST_WORDS, _LAST_WORDS = lazy(rf"^{_WORDS.pattern}"), lazy(rf"{_WORDS.pattern}$")
_INNER_BRACKET = lazy(r"\((?:\\.|[^()\\]++)*\)\??")

_MET = {
    literal: times
    for times, literals in (
        (2.5, "in y an on en at it , 1"), (1.5, "and to the is de of em - /"), (0.7, "as na us we for our be la un am are you"),
        (0.4, "or work da per with os im no remot remote"), (0.25, "team can all if will por any act up do age this sit"),
        (0.15, "office employ inc from able out experience one au data your not role location time part but"),
    )
    for literal in literals.split()
}  # fmt: skip
"""How often a line that is read holds the literals that stand in most; one of n other letters is met 3·2⁻ⁿ⁻² times."""

NOT_IN_WORD = r"(?<!\w)"


class Place(NamedTuple):
    """How a phrase lies around its key. Words are those that stand there in the text, `()` for any."""

    opens: bool  # the key begins a word
    closes: bool  # the key ends a word
    before: tuple[str, ...]
    behind: tuple[str, ...]
    lead: int  # characters before the key at most
    reach: int  # characters from the key's beginning to the first behind the phrase at most


# --- what a phrase holds -----------------------------------------------------------------------------------------


def anchors(phrase: str) -> list[tuple[str, ...]]:
    """Literals without which a lower-case phrase cannot be in a text: one of each tuple must be there."""
    return [choices for part in _PART.findall(phrase) if (choices := _literals(part))]


def _literals(part: str) -> tuple[str, ...]:
    """The longest literal of each choice of a part; `()` where one may do without any."""
    if part[0] != "(":
        return () if part[0] in "…*# " else (_unescaped(part),)
    if part[-1] == "?":
        return ()
    found = tuple(_longest(choice) for choice in _choices(part))
    return found if all(found) else ()


def _longest(choice: str) -> str:
    if choice.isalpha():
        return choice
    return max(map(_unescaped, _WORDS.findall(_outside(choice))), key=len, default="")


def _outside(choice: str) -> str:
    """A choice without the brackets in it."""
    return _INNER_BRACKET.sub(" ", choice) if "(" in choice else choice


def _unescaped(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words) if "\\" in words else words


def frequency(choices: tuple[str, ...]) -> float:
    """A guess how often one of some literals is met."""
    return sum(_MET.get(literal) or 0.75 * 2.0 ** -len(literal) for literal in choices)


def place_of(phrase: str, key: tuple[str, ...]) -> Place:
    """How a phrase lies around one of its anchors."""
    parts = _PART.findall(phrase)
    at = next(number for number, part in enumerate(parts) if _literals(part) == key)
    choices, before, behind = _choices(parts[at]), parts[:at][::-1], parts[at + 1 :]
    bounded = not has_han(phrase) and all(word[0].isalnum() and word[-1].isalnum() for word in key)
    opens = bounded and _goes_to(before) and all(map(str.startswith, choices, key))
    closes = bounded and _goes_to(behind) and all(map(str.endswith, choices, key))
    widths = list(map(_width, parts))
    return Place(
        opens, closes,
        _neighbours(before, _LAST_WORDS) if opens else (), _neighbours(behind, _FIRST_WORDS) if closes else (),
        0 if opens and not before else sum(widths[: at + 1]), sum(widths[at:]) + 1,
    )  # fmt: skip


def _goes_to(parts: Sequence[str]) -> bool:
    """Whether no sign is glued to a word beside these parts."""
    return not parts or parts[0].isspace() or parts[0] == "…"


def _neighbours(parts: Sequence[str], words: re.Pattern[str]) -> tuple[str, ...]:
    """With which words the parts begin behind a blank; `()` where they need not."""
    found: list[str] = []
    for blank, part in zip(parts[::2], parts[1::2], strict=False):
        if not blank.isspace():
            return ()
        for choice in _choices(part):
            beside = words.search(_outside(choice))
            if not beside:
                return ()
            found.append(_unescaped(beside[0]))
        if not (part[0] == "(" and part[-1] == "?"):
            return tuple(dict.fromkeys(found))
    return ()


def _width(part: str) -> int:
    """The most characters that a part stands for."""
    if part[0] == "(":
        choices = _choices(part)
        if _PLAIN.fullmatch(part, 1, len(part.removesuffix("?")) - 1):
            return 2 + max(len(choice) + choice.count(" ") for choice in choices)
        return 2 + max(sum(map(_width, _PART.findall(choice))) for choice in choices)
    signs = {"…": _LONGEST_GAP, "*": _LONGEST_ENDING, "#": _LONGEST_NUMBER, " ": 2}
    return signs.get(part[0]) or len(part)


def _choices(part: str) -> list[str]:
    """The choices of a part; those of brackets within it count as part of their choice."""
    if part[0] != "(":
        return [part]
    inner = part.removesuffix("?")[1:-1]
    if "(" not in inner and "\\" not in inner:
        return inner.split("|")
    depth, cuts = 0, [0]
    for at, letter in enumerate(ESCAPED.sub("\0\0", inner)):
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            cuts.append(at + 1)
    return [inner[start : stop - 1] for start, stop in zip(cuts, [*cuts[1:], len(inner) + 1], strict=True)]


# --- its regular expression --------------------------------------------------------------------------------------


def pattern(phrase: str) -> str:
    """The regular expression of a lower-case phrase, for lower-case texts."""
    parts = _PART.findall(_AROUND_GAP.sub("…", phrase))
    built, begun, at = "", False, 0
    while at < len(parts):
        part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else ""
        if part[0].isspace() and _may_lack(after):
            built, at = f"{built}(?:{_BLANK}{_group(after[:-1])})?", at + 2
        elif _may_lack(part) and not begun and after[:1].isspace():
            built, at = f"{built}(?:{_group(part[:-1])}{_BLANK})?", at + 2
        elif _may_lack(part):
            built, at = f"{built}{_group(part[:-1])}?", at + 1
        else:
            built, at, begun = built + (_group(part) if part[0] == "(" else _translated(part)), at + 1, True
    if has_han(phrase):
        return f"(?:{built})"  # Chinese has no blanks between words
    start = NOT_IN_WORD if phrase[0].isalnum() or phrase[0] in "(#" else ""
    end = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] in ")?#" else ""
    return f"{start}(?:{built}){end}"


def _may_lack(part: str) -> bool:
    return part[:1] == "(" and part[-1] == "?"


def _group(part: str) -> str:
    """A bracket: each of its choices translated."""
    inner = part[1:-1]
    if _PLAIN.fullmatch(inner):
        return "(?:" + re.escape(inner).replace(_ESCAPED_BAR, "|").replace(_ESCAPED_BLANK, _BLANK) + ")"
    return "(?:" + "".join(map(_translated, _TOKEN.findall(inner))) + ")"


def _translated(token: str) -> str:
    if token.isspace():
        return _BLANK
    return _SIGNS.get(token) or re.escape(_unescaped(token))
