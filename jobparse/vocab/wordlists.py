"""Small word lists by heading: `[name]` lines open a list, every other line is one entry of it."""
from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `vocab/<name>.txt`, heading → entries in order, lower-cased; `#` begins a comment line."""
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            entries.append(line.lower())
    return {heading: tuple(words) for heading, words in found.items()}
