"""Certificates and licences, driving licences too, that the candidate is asked for or had better have."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..candidates import Candidate
from ..document import Document, Line
from ..patterns import lazy
from ..readers.certificates import Certificate, read_certificates
from ..vocab.certifications import forms
from ..vocab.lists import words

FIELDS = ("certifications",)

_STEMS = (
    "certif", "zertifi", "licen", "credential", "führerschein", "fahrerlaubnis", "permis", "cnh", "cdl",
    "carteira", "carta de", "carnet de", "carné de", "habilita", "registr", "designation", "charter",
    "accredit",
)
"""Beginnings of words that speak of certificates; names that hold none of them are triggers of their own."""
_SHORT = 4
"""Names up to this length are triggers only where they stand as words: `pe` stands in many others."""
_BEFORE, _BEHIND = (" ", "(", "/", ",", "\n"), (" ", ",", ")", "/", ".", ";", "\n")
_ASKED = (" required", " preferred", " or ", " is ", " a plus", " license", ", ")
"""What follows a short name that is a word too."""


def _triggers() -> tuple[str, ...]:
    names = [(name, form.doubtful) for name, form in forms("certificate").items() if not any(map(name.__contains__, _STEMS))]
    short = [
        before + name + behind
        for name, doubtful in names
        if len(name) <= _SHORT
        for before in _BEFORE
        for behind in (_ASKED if doubtful else _BEHIND)
    ]
    return (*_STEMS, *(name for name, _ in names if len(name) > _SHORT), *short)


TRIGGERS = _triggers()

_OUTSIDE = {"benefits", "diversity", "legal", "company", "salary"}
_NEAR = 45
"""Characters around a doubtful name in which a word that speaks of certificates must stand."""
_AROUND = 70
"""Characters around a name in which it may be told as the company's own, or as a perk."""

_OTHERS = lazy(
    r"""
    (?<!\w) (?:
        b[ -]?corp(?:oration)?s? (?!\w) | great [ ] place [ ] to [ ] work | iso[ ]?\d{4,5} [ ] certif
      | certified [ ] (?: company | companies | partner | organi[sz]ation | facilit | firm | woman | minority
            | headquarters | business (?![ ](?:intelligence|analy|continuity)) )
      | licensed [ ] (?: in [ ] \w{1,9} [ ] states | beds | by | from | under )
      | (?: we | company | clinic | facility | hospital | firm | products? | programs? ) [ ] (?:are|is) [ ]
            (?:an?[ ])? (?: (?:fully|also|now) [ ] )? (?: certified | licensed | accredited )
      | (?: reimburs\w{1,6} | cover [ ] the [ ] costs? | we [ ] (?:pay|sponsor|cover|offer|provide|support)
            | opportunit(?:y|ies) [ ] (?:to|for) | tuition | budget [ ] for )
            [ ] [^.;]{0,50} (?: certif | licen[cs] )
      | certif\w{2,8} [ ] (?: support | reimbursement | opportunities | budget | assistance | paid | courses )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_MEASURES = lazy(r"(?<!\w)(?:LTV|CLTV|ROAS|CTR|CPL|CVR|CPV|PPC)(?!\w)")
"""Measures of advertising, beside which `CPA` is the cost of a customer."""

_LIST = 30
"""Characters around a name in which others of its list stand."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """One candidate a mention."""
    found = [(line, one) for line in lines for one in read_certificates(line.text)]
    driving = {one.name for _, one in found if one.kind == "driving"}
    for line, one in found:
        refused = _refusal(line, one)
        if one.kind == "driving" and any(_closer(name, one.name) for name in driving):
            refused = refused or "told more closely elsewhere"
        spans = (line.span(one.start, one.end),)
        yield Candidate("certifications", one.name, spans, f"certifications.{one.kind}", "pattern", refused)


def _closer(name: str, than: str) -> bool:
    """Whether a licence is the other with more told: `Ohio driver's license` than `Driver's license`."""
    return len(name) > len(than) and (name.lower().endswith(than.lower()) or name.startswith(f"{than} "))


def _refusal(line: Line, one: Certificate) -> str:
    """Why a certificate is not asked of the candidate, or nothing."""
    if line.section in _OUTSIDE:
        return f"stands in the part on {line.section}"
    if _OTHERS.search(_around(line.text, one, _AROUND)):
        return "the company's certificate, or a perk"
    if one.end - one.start <= _SHORT and _MEASURES.search(_around(line.text, one, _LIST)):
        return "a measure of advertising"
    if one.doubtful and not _spoken_of(line.text, one):
        return "nothing speaks of a certificate"
    return ""


def _spoken_of(text: str, one: Certificate) -> bool:
    """Whether a word that speaks of certificates stands near a name, outside of it."""
    speaks = words("certification_words.txt", "speaks")
    before, after = text[max(0, one.start - _NEAR) : one.start], text[one.end : one.end + _NEAR]
    return bool(speaks.search(before) or speaks.search(after))


def _around(text: str, one: Certificate, reach: int) -> str:
    return text[max(0, one.start - reach) : one.end + reach]
