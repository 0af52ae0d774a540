"""This process: sources in, records or failures out, one at a time and in order."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..decoding import NotText
from ..formats import CannotRead
from ..record import JobPost
from ..sources import Failure, Source


class Options(NamedTuple):
    """What a person may ask for, beside the paths: see `parser.parse_file`."""

    format: str | None = None
    country: str | None = None


def parse(sources: Iterable[Source | Failure], options: Options) -> Iterator[JobPost | Failure]:
    """Each source's records, or why there are none; a list of posts in one file gives one record each."""
    for source in sources:
        if isinstance(source, Failure):
            yield source
        else:
            yield from parse_one(source, options)


def parse_one(source: Source, options: Options) -> Iterator[JobPost | Failure]:
    """A source's records, or why there are none."""
    from ..parser import read_many

    try:
        for reading in read_many(source.data, name=source.name, format=options.format, country=options.country):
            yield reading.post
    except (NotText, CannotRead) as error:
        yield Failure(source.name, str(error))
