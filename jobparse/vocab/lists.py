"""Vocabulary files that are lists: words under headings in brackets."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_lists(name: str) -> dict[str, tuple[str, ...]]:
    """Heading → its entries, in the file's order, each once.

    A line is a comment (`# …`), a heading (`[seniors]`) or entries separated by commas. Raises ValueError
    with the
    line number where entries stand before any heading or a heading stands twice.
    """
    lists: dict[str, dict[str, None]] = {}
    current: dict[str, None] | None = None
    for number, line in enumerate(files(__package__).joinpath(name).read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            heading = line[1:-1].strip()
            if heading in lists:
                raise ValueError(
                    f"{name}:{number}: the heading {heading!r} stands twice; put the entries together"
                )
            current = lists[heading] = {}
        elif current is None:
            raise ValueError(f"{name}:{number}: {line!r} stands under no heading")
        else:
            current.update(dict.fromkeys(entry.strip() for entry in line.split(",") if entry.strip()))
    return {heading: tuple(entries) for heading, entries in lists.items()}
