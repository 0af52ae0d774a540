"""Undoes mojibake: UTF-8 that was once read as Windows-1252 (or Latin-1) or as Mac Roman and saved so.

The evidence is the whole document's. `‚Äô` can be nothing but a damaged apostrophe; once one such run has
shown how the document was damaged, the short runs that prove nothing by themselves (`¬∑`) are undone the same
way. What looks damaged but may be everyday typography (`l’été`, `CAFÉ™`) proves nothing and is left alone.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .patterns import lazy

MAX_NESTING = 3
"""How often one text is undone: text damaged twice is met in the wild, more often only in jokes."""

PROOF = 6
"""Weight of evidence that stands alone: one run of three bytes, or three of two (see `Misreading.weigh`)."""


def repair_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """The text as it was before the damage, and what was undone, last damage first (`mojibake:macroman`, …).

    Text without proof of damage comes back as it is, with `()`. It must hold no lone surrogates.
    """
    undone: list[str] = []
    while len(undone) < MAX_NESTING and (clusters := _clusters(text)):
        misreading = _misreading_of(text, clusters)
        if misreading is None:
            break
        text = misreading.undo(text)
        undone.append(f"mojibake:{misreading.name}")
    return text, tuple(dict.fromkeys(undone))


# --- what undamaged characters are worth as evidence --------------------------------------------------------

_SURE = lazy(
    "["
    "\u2000-\u206f\u20a0-\u20c0"  # quotes, dashes, bullets, joiners, €
    "\u2100-\u2335\u237b-\u23ff\u2460-\u27bf\u2900-\u297f\u2b00-\u2bff"  # ™, fractions, arrows, symbols
    "\ufe0f\ufeff\ufffd"  # emoji selector, byte order mark, a sign lost before
    "\uf020-\uf0ff\uf8ff"  # private use: bullets of the Symbol font, Apple's sign
    "\U0001d400-\U0001d7ff\U0001f000-\U0001faff\U000e0020-\U000e007f"  # letters for show, emoji, flags
    "]"
)
"""Characters of three and four bytes that posts are full of, whose damaged form nobody writes on purpose."""

_LATIN = lazy(
    "["
    "\u00a0-\u017f\u0192\u0218-\u021b\u02c6\u02dc"  # letters and signs of European languages
    "\u0300-\u0304\u0306-\u030c\u0323\u0327\u0328"  # combining accents
    "\u1e9e\u1ea0-\u1ef9"  # ẞ, Vietnamese
    "]+"
)

_OTHER_SCRIPTS = lazy(
    "["
    "\u0080-\u024f\u0386-\u03ce\u0401-\u045f\u0490\u0491\u05d0-\u05ea\u0600-\u064a"  # C1 to Arabic
    "\u0900-\u0e7f\u10d0-\u11ff\u1e00-\u1fff\u2c60-\u2c7f"  # Indic, Thai, Georgian, Hangul, polytonic Greek
    "\u2e80-\u2fdf\u3000-\u30ff\u3130-\u318f\u3200-\u9fff"  # CJK
    "\uac00-\ud7a3\uff00-\uffef\U00020000-\U0003134f"
    "]+"
)
"""What else may stand in a post."""

_OPENING = frozenset("‘“‚„‹«")
_TYPOGRAPHY = _OPENING | frozenset("’”›»–—…•·™®€¹²³°\u00a0\u00ad")
"""What may follow an accented letter in clean text: „Spaß“, CAFÉ™, *équité »*."""

_FOREIGN = lazy(r"[^\x00-\x7f]+")
_ASCII = bytes(range(128))
_BLANKED_ASCII = bytes(byte if byte > 127 else 32 for byte in range(256))


@dataclass(frozen=True)
class Misreading:
    """A one-byte encoding that UTF-8 was taken for: which byte each character stood for, what that says."""

    name: str
    byte_of: dict[int, int]  # code point → byte; several code points may mean one byte
    telling: str  # characters for the bytes C2 and C3 that nobody writes before a continuation
    typographic: str  # leads that stand before a letter in clean text
    lost: tuple[tuple[str, str], ...]  # pattern (TRAIL: any trail) → the run with its lost byte put back

    def _characters(self, first: int, last: int) -> str:
        return "".join(chr(point) for point, byte in self.byte_of.items() if first <= byte <= last)

    @cached_property
    def leads(self) -> frozenset[str]:
        """Characters that stand for the first byte of a UTF-8 sequence."""
        return frozenset(self._characters(0xC2, 0xF4))

    @cached_property
    def trails(self) -> frozenset[str]:
        """Characters that stand for its other bytes."""
        return frozenset(self._characters(0x80, 0xBF))

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """Neighbours that have the shape of UTF-8 sequences; compiled when the first post needs it."""
        spans = ((0x80, 0xBF), (0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
        trail, two, three, four = (f"[{re.escape(self._characters(*span))}]" for span in spans)
        return lazy(f"(?:{two}{trail}|{three}{trail}{{2}}|{four}{trail}{{3}})+")

    @cached_property
    def _lost(self) -> list[tuple[re.Pattern[str], str]]:
        trail = f"[{re.escape(self._characters(0x80, 0xBF))}]"
        return [(lazy(broken.replace("TRAIL", trail)), whole) for broken, whole in self.lost]

    def back(self, raw: str) -> str | None:
        """What damaged characters were before, `None` where they can be no UTF-8."""
        try:
            return bytes([self.byte_of[ord(char)] for char in raw]).decode()
        except (KeyError, UnicodeDecodeError):
            return None

    def fits(self, text: str) -> bool:
        """Whether all that is not ASCII would be UTF-8 again: then the whole text was damaged."""
        return all(self.back(raw) is not None for raw in set(_FOREIGN.findall(text)))

    def undo(self, text: str) -> str:
        """The exact inverse where the whole text allows it, else of the damaged runs only."""
        for broken, whole in self._lost:
            text = broken.sub(whole, text)
        if self.fits(text):
            return _FOREIGN.sub(lambda run: self.back(run[0]) or "", text)
        return self.runs.sub(self._undo_run, text)

    def _undo_run(self, run: re.Match[str]) -> str:
        weight = self.weigh(run)
        return run[0] if weight is None or weight < 0 else self.back(run[0]) or run[0]

    def weigh(self, run: re.Match[str]) -> int | None:
        """How much a run says for the damage (against it: below 0); `None` where it may be clean."""
        raw, meant = run[0], self.back(run[0])
        if meant is None:
            return -2
        if _SURE.search(meant):
            return PROOF
        if len(meant) == 1 and self._may_be_clean(run, meant):
            return None
        if _LATIN.fullmatch(meant):
            return self._weigh_latin(run, len(meant))
        if not _OTHER_SCRIPTS.fullmatch(meant):
            return -2
        by_chance = len(raw) == 2 or (len(meant) == 1 and raw[0] == "„")  # „Äß“
        return 0 if by_chance else 2 * len(meant)

    def _may_be_clean(self, run: re.Match[str], meant: str) -> bool:
        """Whether a run of one character could be a sign before a letter, or a letter before a sign."""
        raw, before, after = run[0], *_neighbours(run)
        if raw[0] in self.typographic:
            return raw[0] != "≈" or not raw[1].isalpha()
        if raw[0] == "√":
            return raw[1] in "±∞" and not before.isalpha() and not after.isalpha()
        if raw[0] == "Â" or not raw[0].isalpha():
            return False
        if meant.islower() and _within_capitals(run):  # IRÃ¹ has a footnote
            return True
        if not _TYPOGRAPHY.issuperset(raw[1:]):
            return False
        if len(raw) > 2:
            return True
        if raw[1] in _OPENING and (raw[0] == "Ã" or after.isalpha()):  # SÃ“, cÅ“ur: no quotation opens there
            return False
        if raw[0] == "Ã":  # AMANHÃ” is Portuguese
            return not meant.islower() and before.isupper() and (raw[1] == "’" or not after.isalpha())
        return not before.islower()

    def _weigh_latin(self, run: re.Match[str], length: int) -> int:
        """`Ã©` and `√©` are proof alone; after a capital and before a blank `Ã“` may be a quotation's."""
        raw, before, after = run[0], *_neighbours(run)
        if raw[0] in self.telling and (raw[1] not in _TYPOGRAPHY or raw[1] in "¹²³"):
            return PROOF
        if length == 1 and raw[1] in _OPENING and before.isupper() and not after.isalpha():
            return 0
        return 2 * length


