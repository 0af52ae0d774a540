"""CSV and its like: commas, semicolons, tabs or bars, quoted fields over many lines, any encoding."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..encodings import read_characters, wide_encoding
from ..sources import MAX_SIZE
from . import Open, Raw, Slice
from .streams import packing, with_head

NESTED = False

_HEAD = 1 << 18
"""Bytes from which the encoding is told; a cut character at their end does no harm."""

_DELIMITERS = ",;\t|"


def read(name: str, open: Open, part: Slice) -> Iterator[Raw]:
    """The rows of a slice, the head not counted. Raises CannotOpen."""
    with open() as stream:
        head, stream = with_head(stream, _HEAD)
        encoding = _encoding(head)
        errors = "surrogateescape" if encoding == "utf-8" else "replace"
        text = io.TextIOWrapper(stream, encoding, errors, newline="")
        csv.field_size_limit(MAX_SIZE)
        reader = csv.reader(_lines(text), delimiter=_delimiter(name, head.decode(encoding, "replace")))
        yield from _rows(reader, part, encoding)


def _encoding(head: bytes) -> str:
    """How to read it. What is not UTF-8 by a few bytes is read as such: each cell is mended later."""
    return wide_encoding(head) or read_characters(head[: head.rfind(b"\n") + 1] or head).encoding


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """The lines, without a byte order mark and the line in which spreadsheets name the delimiter."""
    first = text.readline().removeprefix("\ufeff")
    if not (first.lower().startswith("sep=") and len(first.rstrip("\r\n")) == len("sep=;")):
        yield first
    yield from text


def _delimiter(name: str, head: str) -> str:
    """The sign that parts the names of the columns; a tab for `.tsv`."""
    if packing(name)[0].lower().endswith((".tsv", ".tab")):
        return "\t"
    first = head.removeprefix("\ufeff").lstrip("\r\n")
    if first.lower().startswith("sep="):
        return first[4]
    return max(_DELIMITERS, key=lambda sign: len(next(csv.reader(io.StringIO(first, newline=""), delimiter=sign), [])))


def _rows(reader: Iterator[list[str]], part: Slice, encoding: str) -> Iterator[Raw]:
    names: list[str] | None = None
    number = 0
    while part.stop is None or number < part.stop:
        try:
            row = next(reader, None)
        except csv.Error as error:
            number += 1
            if number > part.start:
                yield Raw(number, f"is no row of a table ({error}); is a quote in it never closed?", 0)
            continue
        if row is None:
            return
        if not row or row == [""]:
            continue
        if names is None:
            names = [name.strip() for name in row]
            continue
        number += 1
        if number > part.start:
            yield _raw(names, row, number, encoding)


def _raw(names: list[str], row: list[str], number: int, encoding: str) -> Raw:
    if len(row) != len(names):
        about = f"has {len(row)} cells where the head names {len(names)} columns; quote texts that hold the delimiter"
        return Raw(number, about, 0)
    cells: dict[str, str | None] = {}
    for name, value in zip(names, row, strict=True):
        cells.setdefault(name, value or None)
    return Raw(number, dict(cells), sum(map(len, row)) + len(row), encoding)


def count(name: str, open: Open) -> int:
    """Rows of a table. Raises CannotOpen."""
    last = 0
    for raw in read(name, open, Slice()):
        last = raw.number
    return last

