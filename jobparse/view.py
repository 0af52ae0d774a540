"""The same-length plain view of a text: what a reader sees, each character where it stands in the source.

`len(view) == len(text)`. Each character of the view is the source's, its one-to-one fold (curly quotes,
dashes, exotic blanks, full-width forms), or a blank where markup stood: Markdown punctuation, an HTML tag,
the address of a link. An entity is blanks and, where it means one character, that one (`&rsquo;` → `'`).
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from .document import Document, Link, Span
from .letters import unescaped
from .patterns import lazy

Markup = Literal["markdown", "html"]
"""Which inline marks a text has: Markdown (with HTML in it), or only HTML tags and entities."""

_LONGEST_LABEL = 1000
"""A `[` further than this from its `](…)` is no link: keeps hostile nests of brackets linear."""

_LONGEST_EMPHASIS = 600
"""A lone `*` further than this from the next is no emphasis but a footnote mark or a product."""


# --- folding --------------------------------------------------------------------------------------


INVISIBLE = "\u200b\u200c\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters without width that pastes bring along: zero-width blanks, marks of the direction of writing."""


def _folds() -> dict[str, str]:
    table = dict.fromkeys("‘’‚‛′ʼ´ˈ", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−﹣⁃", "-")
    table |= dict.fromkeys("\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\x85\r\v\f" + INVISIBLE, " ")
    table |= {chr(code): " " for code in range(0x2000, 0x200B)}
    table |= {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width forms of ASCII
    for code in range(0x1D400, 0x1D800):  # 𝗯𝗼𝗹𝗱 and its like, typed to stand out where no markup is possible
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[chr(code)] = plain
    return table


FOLDS: dict[str, str] = _folds()
"""Character → the plain one that stands for it; never changes a length."""

# two patterns: one class that mixes both planes costs a hundred times as much
_FOLDABLE = lazy("[" + "".join(re.escape(sign) for sign in FOLDS if sign < "\U00010000") + "]")
_FOLDABLE_LETTER = lazy("[\U0001d400-\U0001d7ff]")

_LOST_APOSTROPHE = lazy(r"(?<=[A-Za-z0-9])\?(?=(?:s|re|ll|ve|t|m|d) )")
"""What an encoding without curly quotes leaves of them: `Acme?s future`."""

_PLAIN = bytes(set(range(128)) - set(b"\r\v\f"))
_FEW = 20
"""Different signs that are quicker replaced one after the other; most posts have three."""


def fold(text: str) -> str:
    """The text with typography made plain, character by character."""
    if "?s " in text or "?re " in text:
        text = _LOST_APOSTROPHE.sub("'", text)
    if text.isascii() and not ("\r" in text or "\v" in text or "\f" in text):
        return text
    foreign = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    found = FOLDS.keys() & set(foreign)
    if len(found) > _FEW:
        return _FOLDABLE_LETTER.sub(_folded, _FOLDABLE.sub(_folded, text))
    for sign in found:
        text = text.replace(sign, FOLDS[sign])
    return text


def _folded(match: re.Match[str]) -> str:
    return FOLDS.get(match[0], match[0])


# --- inline marks ---------------------------------------------------------------------------------

TAG = r"""<(?:
    /?[A-Za-z][A-Za-z0-9-]{0,40}+
      (?: [\s/] [^<>"']{0,2000}+ (?: (?: "[^"<]{0,9000}+" | '[^'<]{0,9000}+' ) [^<>"']{0,2000}+ )* )? >
  | !--
  | ![A-Za-z\[][^<>]{0,2000}+>
  | \?[A-Za-z][^<>]{0,2000}+>
  | (?:https?://|mailto:)[^\s<>]{1,2000}+>
  | [\w.+-]{1,64}+@[\w.-]{1,255}+>
)"""
"""A tag, the beginning of a comment, a declaration, or an address between angle brackets (verbose)."""

ENTITY = r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"

_ADDRESS = r"""\([ \t]{0,9} (?: <[^<>\n]{0,2000}+> | (?: [^\s()\\<] | \\. | \([^\s()]{0,500}+\) ){0,2000}+ )
    (?: \s{1,9} (?: "[^"\n]{0,500}+" | '[^'\n]{0,500}+' ) )? [ \t]{0,9} \)"""

_MARKDOWN = lazy(
    rf"""  # every branch begins with a literal and is no group: the engine can skip to those characters
      \\[!-/:-@\[-`{{-~\n]                          # an escape
    | ``* | \*\** | __* | ~~~* | !\[ | \[
    | \](?: {_ADDRESS} )?
    | :(?://(?: [^\s<>()\[\]*`\\_~] | _+(?=[\w/?&=%\#-]) | ~(?!~) )* )   # inside an address is no emphasis
    | {TAG}
    | {ENTITY}
    """,
    re.VERBOSE,
)
_HTML = lazy(rf"{TAG} | {ENTITY}", re.VERBOSE)
_BRACKETED = lazy(r"<(?:https?://|mailto:|[\w.+-]{1,64}@)[^\s<>]+>")
_TAG_NAME = lazy(r"</?([A-Za-z][A-Za-z0-9]*)")
_HREF = lazy(r"""\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)

INLINE_TAGS = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span
    strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905
)
"""Elements that may stand inside a word; every other one parts words."""

HTML_TAGS = INLINE_TAGS | frozenset(
    """
    address article aside audio base blockquote body br button canvas caption center col colgroup dd
    details dialog dir div dl dt fieldset figcaption figure footer form frame frameset g h1 h2 h3 h4 h5
    h6 head header hgroup hr html iframe img input legend li link main map menu meta nav noscript object
    ol optgroup option p param path picture pre progress script section select slot source style summary
    svg table tbody td template textarea tfoot th thead title tr track ul video
    """.split()  # noqa: SIM905
)
"""Names that make `<name …>` a tag; anything else between angle brackets is text."""


class Marks(NamedTuple):
    """What a text's inline markup takes from the view, and the links met on the way."""

    blanks: list[tuple[int, int]]
    links: list[Link]
    stand_ins: list[tuple[int, str]]  # offset → the character that an entity means


def inline_marks(text: str, start: int, end: int, markup: Markup) -> Marks:
    """Marks of `text[start:end]`, in one pass over its special characters; linear whatever the text."""
    marks = Marks([], [], [])
    blank = marks.blanks.append
    state = _State(text, marks)
    for match in (_MARKDOWN if markup == "markdown" else _HTML).finditer(text, start, end):
        at, stop = match.span()
        sign = text[at]
        if sign == "*":
            state.stars(at, stop)
        elif sign == "\\":
            blank((at, at + 1))
        elif sign == "_":
            state.underscores(at, stop)
        elif sign == "`" or sign == "~":
            blank((at, stop))
        elif sign == "[" or sign == "!":
            state.brackets.append((at, stop))
        elif sign == "]":
            state.close(at, stop)
        elif sign == "&":
            state.entity(at, match[0])
        elif sign == "<":
            state.tag(at, stop, match[0])
    return marks


class _State:
    """What is open while the tokens go by."""

    def __init__(self, text: str, marks: Marks) -> None:
        self.text, self.marks = text, marks
        self.brackets: list[tuple[int, int]] = []  # `[` or `![` still unclosed
        self.anchors: list[tuple[int, Span]] = []  # where an open link's label begins, and its address
        self.star = -1  # a lone `*` that may open emphasis

    def stars(self, start: int, end: int) -> None:
        """Two or more are always marks; a lone one only with its partner in the same paragraph."""
        text, blanks = self.text, self.marks.blanks
        if end - start > 1:
            blanks.append((start, end))
            return
        opener = self.star
        if opener >= 0 and not text[start - 1].isspace() and start - opener < _LONGEST_EMPHASIS:
            self.star = -1
            if text.find("\n\n", opener, start) < 0:
                blanks += ((opener, opener + 1), (start, end))
                return
        if end < len(text) and not text[end].isspace():
            self.star = start

    def underscores(self, start: int, end: int) -> None:
        """Marks unless inside a word or a line to fill in: `_so_`, but not `snake_case` or `Name: ____`."""
        text = self.text
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        inside = before.isalnum() and after.isalnum()
        if not inside and (end - start < 3 or not (before.isspace() and after.isspace())):
            self.marks.blanks.append((start, end))

    def close(self, start: int, end: int) -> None:
        """`]`: with an address behind it the link or image that the innermost `[` began."""
        if not self.brackets:
            return
        opened, label = self.brackets.pop()
        if end == start + 1 or start - opened > _LONGEST_LABEL or self.text.find("\n\n", opened, start) >= 0:
            return
        if self.text[opened] == "!":
            self.marks.blanks.append((opened, end))
            return
        self.marks.blanks.extend(((opened, label), (start, end)))
        self.marks.links.append(Link(Span(label, start), _address(self.text, start + 2, end - 1)))

    def tag(self, start: int, end: int, tag: str) -> None:
        """A tag is blanked whole, an address loses only its brackets, an unknown name stays text."""
        if _BRACKETED.fullmatch(tag):
            inner = Span(start + 1, end - 1)
            self.marks.blanks.extend(((start, start + 1), (end - 1, end)))
            self.marks.links.append(Link(inner, inner))
            return
        named = _TAG_NAME.match(tag)
        if named and named[1].lower() not in HTML_TAGS:
            return
        self.marks.blanks.append((start, end))
        if named and named[1] in ("a", "A"):
            self._anchor(start, end, tag)

    def _anchor(self, start: int, end: int, tag: str) -> None:
        if tag[1] == "/":
            if self.anchors:
                label, url = self.anchors.pop()
                self.marks.links.append(Link(Span(label, start), url))
            return
        href = _HREF.search(tag)
        if href and href.lastindex:
            begins, ends = href.span(href.lastindex)
            self.anchors.append((end, Span(start + begins, start + ends)))

    def entity(self, start: int, entity: str) -> None:
        meant = unescaped(entity)
        if meant == entity:
            return
        end = start + len(entity)
        self.marks.blanks.append((start, end))
        if len(meant) == 1 and not meant.isspace():
            # a currency sign belongs to the figure behind it, everything else to the word before
            self.marks.stand_ins.append((end - 1 if meant in "$£€¥" else start, fold(meant)))


def _address(text: str, start: int, end: int) -> Span:
    """The address itself in `( <address> "title" )`."""
    inner = text[start:end]
    lead = len(inner) - len(inner.lstrip(" \t<"))
    stop = lead
    closed = ">" if inner[:lead].endswith("<") else None
    while stop < len(inner) and not (inner[stop] == closed if closed else inner[stop].isspace()):
        stop += 1
    return Span(start + lead, start + stop)


# --- the view -------------------------------------------------------------------------------------


def render(
    text: str, start: int, blanks: Iterable[tuple[int, int]] = (), markup: Markup = "markdown"
) -> tuple[str, tuple[Link, ...]]:
    """The view of a text and its links in reading order.

    Before `start` (a header) nothing is blanked. `blanks` are the marks that the reader of the blocks found:
    bullets, `#`, `>`, table borders.
    """
    marks = inline_marks(text, start, len(text), markup)
    plain = fold(blanked(text, [*blanks, *marks.blanks]))
    if marks.stand_ins:
        characters = list(plain)
        for at, meant in marks.stand_ins:
            characters[at] = meant
        plain = "".join(characters)
    return plain, tuple(sorted(marks.links))


_SPACES = " " * 64


def blanked(text: str, blanks: list[tuple[int, int]]) -> str:
    """The text with some spans blanked; newlines stay, so that lines are lines in the view too."""
    blanks.sort()
    pieces, at = [], 0
    for start, end in blanks:
        if start < at:
            start = at
            if end <= at:
                continue
        pieces.append(text[at:start])
        length = end - start
        if text.find("\n", start, end) >= 0:
            pieces.append("\n".join([" " * len(line) for line in text[start:end].split("\n")]))
        else:
            pieces.append(_SPACES[:length] if length <= 64 else " " * length)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


# --- a quote as a reader sees it ------------------------------------------------------------------

_MARKED = lazy(r"[\\`*_\[\]<&~|#>" + INVISIBLE + "]")
_TAGS_AND_ENTITIES = lazy(rf"<!--(?:[^-]|-(?!->)){{0,4000}}-->|{TAG}|{ENTITY}", re.VERBOSE)


def clean(document: Document, span: Span) -> str:
    """The source's words of a span as a reader sees them: no markup, blanks collapsed, typography kept."""
    start, end = span
    if document.text.startswith(";", start) and document.view[start : start + 1] in "$£€¥":
        start = document.text.rfind("&", 0, start)  # it begins at the end of the sign's entity
    return words(document.text[start:end], document.view[start:end])


def words(text: str, seen: str) -> str:
    """As `clean`, of a piece of a text and the view of it."""
    if text != seen and (_MARKED.search(text) or seen.lstrip() != seen):
        text = "".join(_visible(text, seen))
    return " ".join(text.split())


def _visible(text: str, seen: str) -> Iterator[str]:
    """Pieces of the text without what is blank in the view; tags and entities by what they mean."""
    at = 0
    if "<" in text or "&" in text:
        for match in _TAGS_AND_ENTITIES.finditer(text):
            start, end = match.span()
            yield _kept(text, seen, at, start)
            yield _meaning(match[0], seen[start:end])
            at = end
    yield _kept(text, seen, at, len(text))


def _kept(text: str, seen: str, start: int, end: int) -> str:
    pairs = zip(text[start:end], seen[start:end], strict=True)
    return "".join(
        [a if b != " " or a.isspace() else " " if a == "|" else "" for a, b in pairs if a not in INVISIBLE]
    )


def _meaning(mark: str, seen: str) -> str:
    """A blanked tag is nothing inside a word and a blank elsewhere; what the view left standing is text."""
    if mark[0] == "&":
        return unescaped(mark)
    if seen.strip():
        return seen.strip()
    named = _TAG_NAME.match(mark)
    return "" if named and named[1].lower() in INLINE_TAGS else " "