def _neighbours(run: re.Match[str]) -> tuple[str, str]:
    text, start, end = run.string, *run.span()
    return text[max(start - 1, 0) : start], text[end : end + 1]


def _within_capitals(run: re.Match[str]) -> bool:
    before = run.string[max(run.start() - 2, 0) : run.start()]
    return len(before) == 2 and before.isalpha() and before.isupper()


# --- the evidence of a document -----------------------------------------------------------------------------


def _clusters(text: str) -> str:
    """Its distinct stretches of neighbouring non-ASCII characters, if any could be damaged; mostly none."""
    utf8 = text.encode()
    present = set(utf8.translate(None, _ASCII).decode())
    if all(one.leads.isdisjoint(present) or one.trails.isdisjoint(present) for one in MISREADINGS):
        return ""
    stretches = set(utf8.translate(_BLANKED_ASCII).split())
    return b" ".join(stretch for stretch in stretches if len(stretch) > 3).decode()


def _misreading_of(text: str, clusters: str) -> Misreading | None:
    """How the text was misread, where that is proven: what explains all of it first, then what most."""
    suspects = [one for one in MISREADINGS if one.runs.search(clusters)]
    weights = {one.name: sum(one.weigh(run) or 0 for run in one.runs.finditer(text)) for one in suspects}
    suspects = [one for one in suspects if weights[one.name] > 0]
    suspect = max(suspects, key=lambda one: (one.fits(text), weights[one.name]), default=None)
    if suspect is None or weights[suspect.name] >= PROOF or _looks_bad(text, suspect):
        return suspect
    return None


