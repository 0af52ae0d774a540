"""JSON lines, and JSON arrays too big to be read whole: one object a row, read one at a time."""
from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..formats.jsonpost import CannotRead, load
from ..sources import MAX_SIZE
from . import Open, Raw, Slice
from .streams import with_head

NESTED = True

_HEAD = 4096
_CHUNK = 1 << 16
"""Characters of an array that are read at a time."""


def read(name: str, open: Open, part: Slice) -> Iterator[Raw]:
    """The rows of a slice: of JSON lines by line, of an array by element. Raises CannotOpen."""
    with open() as stream:
        head, stream = with_head(stream, _HEAD)
        start = head.removeprefix(codecs.BOM_UTF8).lstrip()
        if start.startswith(b"["):
            yield from _elements(stream, part)
        elif start.startswith(b"{") and not _is_lines(head):
            yield from _whole(stream, part)
        else:
            yield from _lines(stream, part)


def _is_lines(head: bytes) -> bool:
    """Whether the first line is an object, or so long that it can be nothing else."""
    first, newline, _ = head.lstrip().partition(b"\n")
    return not newline or first.rstrip().endswith(b"}")


def _lines(stream: BinaryIO, part: Slice) -> Iterator[Raw]:
    number = 0
    while (part.stop is None or number < part.stop) and (line := stream.readline(MAX_SIZE)):
        number += 1
        too_long = len(line) == MAX_SIZE and not line.endswith(b"\n")
        if too_long:
            while (more := stream.readline(MAX_SIZE)) and not more.endswith(b"\n"):
                pass
        if number > part.start and line.strip():
            yield Raw(number, _too_long() if too_long else _cells(_characters(line)), len(line))


def _too_long() -> str:
    return f"is longer than the {MAX_SIZE / 1e6:g} MB that are read; split it"


def _characters(line: bytes) -> str:
    return line.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")


def _cells(text: str) -> dict[str, Any] | str:
    try:
        loaded = load(text)
    except CannotRead as error:
        return f"cannot be read: {error}; repair the line"
    return loaded if isinstance(loaded, dict) else "is no JSON object; a row is {\"column\": value, …}"


def _whole(stream: BinaryIO, part: Slice) -> Iterator[Raw]:
    """One object over many lines: a post, or an export with its list of posts in it."""
    from ..formats.jsonpost import records

    data = stream.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        yield Raw(1, f"is one object of more than {MAX_SIZE / 1e6:g} MB; write its posts as JSON lines", len(data))
        return
    try:
        found = records(_characters(data))
    except CannotRead as error:
        yield Raw(1, f"cannot be read: {error}; repair the file", len(data))
        return
    for number, record in enumerate(found, 1):
        if part.start < number and (part.stop is None or number <= part.stop):
            yield Raw(number, record, len(data) // len(found))


def _elements(stream: BinaryIO, part: Slice) -> Iterator[Raw]:
    """The objects of an array; what cannot be read ends it."""
    text = codecs.getreader("utf-8")(stream, "surrogateescape")
    decoder = json.JSONDecoder(strict=False)
    held = text.read(_CHUNK).lstrip("\ufeff \t\r\n").removeprefix("[")
    number = 0
    while part.stop is None or number < part.stop:
        held = held.lstrip(" \t\r\n,")
        if held.startswith("]"):
            return
        end = _end(decoder, held)
        if end:
            number += 1
            if number > part.start:
                yield Raw(number, _cells(held[:end]) if end <= MAX_SIZE else _too_long(), end)
            held = held[end:]
        elif len(held) <= MAX_SIZE and (more := text.read(max(_CHUNK, len(held)))):
            held += more  # twice as much: it is tried again a few times only
        else:
            yield Raw(number + 1, "is no well-formed JSON, nor can what follows be read; repair the file", 0)
            return


def _end(decoder: json.JSONDecoder, text: str) -> int:
    """Where the first value of a text ends, 0 where it is cut off or broken."""
    try:
        return decoder.raw_decode(text)[1]
    except (ValueError, RecursionError):
        return 0


def count(name: str, open: Open) -> int:
    """Rows of a table; of JSON lines its lines. Raises CannotOpen."""
    with open() as stream:
        head, stream = with_head(stream, _HEAD)
        if head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[") or not _is_lines(head):
            return max((raw.number for raw in read(name, open, Slice())), default=0)
        lines, last = 0, b"\n"
        while chunk := stream.read(1 << 20):
            lines, last = lines + chunk.count(b"\n"), chunk[-1:]
        return lines + (last != b"\n")
