"""`jobparse extract`: posts in, records out."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click

from .failing import SOME_FAILED, USAGE, Stop, say
from .options import chosen_fields, chosen_format, given_paths, inputs, jobs_option, outputs, results_to, terminal

if TYPE_CHECKING:
    from ..sources import Failure

T = TypeVar("T")


@click.command("extract")
@inputs
@outputs
@jobs_option
def command(
    paths: tuple[str, ...], source_format: str | None, country: str | None,
    output_format: str | None, fields: str | None, output: str | None, color: str, jobs: int | None, skills: str | None,
) -> None:
    """Turn posts into records: a table for you, JSON or CSV for other tools.

    PATHS are files, folders, globs, or - for standard input.

    \b
    Examples:
      jobparse extract posts/
      jobparse extract posts/ --format jsonl | jq .salary
      jobparse extract posts/ --fields title,company,salary.min -o jobs.csv
      pbpaste | jobparse extract - --format json
    """
    from .. import sources
    from ..engines import local
    from ..outputs import renderer, writer

    names, form = chosen_fields(fields), chosen_format(output_format, output)
    options = local.Options(source_format, country, jobs or local.cores(), skills)
    found = local.results(sources.find(given_paths(paths)), options, renderer(form, names))
    counts = Counts()
    with results_to(output) as stream:
        results = writer(form, stream, names, terminal(color, output))
        for post in counts.successes(found):
            results.write(post)
        results.close()
    counts.finish()


class Counts:
    """Counts posts and failures as they pass, and tells each failure at once."""

    def __init__(self) -> None:
        self.parsed = self.failed = 0

    def successes(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """The posts, or what was made of them, alone."""
        from ..sources import Failure

        for result in results:
            if isinstance(result, Failure):
                self.failed += 1
                say(f"{result.name}: {result.reason}")
            else:
                self.parsed += 1
                yield result

    def finish(self) -> None:
        """The summary line, and the exit code where something failed. Raises Stop."""
        say(f"parsed {self.parsed}" + (f", failed {self.failed}" if self.failed else ""))
        if self.failed:
            raise Stop("", SOME_FAILED if self.parsed else USAGE)
        if not self.parsed:
            raise Stop("no posts found; give files or a folder that holds .md, .txt, .html or .json files")
