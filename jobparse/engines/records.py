"""Posts, or the records that an earlier `extract` made of them: told apart by content, streamed either way."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from .. import sources
from ..record import SCHEMA_VERSION, JobPost
from ..sources import Failure
from ..standard import standard_input
from . import inputs, local, parquet
from .folder import Manifest, manifest

_PEEK = 256
"""Bytes that are looked at to tell records from posts."""


def read(paths: Iterable[str], options: local.Options, output: str | None = None) -> Iterator[JobPost | Failure]:
    """Records of all paths, in order: read where a file holds records, parsed where it holds a post."""
    for path in paths:
        if path == sources.STDIN:
            yield from _stdin(options)
        elif (parts := manifest(Path(path))) is not None:
            yield from _parts(path, parts)
        elif path.endswith(".parquet") and (found := parquet.records(path)) is not None:
            yield from (_decoded(_DECODER, line, f"{path}:{number}") for number, line in enumerate(found, 1))
        elif _holds_records(path):
            with Path(path).open("rb") as stream:
                yield from _records(path, stream)
        else:
            yield from local.parse(inputs.find([path], max_size=options.max_size, output=output), options)


def _parts(folder: str, whole: Manifest) -> Iterator[JobPost | Failure]:
    """The records of a folder that a run on a cluster wrote."""
    if whole.format not in _PARTS:
        yield Failure(folder, f"holds {whole.format}, not whole records; run extract with --format jsonl")
        return
    if not whole.complete:
        yield Failure(folder, "is not complete; start its extract again to go on")
    for part in whole.parts:
        path = Path(folder) / part["name"]
        if whole.format == "parquet":
            for number, line in enumerate(parquet.records(str(path)) or (), 1):
                yield _decoded(_DECODER, line, f"{path}:{number}")
        else:
            with path.open("rb") as stream:
                yield from _lines(str(path), stream)


_PARTS = ("jsonl", "parquet")
_DECODER = msgspec.json.Decoder(JobPost)


def _holds_records(path: str) -> bool:
    """Whether a regular file begins as our records do."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            return sources.holds_records(stream.read(_PEEK))
    except OSError:
        return False  # `sources` will say what is wrong with it


def _stdin(options: local.Options) -> Iterator[JobPost | Failure]:
    stream: Any = standard_input()
    head = stream.peek(_PEEK) if hasattr(stream, "peek") else b""
    if sources.holds_records(head):
        yield from _records(sources.STDIN, stream)
    else:
        yield from local.parse(sources.find([sources.STDIN], max_size=options.max_size), options)


def _records(name: str, stream: BinaryIO) -> Iterator[JobPost | Failure]:
    """One record a line; a JSON array, or one record over many lines, is read whole."""
    first = stream.readline()
    if not first.rstrip().endswith(b"}"):
        yield from _whole(name, first + stream.read())
        return
    yield from _lines(name, chain((first,), stream))


def _lines(name: str, lines: Iterable[bytes]) -> Iterator[JobPost | Failure]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decoded(_DECODER, line, f"{name}:{number}")


def _decoded(decoder: msgspec.json.Decoder[JobPost], line: bytes, name: str) -> JobPost | Failure:
    try:
        post = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Failure(name, f"is no record of this program ({error}); run extract again")
    if post.schema_version != SCHEMA_VERSION:
        return Failure(name, f"is a record of version {post.schema_version}, not {SCHEMA_VERSION}; run extract again")
    return post


def _whole(name: str, data: bytes) -> Iterator[JobPost | Failure]:
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
            yield from msgspec.json.decode(data, type=list[JobPost])
        else:
            yield msgspec.json.decode(data, type=JobPost)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield Failure(name, f"is no list of records of this program ({error}); run extract again")
