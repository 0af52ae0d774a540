"""Reads the vocabulary's own files, plainly: `importlib.resources` alone takes longer to import than all of them."""
from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def bytes_of(name: str) -> bytes:
    """The bytes of `vocab/<name>`."""
    return (FOLDER / name).read_bytes()


def text_of(name: str) -> str:
    """Its text, with one kind of newline."""
    return bytes_of(name).decode("utf-8").replace("\r\n", "\n")


def table_of(name: str) -> dict[str, Any]:
    """What a TOML file holds; few posts need one, so its reader is imported then."""
    import tomllib

    return tomllib.loads(text_of(name))
