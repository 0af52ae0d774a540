"""This machine: sources in, results or failures out, in order; in this process, or in as many as there are cores."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..decoding import NotText
from ..formats import CannotRead
from ..limits import MOST_TEXT
from ..record import JobPost
from ..sources import MAX_SIZE, Failure, Source

if TYPE_CHECKING:
    from ..parser import Reading

T = TypeVar("T")

ALONE = 64
"""Files that this process parses before it asks others to help: starting them would take longer than these, and meanwhile
all is loaded that they then share."""


class Options(NamedTuple):
    """What a person may ask for, beside the paths: see `parser.parse_file`.

    `skills` names a vocabulary file; `max_size` is in bytes a file.
    """

    format: str | None = None
    country: str | None = None
    jobs: int = 1
    skills: str | None = None
    max_text: int = MOST_TEXT
    max_size: int = MAX_SIZE


def parse(sources: Iterable[Source | Failure], options: Options) -> Iterator[JobPost | Failure]:
    """Each source's records, or why there are none; a list of posts in one file gives one record each."""
    return results(sources, options, _itself)


def _itself(post: JobPost) -> JobPost:
    return post


def results(
    sources: Iterable[Source | Failure], options: Options, render: Callable[[JobPost], T]
) -> Iterator[T | Failure]:
    """What `render` makes of each record, in the order of the sources.

    With more than one job `render` runs in the workers, so that only its result travels: it must be picklable, as
    its result must be.
    """
    left = iter(sources)
    jobs = options.jobs
    for source in left if jobs == 1 else islice(left, ALONE):
        yield from one(source, options, render)
    further = next(left, None)
    if further is not None:
        from .pool import results as shared

        yield from shared(chain((further,), left), options, render)


def one(source: Source | Failure, options: Options, render: Callable[[JobPost], T]) -> Iterator[T | Failure]:
    """What a source gives, or why it gives nothing."""
    if isinstance(source, Failure):
        yield source
        return
    try:
        for reading in _readings(source, options):
            yield render(reading.post)
    except (NotText, CannotRead) as error:
        yield Failure(source.name, str(error))
    except MemoryError:
        yield Failure(source.name, "needs more memory than there is; parse it by itself, or make it smaller")
    except Exception as error:  # one bad file must not cost a person the others
        import traceback

        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}: {error}, {Path(last.filename).name}:{last.lineno}"
        yield Failure(source.name, f"cannot be parsed for a defect of this program ({where}); please report this post")


def _readings(source: Source, options: Options) -> Iterable[Reading]:
    from ..parser import read_many, read_row

    if source.row is not None:
        return (read_row(source.name, *source.row, options.country, options.max_text),)
    form, country, most = options.format, options.country, options.max_text
    return read_many(source.data, name=source.name, format=form, country=country, max_text=most)


def cores() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
