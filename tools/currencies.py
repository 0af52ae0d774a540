"""Write `jobparse/vocab/currencies.txt` from CLDR: signs, names and countries of the money in use today.

    python tools/currencies.py

Needs Babel (which carries CLDR); jobparse itself does not.
"""
from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import babel
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_currency_name, get_currency_symbol

TARGET = Path(__file__).parent.parent / "jobparse" / "vocab" / "currencies.txt"
LANGUAGES = ("en", "de", "fr", "es", "pt")  # names of these languages are read in posts
PLURALS = (1, 2)
NOT_MONEY = {  # units of account
    "XDR", "XSU", "XUA", "CHE", "CHW", "CLF", "COU", "UYW", "MXV", "USN", "UYI", "BOV", "CNH", "CUC",
}
HEAD = """\
# Money in use today. Written by tools/currencies.py from CLDR as carried by Babel {version}
# (Unicode licence v3).
# Not edited by hand: signs and words that CLDR lacks stand in pay.toml.
#
# code | signs | names in English, German, French, Spanish, Portuguese | countries
# A sign that several currencies bear (`$`, `kr`) stands in each of their lines; the country then decides.
"""


def countries_by_code() -> dict[str, list[str]]:
    """Currency code → territories in which it is legal tender now."""
    found: dict[str, list[str]] = defaultdict(list)
    for territory, periods in sorted(get_global("territory_currencies").items()):
        for code, _start, end, tender in periods:
            if len(territory) == 2 and end is None and tender and code not in NOT_MONEY:
                found[code].append(territory)
    return found


def locales(territories: list[str]) -> list[Locale]:
    """The locales of the languages that are official where a currency is used, and of the five languages."""
    tags = [*LANGUAGES, *(f"{lang}_{t}" for t in territories for lang in get_official_languages(t))]
    found = []
    for tag in dict.fromkeys(tags):
        try:
            found.append(Locale.parse(tag))
        except (UnknownLocaleError, ValueError):
            continue
    return found


def signs(code: str, territories: list[str]) -> list[str]:
    """Signs with a character that is no letter (`CA$`, `€`); pay.toml has abbreviations such as `kr`."""
    found = (get_currency_symbol(code, locale).strip("\u200e\u200f ") for locale in locales(territories))
    return [sign for sign in dict.fromkeys(found) if is_sign(sign)]


def is_sign(text: str) -> bool:
    latin = not re.search(r"[^\W\d_a-zA-Z]", text)
    return latin and any(unicodedata.category(character) == "Sc" for character in text)


def names(code: str) -> list[str]:
    seen = dict.fromkeys(get_currency_name(code, n, lang).lower() for lang in LANGUAGES for n in PLURALS)
    return [name for name in seen if name != code.lower()]


def main() -> None:
    lines = []
    for code, territories in sorted(countries_by_code().items()):
        parts = (code, " ".join(signs(code, territories)), "; ".join(names(code)), " ".join(territories))
        lines.append(" | ".join(parts))
    TARGET.write_text(HEAD.format(version=babel.__version__) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
