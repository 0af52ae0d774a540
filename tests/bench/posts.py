"""The posts that are measured: a folder's, or the samples under other titles."""
from __future__ import annotations

import random
import re
from itertools import cycle
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"

ROLES = ("Data Engineer", "Nurse", "Tiler", "Account Manager", "Backend Developer", "Bus Driver", "Chemist", "Editor")
"""Titles that the copies get."""

MIXED = 8
"""Paragraphs that a copy gets from other samples: real posts are longer than samples."""

_TITLE = re.compile(r"^(title: |# |Job Title: )[^\n]+", re.MULTILINE)


def files(folder: Path) -> list[Path]:
    """The posts of a folder, by name."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def made(target: Path, count: int) -> list[Path]:
    """`count` posts made of the samples: other titles, paragraphs of other samples. The same ones every time."""
    texts = [path.read_text("utf-8", "replace") for path in _samples()]
    paragraphs = (piece for text in texts for piece in text.split("\n\n"))
    pieces = [piece for piece in paragraphs if 80 < len(piece) < 900 and not piece.startswith(("---", "<"))]
    choose = random.Random(11)
    target.mkdir(parents=True, exist_ok=True)
    found = []
    for number, text in zip(range(count), cycle(texts)):
        role = f"{choose.choice(ROLES)} {number}"
        text = _TITLE.sub(lambda match, role=role: match[1] + role, text, count=1)  # type: ignore[misc]
        text += "\n\n" + "\n\n".join(choose.sample(pieces, min(MIXED, len(pieces)))) + f"\n\nReference {number}\n"
        path = target / f"{number:06}.md"
        path.write_text(text, "utf-8")
        found.append(path)
    return found


def _samples() -> list[Path]:
    return [path for path in files(SAMPLES) if not path.name.endswith((".expected.json", ".json", ".html"))]


def repeated(originals: list[Path], target: Path, times: int) -> int:
    """Copies of posts under other names, each with a line of its own; gives how many there are."""
    number = 0
    for turn in range(times):
        folder = target / f"{turn:04}"
        folder.mkdir(parents=True, exist_ok=True)
        for path in originals:
            (folder / f"{number:07}{path.suffix}").write_bytes(path.read_bytes() + f"\n\nReference {number}\n".encode())
            number += 1
    return number
