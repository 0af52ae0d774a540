"""An organisation's own site among the addresses of a text: the one whose host is its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy
from .organisations import entries, is_board, short_form

_SHORTEST = 3
"""Letters of the shortest name that is looked for in addresses: `bp.com` may be anyone's."""

_MOST_PLACES = 3
"""Places of a name in the text at which brackets with its short form are looked for."""

_COM = ".com"
"""Few names of tools end so, but many in `.dev` or `.io`."""

_MAIL = lazy(r"mail|@[ _*]{0,4}\0|\0[^ ]{0,12}[ ]domain")
_MAIL_BEFORE, _MAIL_BEHIND = 60, 30
"""Letters around a bare host among which a word for mails makes it no site: `only mails from acme.com`."""

_BEFORE = lazy(r"(?:https?:(?://|&\#x2f;&\#x2f;))?(?:www\.)?\Z")
_REST = lazy(
    r"""
    (?P<end> \.(?!jobs?\b|careers?\b)(?:(?:com?|org|gov|gob|ac|net|edu)\.)?[a-z]{2,10} )(?![\w@-]|\.\w)
    (?: / (?: (?:[a-z]{2}|index[\w.-]{0,15})/? )? (?![\w/?#%-]) )?
    (?! [/?#] )
    """,
    re.VERBOSE,
)
_OUTSIDE = frozenset(" \t\n(<[\"'>*_|,;:=“‘")
"""What may stand before an address: no letter, and no `@` as in a mail address."""


def find_own_sites(low: str, view: str, name: str) -> Iterator[tuple[int, int]]:
    """Where addresses of a site's first page stand whose host is a name: `https://acme-maps.example` for `Acme Maps`.

    `low` is the text in small letters, `view` the text as a reader sees it.
    """
    hosts = _hosts(view, name)
    for host in sorted(hosts):
        at = low.find(host + ".")
        while at >= 0:
            place = _place(low, at, at + len(host))
            if place and not is_board(low[at : place[1]]) and (place[0] < at or hosts[host] or _COM in low[at : place[1]]):
                yield place
            at = low.find(host + ".", at + 1)
    whole = name.casefold()  # `Draft.example` is an address itself
    if "." in whole and " " not in whole and (at := low.find(whole)) >= 0:
        place = _place(low, at, at + whole.rindex("."))
        if place and place[0] < at:
            yield place


def _place(low: str, at: int, end: int) -> tuple[int, int] | None:
    """The whole address around a host at `low[at:end]`, if it leads to a site's first page."""
    before = _BEFORE.search(low, max(0, at - 24), at)
    start = before.start() if before else at
    rest = _REST.match(low, end)
    if rest is None or (start and low[start - 1] not in _OUTSIDE):
        return None
    if start == at and (rest["end"].rpartition(".")[2] not in entries("site endings") or _MAIL.search(_around(low, at, end))):
        return None  # `acme.js` is no address, `mail from acme.com` tells where mails come from
    return start, rest.end()


def _around(low: str, start: int, end: int) -> str:
    """The line around a place, as far as it tells of mails."""
    first = max(low.rfind("\n", 0, start) + 1, start - _MAIL_BEFORE)
    return low[first:start] + "\0" + low[end : end + _MAIL_BEHIND].partition("\n")[0]


def _hosts(view: str, name: str) -> dict[str, bool]:
    """What a site of an organisation may be called: its name without blanks, or what is left without `Group`; and
    whether that is all of the name, so that an address without `https://` is its own too (`react.dev` is not React
    Labs')."""
    forms = [name]
    at = view.find(name)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        forms.append(short_form(view, at, at + len(name)))
        at = view.find(name, at + 1)
    words = [word for word in name.split() if word not in entries("legal forms")]
    forms += [" ".join(words), "-".join(words)]
    short = []
    if words and words[0].casefold() == "the":
        words = words[1:]
        short += [" ".join(words), "-".join(words)]
    if len(words) > 1 and all(word.casefold() in entries("organisation words") for word in words[1:]):
        short.append(words[0])
    hosts = {_host(form): False for form in short} | {_host(form): True for form in forms}
    return {host: whole for host, whole in hosts.items() if len(host) >= _SHORTEST}


def _host(form: str) -> str:
    bare = form.casefold().replace(" ", "")
    return bare if bare.isalnum() else "".join(letter for letter in bare if letter.isalnum() or letter == "-")