def _looks_bad(text: str, suspect: Misreading) -> bool:
    """Whether a line with one of the few short runs looks damaged to ftfy, and less so once undone."""
    from ftfy.badness import badness  # a tenth of a second to import, and hardly any post comes here

    return any(badness(line) > badness(suspect.undo(line)) for line in _lines_with_runs(text, suspect))


def _lines_with_runs(text: str, suspect: Misreading) -> Iterator[str]:
    end = 0
    for run in suspect.runs.finditer(text):
        if run.start() >= end and (suspect.weigh(run) or 0) > 0:
            start, end = text.rfind("\n", 0, run.start()) + 1, text.find("\n", run.end())
            end = end if end >= 0 else len(text)
            yield text[start:end]


# --- the two misreadings ------------------------------------------------------------------------------------


def _byte_of(encoding: str, *aliases: tuple[int, int]) -> dict[int, int]:
    upper = range(0x80, 0x100)
    table = {ord(char): byte for byte in upper if (char := bytes([byte]).decode(encoding, "ignore"))}
    return table | dict(aliases)


MISREADINGS = (
    Misreading(
        "cp1252",
        # C1 controls stand for themselves: so they do in Latin-1, and where Windows-1252 defines nothing.
        _byte_of("cp1252", *((byte, byte) for byte in range(0x80, 0xA0))),
        telling="ÂÃ",
        typographic="",
        lost=(
            ("â€(?:\ufffd|(?!TRAIL))", "â€\x9d"),  # ”, the only common one of five
            ("ï¸(?:\ufffd|(?!TRAIL))", "ï¸\x8f"),  # the emoji selector
            ("â—(?:\ufffd|(?!TRAIL))", "â—\x8f"),  # ●
            (r"Â(?=[ \t\n]|$)", ""),  # a no-break space that was trimmed or made a plain one
            (r"(?<![A-ZÀ-Þ])Ã(?: {1,2}|(?=\n|$))", "Ã\u00a0 "),  # à, whose second half was taken for a blank
        ),
    ),
    Misreading(
        "macroman",
        # Two signs that other tables put elsewhere: Ohm for Omega, Delta for increment.
        _byte_of("mac_roman", (0x2126, 0xBD), (0x0394, 0xC6)),
        telling="¬√",
        typographic="‘’“”‹›«»–—…≈\u00a0",
        lost=(("(?<!\uf8ff)ü(?=TRAIL{2})", "\uf8ffü"),),  # an emoji without Apple's sign for its first byte
    ),
)
