"""A person's own skill vocabulary: taking it into the program's, and testing it."""
from __future__ import annotations

from pathlib import Path

from ..parser import parse_text
from ..vocab import skills


def take(name: str) -> None:
    """Add a file's entries to the vocabulary of this process. Raises VocabularyError, OSError."""
    entries = skills.read_file(Path(name))
    skills.use(skills.shipped().with_entries(entries))


def problems(name: str) -> tuple[list[str], int, int]:
    """What is wrong with a file (each with its line), how many entries and how many sentences it has."""
    try:
        entries = skills.read_file(Path(name))
    except skills.VocabularyError as error:
        return [str(error)], 0, 0
    except OSError as error:
        return [f"{name}: {error.strerror}; check the name"], 0, 0
    vocabulary = skills.shipped().with_entries(entries)
    found = [*skills.check(entries), *vocabulary.clashes]
    before = skills.current()
    skills.use(vocabulary)
    try:
        for entry in entries:
            found += [f"{entry.where}: 'yes' is not found: {text}" for text in entry.yes if not _names(text, entry.name)]
            found += [f"{entry.where}: 'no' is found: {text}" for text in entry.no if _names(text, entry.name)]
    finally:
        skills.use(before)
    return found, len(entries), sum(len(entry.yes) + len(entry.no) for entry in entries)


def _names(text: str, skill: str) -> bool:
    return any(found.name == skill for found in parse_text(text).skills)
