"""`jobparse extract`: posts in, records out."""
from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from .failing import SOME_FAILED, USAGE, Stop, say
from .options import (
    chosen_fields,
    chosen_format,
    engines,
    given_paths,
    inputs,
    jobs_option,
    outputs,
    reading,
    results_to,
    tables,
    terminal,
    warn_of_formulas,
)
from .progress import Progress

if TYPE_CHECKING:
    from ..engines.local import Options
    from ..sources import Failure
    from ..tables import Wanted

T = TypeVar("T")


@click.command("extract")
@inputs
@tables
@outputs
@click.option("--update", is_flag=True, help="Parse only what changed since FILE (.jsonl) was written.")
@jobs_option
@engines
def command(
    paths: tuple[str, ...], source_format: str | None, country: str | None, skills: str | None,
    max_size: int | None, max_text: int | None, csv_safe: bool,
    text_field: str | None, id_field: str | None, meta_fields: str | None,
    output_format: str | None, fields: str | None, output: str | None, color: str, update: bool,
    jobs: int | None, engine: str, scheduler: str | None, part_size: int,
) -> None:
    """Turn posts into records: a table for you, JSON or CSV for other tools.

    PATHS are files, folders, globs, or - for standard input; also tables (.jsonl, .csv, .parquet, packed or not),
    of which each row is a post, and archives (.zip, .tar.gz).

    \b
    Examples:
      jobparse extract posts/
      jobparse extract posts/ --format jsonl | jq .salary
      jobparse extract posts/ --fields title,company,salary.min -o jobs.csv
      jobparse extract ads.jsonl.gz --text-field description -o jobs.jsonl
      jobparse extract posts/ -o jobs.jsonl --update
      jobparse extract 'ads/*.parquet' --engine dask -o records/
      pbpaste | jobparse extract - --format json
    """
    from ..engines import local
    from ..tables import Wanted

    names = chosen_fields(fields)
    wanted = Wanted(text_field, id_field, tuple(meta_fields.split(",")) if meta_fields is not None else None)
    options = reading(source_format, country, max_size, max_text, jobs=jobs or local.cores(), skills=skills)
    asked = Asked(given_paths(paths, output), wanted, options, names)
    if engine == "dask" or scheduler is not None:
        from .cluster import extract

        extract(asked, output, output_format, scheduler, part_size, update)
    elif update:
        _update(asked, output, chosen_format(output_format, output))
    else:
        _extract(asked, output, chosen_format(output_format, output), color, csv_safe)


class Asked(NamedTuple):
    """What a person asks for: posts, what a table's columns are, how to parse, which fields of the records."""

    paths: list[str]
    wanted: Wanted
    options: Options
    fields: tuple[str, ...] | None


def _extract(asked: Asked, output: str | None, form: str, color: str, csv_safe: bool) -> None:
    from ..engines import inputs, local
    from ..outputs import renderer, spreadsheet, writer

    screen = terminal(color, output)
    if form == "parquet" and screen.width is not None:
        raise Stop("--format parquet: is not for a terminal; add -o records.parquet")
    posts = inputs.find(asked.paths, asked.wanted, max_size=asked.options.max_size, tell=say, output=output)
    found = local.results(posts, asked.options, renderer(form, asked.fields))
    counts = Counts()
    with results_to(output) as stream:
        results = spreadsheet.Guard(writer(form, stream, asked.fields, screen), csv_safe, form)
        for post in counts.successes(found):
            results.write(post)
        results.close()
    warn_of_formulas(output, results.found)
    counts.finish()


def _update(asked: Asked, output: str | None, form: str) -> None:
    """As `_extract`, with what the last run wrote. Raises Stop where the output is no file of JSON lines."""
    from ..engines import fingerprint, inputs, update
    from ..outputs import renderer, writer

    if output in (None, "-") or form != "jsonl":
        raise Stop("--update: writes JSON lines to a file only; add -o records.jsonl")
    assert output is not None
    about = (asked.options._replace(jobs=1, skills=None), asked.fields, asked.wanted)
    ledger, counts = update.Ledger(output, fingerprint.of_run(asked.options.skills, about)), Counts()
    with contextlib.closing(ledger):
        with results_to(output) as stream:
            results = writer(form, stream, asked.fields)
            found = update.results(
                lambda known: inputs.find(
                    asked.paths, asked.wanted, max_size=asked.options.max_size, tell=say, known=known, output=output
                ),
                asked.options, renderer(form, asked.fields), ledger,
            )
            for post in counts.successes(found):
                results.write(post)
            results.close()
        ledger.commit()
    counts.finish(f" ({ledger.kept} sources unchanged)")


class Counts:
    """Counts posts and failures as they pass, and tells each failure at once."""

    def __init__(self) -> None:
        self.parsed = self.failed = 0
        self._progress = Progress()

    def successes(self, results: Iterable[T | Failure]) -> Iterator[T]:
        """The posts, or what was made of them, alone."""
        from ..sources import Failure, IsOutput

        try:
            for result in results:
                if isinstance(result, Failure):
                    self.failed += 1
                    self._progress.clear()
                    say(f"{result.name}: {result.reason}")
                else:
                    self.parsed += 1
                    yield result
                self._progress.tell(self.parsed + self.failed)
        except IsOutput as error:
            raise Stop(str(error)) from error
        finally:
            self._progress.clear()

    def finish(self, more: str = "") -> None:
        """The summary line, and the exit code where something failed. Raises Stop."""
        say(f"parsed {self.parsed}" + (f", failed {self.failed}" if self.failed else "") + more)
        if self.failed:
            raise Stop("", SOME_FAILED if self.parsed else USAGE)
        if not self.parsed:
            raise Stop("no posts found; give files or a folder that holds .md, .txt, .html or .json files")
