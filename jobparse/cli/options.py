"""Option sets that several commands share."""
from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from ..outputs import ENDINGS, OUTPUTS, Terminal
from .failing import Stop, say

if TYPE_CHECKING:
    from ..engines.local import Options

F = TypeVar("F", bound=Callable[..., Any])

INPUT_FORMATS = ("frontmatter", "markdown", "text", "html", "json")


def _country(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if len(value) != 2 or not value.isascii() or not value.isalpha():
        raise click.BadParameter(f"{value!r} is no ISO 3166-1 code; write two letters, such as US or DE")
    return value.upper()


country_option = click.option(
    "--country", metavar="XX", callback=_country,
    help="Country (ISO 3166-1) whose money a bare $ or kr is, and whose order of day and month.",
)
def _own_skills(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Take a person's own vocabulary into the program's, before anything is parsed."""
    if value is not None:
        from ..engines.vocabulary import take

        try:
            take(value)
        except OSError as error:
            raise Stop(f"--skills {value}: {error.strerror}; check the name") from error
        except ValueError as error:
            raise Stop(f"--skills: {error}") from error
    return value


vocabulary_option = click.option(
    "--skills", metavar="FILE", callback=_own_skills,
    help="Add or replace entries of the skill vocabulary; `jobparse vocab check FILE` tests it.",
)
jobs_option = click.option(
    "--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes that share large work. Default: one a core.",
)
color_option = click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True,
    help="Colour in the terminal.",
)


_UNITS = {"": 1, "b": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9}
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)\s?([kmg]?b?)", re.IGNORECASE)


def _size(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """`5MB`, `20M`, `800000` → bytes."""
    if value is None:
        return None
    match = _SIZE.fullmatch(value.strip())
    if match is None:
        raise click.BadParameter(f"{value!r} is no size; write bytes, or a number such as 20MB")
    return int(float(match[1]) * _UNITS[match[2].lower()])


max_size_option = click.option(
    "--max-size", metavar="SIZE", callback=_size, help="Read files up to this size. Default: 5MB.",
)
max_text_option = click.option(
    "--max-text", type=click.IntRange(1), metavar="N", help="Analyse this many characters of a post. Default: 50,000.",
)
from_option = click.option(
    "--from", "source_format", type=click.Choice(INPUT_FORMATS), help="Read as this format, whatever the content.",
)


def limits(command: F) -> F:
    """How much is read."""
    return max_size_option(max_text_option(command))


csv_safe_option = click.option(
    "--csv-safe", is_flag=True, help="CSV, TSV: an apostrophe before cells that a spreadsheet would run as a formula.",
)


def inputs(command: F) -> F:
    """Paths and how to read them."""
    for option in (
        max_text_option,
        max_size_option,
        country_option,
        vocabulary_option,
        from_option,
        click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    ):
        command = option(command)
    return command


def tables(command: F) -> F:
    """Which columns of a table are what."""
    for option in (
        click.option("--meta-fields", metavar="A,B", help="Columns that state facts. Default: all others."),
        click.option(
            "--id-field", metavar="COLUMN", help="Column that names a post: kept in `metadata`, told with failures.",
        ),
        click.option(
            "--text-field", metavar="COLUMN", help="Column of a table with the posts' text. Default: a likely one.",
        ),
    ):
        command = option(command)
    return command


def engines(command: F) -> F:
    """Who parses."""
    for option in (
        click.option(
            "--part-size", type=click.IntRange(1), default=5000, show_default=True, metavar="N",
            help="Posts in a part, with --engine dask.",
        ),
        click.option(
            "--scheduler", metavar="URL", help="A running Dask cluster, such as tcp://host:8786. Default: one made here.",
        ),
        click.option(
            "--engine", type=click.Choice(("local", "dask")), default="local", show_default=True,
            help="dask: parts in the folder -o DIR/.",
        ),
    ):
        command = option(command)
    return command


def outputs(command: F) -> F:
    """Where and how results are written."""
    for option in (
        color_option,
        csv_safe_option,
        click.option(
            "-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all; format by its ending.",
        ),
        click.option("--fields", metavar="A,B.C", help="Only these fields; `jobparse fields` lists them."),
        click.option(
            "--format", "-f", "output_format", type=click.Choice(OUTPUTS),
            help="Default: table, or FILE's ending. Records are written as they come; table holds all rows at a"
            " terminal, parquet holds them in a file.",
        ),
    ):
        command = option(command)
    return command


def given_paths(paths: Sequence[str], output: str | None = None) -> list[str]:
    """The paths, or standard input where none is given and something is piped in.

    Raises Stop at a bare terminal, and where a path is the file that the results would replace.
    """
    for path in paths if output else ():
        with contextlib.suppress(OSError, ValueError):
            if output and os.path.isfile(path) and os.path.samefile(path, output):  # noqa: PTH113, PTH121
                raise Stop(f"{path} is one of the inputs; write the results elsewhere")
    if paths:
        return list(paths)
    if sys.stdin is None or sys.stdin.isatty():
        click.echo(click.get_current_context().get_help(), err=True)
        raise Stop("")
    return ["-"]


def reading(
    source_format: str | None, country: str | None, max_size: int | None, max_text: int | None, *,
    jobs: int = 1, skills: str | None = None,
) -> Options:
    """How to parse, with the limits that a person set."""
    from ..engines.local import Options

    options = Options(source_format, country, jobs, skills)
    if max_size is not None:
        options = options._replace(max_size=max_size)
    return options if max_text is None else options._replace(max_text=max_text)


def warn_of_formulas(output: str | None, found: int) -> None:
    """Say that a file holds cells which a spreadsheet would run; on standard output whoever reads it knows best."""
    from ..outputs.spreadsheet import warning

    if output not in (None, "-") and found:
        say(f"{output}: {warning(found)}")


def chosen_format(asked: str | None, output: str | None) -> str:
    """The format asked for, else by the ending of the file, else a table."""
    if asked or output is None:
        return asked or "table"
    ending = output[output.rfind(".") :].lower() if "." in output else ""
    if ending not in ENDINGS:
        raise Stop(f"{output}: no format has the ending {ending or '(none)'}; add --format {', '.join(OUTPUTS)}")
    return ENDINGS[ending]


def chosen_fields(text: str | None) -> tuple[str, ...] | None:
    """The fields asked for. Raises Stop for an unknown one."""
    if text is None:
        return None
    from ..outputs.columns import UnknownField, parse_fields

    try:
        return parse_fields(text)
    except UnknownField as error:
        raise Stop(f"--fields: {error}") from error


@contextlib.contextmanager
def results_to(output: str | None) -> Iterator[BinaryIO]:
    """The stream for results. Raises Stop where the file cannot be written."""
    from ..outputs.target import CannotWrite, opened

    try:
        with opened(output) as stream:
            yield stream
    except CannotWrite as error:
        raise Stop(str(error)) from error


def terminal(color: str, output: str | None) -> Terminal:
    """What standard output is: a terminal of some width, or a pipe or file where nothing is cut."""

    shown = output is None and sys.stdout is not None and sys.stdout.isatty()
    encoding = (sys.stdout.encoding if output is None and sys.stdout is not None else None) or "utf-8"
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Terminal(
        width=_columns() if shown else None,
        color=color == "always" or (color == "auto" and shown and not plain),
        encoding=encoding,
    )


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns
