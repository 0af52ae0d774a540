"""`jobparse explain`: why a record says what it says."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from .failing import Stop
from .options import (
    chosen_fields,
    color_option,
    country_option,
    from_option,
    given_paths,
    limits,
    reading,
    results_to,
    terminal,
)

if TYPE_CHECKING:
    from ..engines.local import Options
    from ..parser import Reading

_SILENT = {"schema_version", "id", "source", "sections", "metadata", "evidence", "warnings"}
"""Keys that no rule competes for."""


@click.command("explain")
@click.argument("paths", nargs=-1, metavar="[FILE]")
@click.option("--field", "--fields", "fields", metavar="A,B", help="Only these fields.")
@click.option("--text", help="Explain this text instead of a file.")
@from_option
@click.option(
    "--format", "-f", "output_format", type=click.Choice(("table", "json")), default="table",
    help="For people, or whole as JSON.",
)
@limits
@country_option
@color_option
def command(
    paths: tuple[str, ...], fields: str | None, text: str | None, source_format: str | None, output_format: str,
    max_size: int | None, max_text: int | None, country: str | None, color: str,
) -> None:
    """Explain a post's values: the rule that found each, the line with the words marked, what lost and why.

    \b
    Examples:
      jobparse explain posts/acme.md --field salary
      jobparse explain --text "We pay $120-150k and a $500 gift card"
      jobparse explain posts/acme.md --format json | jq '.[].refused'
    """
    from ..analysis.explanation import explain
    from ..outputs.explanation import lines

    wanted, screen = _wanted(chosen_fields(fields)), terminal(color, None)
    with results_to(None) as stream:
        for read in _readings(paths, text, reading(source_format, country, max_size, max_text)):
            explanations = explain(read.document, read.resolution, wanted)
            if output_format == "json":
                import msgspec

                stream.write(msgspec.json.format(msgspec.json.encode(explanations), indent=2) + b"\n")
                continue
            if fields is None:
                explanations = [e for e in explanations if e.won or e.lost or e.refused]
            shown = "\n".join(lines(explanations, screen)) or "nothing was found in this text"
            stream.write((shown + "\n").encode(screen.encoding, "replace"))


def _wanted(names: Sequence[str] | None) -> tuple[str, ...]:
    """The fields that are explained: those asked for, else all that rules compete for."""
    from ..record import FIELDS

    if names is None:
        return tuple(name for name in FIELDS if name not in _SILENT)
    return tuple(dict.fromkeys(name.partition(".")[0] for name in names))


def _readings(paths: tuple[str, ...], text: str | None, options: Options) -> Iterator[Reading]:
    """What is to be explained, read. Raises Stop where it cannot be."""
    from .. import sources
    from ..decoding import NotText
    from ..formats import CannotRead
    from ..parser import read_bytes, read_text

    asked: dict[str, Any] = {"format": options.format, "country": options.country, "max_text": options.max_text}
    if text is not None:
        try:
            yield read_text(text, name="--text", **asked)
        except CannotRead as error:
            raise Stop(f"--text: {error}") from error
        return
    for source in sources.find(given_paths(paths), max_size=options.max_size):
        if isinstance(source, sources.Failure):
            raise Stop(f"{source.name}: {source.reason}")
        try:
            yield read_bytes(source.data, name=source.name, **asked)
        except (NotText, CannotRead) as error:
            raise Stop(f"{source.name}: {error}") from error
