"""Driving licences in five languages: `Class B driver's license`, `Führerschein Klasse B`, `permis B`."""
from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..patterns import lazy
from ..vocab.certifications import Form, forms

_CLASS = r"(?P<class>(?-i:BE|C1E|C1|CE|DE|AB|AC|AD|AE|EC|A[12]|[ABCDELMT]))\b"

_FRAMES: tuple[tuple[tuple[str, ...], str, str, re.Pattern[str]], ...] = (
    (("führerschein", "fahrerlaubnis", "fs kl"), "Führerschein", "Führerschein Klasse", lazy(
        rf"""(?<!\w) (?: (?:pkw|lkw|auto)[ -]? )?
             (?: führerschein(?:e[ns]?)?(?:klasse)? | fahrerlaubnis | fs(?=[ ]kl) )
             (?: [ ] (?:der[ ]|für[ ])? (?:pkw[ ])? \(? (?:klassen?[ ]|kl\.?[ ])? \(? {_CLASS} )?""",
        re.VERBOSE | re.IGNORECASE)),
    (("permis",), "Permis de conduire", "Permis", lazy(
        rf"""(?<!\w) permis (?: [ ]de[ ]conduire | (?=[ ](?:catégorie[ ])?(?-i:[A-E])\b) )
             (?: [ ] (?:de[ ])?(?:catégorie[ ])? \(? {_CLASS} )?""",
        re.VERBOSE | re.IGNORECASE)),
    (("cnh", "carteira", "habilita"), "CNH", "CNH", lazy(
        rf"""(?<!\w) (?: (?-i:CNH)\b | carteira[ ](?:nacional[ ])?de[ ](?:habilitação|motorista)
                       | habilitação[ ](?=categoria[ ]|cat\.?[ ]) )
             (?: [ ] (?:tipo[ ]|categorias?[ ]|cat\.?[ ])? ["'(]? {_CLASS} )?""",
        re.VERBOSE | re.IGNORECASE)),
    (("carta de",), "Carta de condução", "Carta de condução", lazy(
        r"(?<!\w)carta de condução(?!\w)", re.IGNORECASE)),
    (("conduc", "manej"), "Carnet de conducir", "Carnet de conducir", lazy(
        rf"""(?<!\w) (?:carnet|carné|permiso|licencia)[ ](?:vigente[ ])?(?:de|para)[ ]
             (?:conducir|conducción|manejo|manejar)
             (?: [ ] (?:tipo[ ]|clase[ ]|categoría[ ])? ["'(]? {_CLASS} )?""",
        re.VERBOSE | re.IGNORECASE)),
)
"""Literals without which it cannot match, name without a class, beginning of the name with one, pattern."""

_ENGLISH = lazy(
    r"""
    (?P<class> (?<!\w) class [ ] ["']?[a-e1-5]["']?
        (?: [ ]?(?:/|and/or|and|or)[ ]? (?:class[ ])? ["']?[a-e1-5]["']? )? [ ] )?
    (?P<commercial> (?<!\w) commercial [ ] )?
    (?P<inner> (?<!\w) class [ ] [a-e] [ ] )?
    (?<!\w)
    (?: (?:drivers?|driver's|drivers'|driving) [ ]? licen[cs]es?
      | (?P<cdl> cdl (?:[ ]licen[cs]e)? ) (?!\w)
      | motor [ ] vehicle [ ] licen[cs]e )
    (?P<after> [ ,]{1,2} \(? (?:class|category|cat\.?) [ ] ["']? [a-e] \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LETTER = lazy(r"[A-Ea-e1-5](?![A-Za-z])")
_COMMERCIAL = "commercial "
_BEFORE = 40
"""Characters before a licence in which the state that issues it may be named."""


class Licence(NamedTuple):
    """A driving licence: how it is called in the record, and where it stands in the line."""

    name: str
    start: int
    end: int


def read_driving(text: str) -> list[Licence]:
    """The driving licences that a line names, in order of the line."""
    low = text.lower()
    found: list[Licence] = []
    if "licen" in low or "cdl" in low:
        found += [_english(text, match) for match in _ENGLISH.finditer(text)]
    for literals, bare, classed, pattern in _FRAMES:
        for match in pattern.finditer(text) if any(literal in low for literal in literals) else ():
            letter = match.groupdict().get("class")
            found.append(Licence(f"{classed} {letter}" if letter else bare, *match.span()))
    return sorted(found, key=lambda licence: licence.start)


def _english(text: str, match: re.Match[str]) -> Licence:
    """With state, class and `Commercial` where they are told; `CDL` where nothing but commercial is."""
    start, commercial = match.start(), match["commercial"] is not None
    if not commercial and text[:start].lower().endswith(_COMMERCIAL):
        start, commercial = start - len(_COMMERCIAL), True
    told_classes = [match[group] for group in ("class", "inner", "after") if match[group]]
    letters = [_LETTER.search(told[5:]) for told in told_classes]
    kind = f"Class {letters[0][0].upper()} " if letters and letters[0] else ""
    state, start = _state(text, start)
    if match["cdl"] or (commercial and not state):
        return Licence(f"{kind}CDL", match.start(), match.end())
    told = state + ("Commercial " if commercial else "") + kind
    return Licence(f"{told}driver's license" if told else "Driver's license", start, match.end())


def _state(text: str, end: int) -> tuple[str, int]:
    """The state named right before a licence with a blank behind it, and where the phrase then begins."""
    words = text[max(0, end - _BEFORE) : end].split()
    for count in range(min(3, len(words)), 0, -1):
        written = " ".join(words[-count:]).removesuffix("'s")
        place = _places().get(written.lower())
        if place and (not place.exact or place.exact == written):
            return f"{place.name} ", text.rfind(words[-count], 0, end)
    return "", end


@cache
def _places() -> dict[str, Form]:
    return forms("place")
