"""Lines of which a pin or a flag says that they name a place: `📍 Lyon`, `* 🇲🇽 Monterrey`."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy

_PIN = lazy(
    r"^[^\w\n📍\U0001f1e6-\U0001f1ff]{0,8}(?:📍|(?P<flag>[\U0001f1e6-\U0001f1ff]{2}))\ufe0f?[ \t]{1,4}(?P<value>[^\n:：]{2,80})$",
    re.MULTILINE,
)
_FLAGS = "\U0001f1e6".encode()[:3]
"""The bytes that all letters of flags begin with: looked for in a hundredth of the pattern's time."""
_LETTER_OF_FLAG = ord("\U0001f1e6") - ord("A")


def find_pins(text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Where what stands behind a pin or a flag begins and ends, and the flag's country (ISO 3166-1 alpha-2), if any."""
    if text.isascii() or not ("📍" in text or _FLAGS in text.encode(errors="replace")):
        return
    for match in _PIN.finditer(text, start, stop):
        yield *match.span("value"), "".join(chr(ord(letter) - _LETTER_OF_FLAG) for letter in match["flag"] or "")
