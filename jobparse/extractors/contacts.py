"""Whom to write to about the job: mail addresses and phone numbers, with the name that stands beside them."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from ..candidates import Candidate
from ..document import Document, Fact, Line, Span
from ..patterns import lazy
from ..readers.spelled_mail import SIGNS, find_spelled
from ..record import Contact

FIELDS = ("contacts",)
TRIGGERS = (
    *SIGNS,
    "@", "phone", "tel.", "tel:", "tel ", "call ", "telefon", "teléfono", "mobile", "whatsapp", "contact",
    "電話", "电话", "unter 0", "unter +", "unter (0",
)

_MAIL = lazy(r"(?<![a-zA-Z0-9_À-ɏ.+%-])[a-zA-Z0-9_À-ɏ.+-]{1,64}@[a-zA-Z0-9À-ɏ-]{1,63}(?:\.[a-zA-Z0-9À-ɏ-]{2,63}){1,4}")
_PHONE = lazy(
    r"""
    (?<!\w) (?: phone | tel(?:e(?:phone|fon|fone|fono))? | call(?:[ ]us)?(?:[ ]at)? | mobile | fon | whatsapp
       | 電話 | 电话 | unter (?=[ ]{1,2}(?:\+|\(?0)) )
    \b \.? [^\d\n+(]{0,15}
    (?P<number> \+? \(? \d [\d ()./-]{5,18} \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPEN_PHONE = lazy(
    r"(?<![\w.+-])(?P<number>\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}"
    r"|\(\d{3}\)[ -]{0,2}\d{3}[-. ]\d{4}|\d{3}[-./]\d{3}[-.]\d{4})(?![\w-])"
)
"""Numbers whose shape needs no label; only in lines that ask to get in touch."""

_NUMBER = lazy(r"\d[\d ()./-]{5}")
"""What every phone number holds, whatever its shape."""

_IN_TOUCH = lazy(
    r"\b(?:call|contact|phone|telephone|tel|text|reach|kontakt|telefon|teléfono|telefone|téléphone)\b", re.IGNORECASE
)
_FEWEST_DIGITS = 7

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ]"
_PARTICLE = r"(?:van|von|de|da|dos|del|la)"
_NAME = (
    rf"(?P<name>{_CAPITAL}[\w'’-]{{1,20}}(?:[ ](?:{_PARTICLE}|{_CAPITAL}\.?))?"
    rf"(?:[ ]{_CAPITAL}[\w'’-]{{1,20}}){{1,2}})"
)
_TO_MAIL = r"""
    (?: ,[ ] [^\W\d_] [^,@\n]{1,40} , )? [ ]? [^\w\n]{0,4}
    (?i: (?:at|via|on|by|through|per|unter|phone|tel|e-?mail) \b [^\w\n]{0,4}
      (?: e-?mail [^\w\n]{0,3} (?: (?:to|at|an|à|a) [ ]{1,2} )? )? )? $
    """
"""What may stand between a name and the address: `, Head of Care, at `, ` (e-mail: `."""

_NAME_BEFORE = lazy(
    rf"""
    (?i: contact | attn\.? | attention | to | with | ansprechpartner(?:in)?(?:[ ]ist)? | kontakt | contacto
       | contato | interlocut(?:eur|rice) | recruiter | manager
       | frau | herrn? | ms\.? | mr\.? )
    [ :,-]{{1,4}} (?: (?:Dr|Prof|Professor|Mrs?|Ms|Miss)\.?[ ] ){{0,2}} {_NAME} {_TO_MAIL}
    """,
    re.VERBOSE,
)
_NAMESAKE = lazy(rf"(?<![\w.] ){_NAME}{_TO_MAIL}", re.VERBOSE)
"""A name without a word that leads to it: taken where the address holds a part of it."""

_NAME_BEFORE_PHONE = lazy(
    rf"""
    \b (?i: call | phone | contact | with | to | bei (?:[ ](?:mir|uns))? | kontakt | ansprechpartner(?:in)? | frau | herrn?
       | ms\.? | mrs?\.? | mme | or | oder | ou | contacto | contato )
    [ :,-]{{1,4}} (?: (?:Dr|Prof|Professor|Mrs?|Ms|Miss|Frau|Herrn?|Mme)\.?[ ] ){{0,3}} {_NAME}
    [ ]? [,(:|-]? [ ]?
    (?i: (?:at|on|under|unter|via|tel|telefon|telephone|phone|téléphone|telefono|mobile?|mobil) \b [.: ]{{0,3}} ){{0,2}} $
    """,
    re.VERBOSE,
)
"""A name before a phone number, and the word that leads to it: `call Ada Byron +44 …`, `bei Ada Byron (Tel.: 0…`."""

_NAME_REACH = 100
"""Characters before an address in which its owner may be named."""

_BESIDE = lazy(r"[ ,;/|(]{1,4}")
"""Between a person's address and phone number."""

_CAPITALISED = lazy(rf"{_CAPITAL}[\w'’.-]{{0,20}}(?: (?:{_PARTICLE}|{_CAPITAL}[\w'’.-]{{0,20}})){{1,3}}")

_OTHER_DESKS = lazy(
    r"(?:privacy|datenschutz|dpo|gdpr|legal|abuse|no-?reply|donotreply|presse?|security|fraud|scam|phishing|unsubscribe|webmaster)",
    re.IGNORECASE,
)
_OTHER_LINES = lazy(
    r"fraud|scam|phish|impersonat|not affiliated|never ask|report the email|privacy|data protection"
    r"|datenschutz|datos personales|dados pessoais|discriminat(?:ed|es|ing) against|complaints? of discrimination"
    r"|\b(?:in)?correct:|do(?:es)? not accept agenc|agency resumes|unsolicited|\bGDPR\b|LGPD|RGPD|DSGVO",
    re.IGNORECASE,
)
_HEADER_NAME = lazy(
    rf"""
    (?: ^ | [-\n'"] ) \s{{0,4}}
    (?P<name> {_CAPITAL}[\w'’.-]{{1,20}} (?: [ ] (?: {_PARTICLE} | {_CAPITAL}[\w'’.-]{{0,20}} ) ){{0,3}} )
    (?: ,[^,<\n]{{1,40}} | [ ]\([^()\n]{{1,40}}\) )? [ ]? < $
    """,
    re.VERBOSE,
)
"""'Ada Byron (Lead) <' before the address of a header; a first name is enough there."""


def find(document: Document, lines: Sequence[Line]) -> Iterator[Candidate]:
    """Header facts are one contact; every address of the body is one more."""
    yield from _of_facts(document)
    yield from _of_links(document)
    for line in lines:
        mails = list(_MAIL.finditer(line.text)) if "@" in line.text else []
        spelt = list(find_spelled(line.text))
        elsewhere = bool(mails or spelt) and _OTHER_LINES.search(line.text) is not None
        for one in spelt:
            contact = Contact(name=_named(line.text, one.start, one.address), email=one.address)
            refused = _OTHER_DESK if elsewhere or _OTHER_DESKS.match(one.address) else ""
            yield Candidate("contacts", contact, (line.span(one.start, one.end),), "contacts.spelled", "pattern", refused)
        phones = list(_of_phones(line)) if _NUMBER.search(line.text) else []
        for match in mails:
            found = _of_mail(document, line, match, elsewhere)
            phone = next((one for one in phones if found.value.name and _is_beside(line, match, one)), None)
            if phone is not None:
                phones.remove(phone)
                both = msgspec.structs.replace(found.value, phone=phone.value.phone)
                found = found._replace(value=both, spans=(*found.spans, *phone.spans))
            yield found
        yield from phones


def _is_beside(line: Line, mail: re.Match[str], phone: Candidate) -> bool:
    """Whether a number follows an address right away: both are one person's."""
    return _BESIDE.fullmatch(line.text[mail.end() : max(0, phone.spans[0].start - line.start)]) is not None


def _of_facts(document: Document) -> Iterator[Candidate]:
    stated = [fact for fact in document.facts_of("contact.name", "contact") if fact.origin == "header"]
    names = [fact for fact in stated if _CAPITALISED.fullmatch(fact.value.strip())]
    name = names[0].value.strip() if names else None
    phones = [(fact, number["number"]) for fact in document.facts_of("contact.phone") if (number := _PHONE.search(f"tel {fact.value}"))]
    mails = [
        (fact, match)
        for fact in document.facts_of("contact.email", "contact", "apply_url")
        if fact.origin == "header"
        for match in _MAIL.finditer(fact.value)
    ]
    own = phones.pop() if len(phones) == len(mails) == 1 and phones[0][0].origin == "header" else None  # of one person
    for fact, match in mails:
        beside = _HEADER_NAME.search(fact.value[max(0, match.start() - 120) : match.start()])
        spans = (*_span(document, fact, match), *(f.span for f in names[:1]), *([own[0].span] if own else ()))
        contact = Contact(beside["name"] if beside else name, match[0].rstrip("."), own[1] if own else None)
        yield Candidate("contacts", contact, spans, "contacts.fact", "stated")
    for fact, phone in phones:
        yield Candidate("contacts", Contact(phone=phone), (fact.span,), "contacts.fact", "stated")


def _span(document: Document, fact: Fact, match: re.Match[str]) -> tuple[Span]:
    """The address itself where the header quotes it plainly, else the whole value."""
    span = Span(fact.span.start + match.start(), fact.span.start + match.end())
    return (span if document.quote(span) == match[0] else fact.span,)


def _of_mail(document: Document, line: Line, match: re.Match[str], elsewhere: bool) -> Candidate:
    address = match[0].rstrip(".")
    span = line.span(match.start(), match.start() + len(address))
    name = _named(line.text, match.start(), address)
    refused = ""
    if elsewhere or _OTHER_DESKS.match(address):
        refused = _OTHER_DESK
    elif _RECIPIENT.match(line.text) and _in_head(document, line):
        refused = "whom the message was sent to"
    return Candidate("contacts", Contact(name=name, email=address), (span,), "contacts.mail", "pattern", refused)


def _of_links(document: Document) -> Iterator[Candidate]:
    """Addresses behind words: `[Ada Byron](mailto:…)`, `[by e-mail](mailto:…)`."""
    for link in document.links:
        url = document.quote(link.url)
        mail = _MAIL.match(url, len(_SCHEME)) if url[: len(_SCHEME)].lower() == _SCHEME else None
        label = " ".join(document.view[link.label.start : link.label.end].split())
        if mail is None or "@" in label or link.url.start < document.body_start or _SHARES.search(label):
            continue
        line = document.line_span(document.line_of(link.label.start))
        low, high = max(line.start, link.label.start - _ABOUT_LINK), min(line.end, link.url.end + _ABOUT_LINK)
        called = _namesake(label, mail[0])
        name = called["name"] if called else _named(document.view, link.label.start, mail[0], low)
        elsewhere = _OTHER_LINES.search(document.view, low, high) or _OTHER_DESKS.match(mail[0])
        refused = _OTHER_DESK if elsewhere else ""
        span = Span(link.url.start + mail.start(), link.url.start + mail.end())
        yield Candidate("contacts", Contact(name=name, email=mail[0]), (span,), "contacts.link", "pattern", refused)


_SCHEME = "mailto:"
_OTHER_DESK = "a desk for privacy, press or fraud, not for this job"
_ABOUT_LINK = 150
"""Characters of a link's line on either side that may tell whose address it is."""
_SHARES = lazy(
    r"\b(?:share|friends?|forward|refer|teilen|weiterleiten|weiterempfehlen|empfehlen|partager|compartir|compartilhar|condividi|delen)\b",
    re.IGNORECASE,
)
"""Labels of links by which a reader tells others of the post."""


def _named(text: str, at: int, address: str, low: int = 0) -> str | None:
    """Who is named in a text right before an address that begins at `at`; what a link has left blank is passed over."""
    before = _BLANKS.sub(" ", text[max(low, at - 3 * _NAME_REACH) : at])
    before = before.removesuffix(_SCHEME)[-_NAME_REACH:]
    named = _NAME_BEFORE.search(before) or _namesake(_TITLES.sub(", ", before), address)
    return named["name"] if named and _CAPITALISED.fullmatch(named["name"]) else None


_BLANKS = lazy(r"[ ]{2,}")
_TITLES = lazy(r"\b(?:(?:Dr|Dra|Prof|Professor|Mr|Mrs|Ms|Mme|Sra?|Ing)\b\.?[ ]){1,3}")


_RECIPIENT = lazy(r"\W{0,4}(?:to|b?cc|an|kopie|à|pour|para|delivered-to)\s?:\s", re.IGNORECASE)
"""How the line of a message's head begins that names the reader."""
_HEAD_LINE = lazy(r"^\W{0,4}(?:from|subject|von|betreff|de|objet|asunto|assunto)\s?:", re.IGNORECASE | re.MULTILINE)
_LAST_OF_HEAD, _HEAD_REACH = 12, 4
"""Lines of the body among which a message's head stands, and how near its lines are to each other."""


def _in_head(document: Document, line: Line) -> bool:
    """Whether a line near the top has another line of a message's head beside it."""
    first = document.line_of(document.body_start)
    if line.number - first >= _LAST_OF_HEAD:
        return False
    last = min(line.number + _HEAD_REACH, len(document.line_starts) - 1)
    start = document.line_span(max(first, line.number - _HEAD_REACH)).start
    return _HEAD_LINE.search(document.view, start, document.line_span(last).end) is not None


def _namesake(before: str, address: str) -> re.Match[str] | None:
    """The name right before an address that holds a part of it: `Jan Visser j.visser@example.org`; a desk has none."""
    named = _NAMESAKE.search(before)
    if named is None or _DESK.search(named["name"]):
        return None
    box = address.partition("@")[0].casefold()
    parts = [form for part in named["name"].casefold().split() if len(part) > 2 for form in (part, _plain(part))]
    return named if any(part in box for part in parts) else None


def _plain(name: str) -> str:
    """A name as addresses spell it: `fernan` for `fernán`."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


_DESK = lazy(
    r"\b(?:office|team|jobs?|careers?|human|resources|research|support|recruit\w*|people|talent|personnel|services?|cent(?:er|re)|department"
    r"|lab|laboratory|group|admissions|library|museum|desk|university|institute|school|college|foundation|project|contact|apply|application"
    r"|email|mail|phone|customers?|sales|clinic|firma|gmbh|ltd|inc|llc|your|our|toll|free|hotline|reception"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


def _of_phones(line: Line) -> Iterator[Candidate]:
    found = {match.start("number"): match for match in _PHONE.finditer(line.text)}
    if _IN_TOUCH.search(line.text):
        found = {match.start("number"): match for match in _OPEN_PHONE.finditer(line.text)} | found
    refused = "a desk for privacy or fraud, not for this job" if found and _OTHER_LINES.search(line.text) else ""
    for match in found.values():
        before = line.text[max(0, match.start() - 8) : match.start()].lower()
        if sum(map(str.isdigit, match["number"])) >= _FEWEST_DIGITS and "fax" not in before:
            named = _NAME_BEFORE_PHONE.search(line.text[max(0, match.start("number") - _NAME_REACH) : match.start("number")])
            name = named["name"] if named and _CAPITALISED.fullmatch(named["name"]) and not _DESK.search(named["name"]) else None
            contact = Contact(name=name, phone=match["number"].strip())
            span = line.span(*match.span("number"))
            yield Candidate("contacts", contact, (span,), "contacts.phone", "pattern", refused)
