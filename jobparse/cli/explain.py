"""`jobparse explain`: why a record says what it says."""
from __future__ import annotations

import click

from .failing import Stop
from .options import INPUT_FORMATS, chosen_fields, color_option, given_paths, country_option, terminal

_SILENT = {"schema_version", "id", "source", "sections", "metadata", "evidence", "warnings"}
"""Keys that no rule competes for."""


@click.command("explain")
@click.argument("paths", nargs=-1, metavar="[FILE]")
@click.option("--field", "--fields", "fields", metavar="A,B", help="Only these fields.")
@click.option("--text", help="Explain this text instead of a file.")
@click.option("--from", "source_format", type=click.Choice(INPUT_FORMATS), help="Read as this format instead of looking at the content.")
@click.option("--format", "-f", "output_format", type=click.Choice(("table", "json")), default="table", help="For people, or whole as JSON.")
@country_option
@color_option
def command(
    paths: tuple[str, ...], fields: str | None, text: str | None, source_format: str | None, output_format: str,
    country: str | None, color: str,
) -> None:
    """Explain a post's values: the rule that found each, the line with the words marked, what lost, what was refused and why.

    \b
    Examples:
      jobparse explain posts/acme.md --field salary
      jobparse explain --text "We pay $120-150k and a $500 gift card"
      jobparse explain posts/acme.md --format json | jq '.[].refused'
    """
    import sys

    from ..analysis.explanation import explain
    from ..outputs.explanation import lines
    from ..record import FIELDS

    names = chosen_fields(fields)
    readings = _readings(paths, text, source_format, country)
    screen = terminal(color, None)
    for reading in readings:
        wanted = tuple(dict.fromkeys(name.partition(".")[0] for name in names)) if names else tuple(f for f in FIELDS if f not in _SILENT)
        explanations = explain(reading.document, reading.resolution, wanted)
        if names is None and output_format == "table":
            explanations = [e for e in explanations if e.won or e.lost or e.refused]
        if output_format == "json":
            import msgspec

            sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(explanations), indent=2) + b"\n")
        else:
            shown = "\n".join(lines(explanations, screen)) or "nothing was found in this text"
            sys.stdout.buffer.write((shown + "\n").encode(screen.encoding, "replace"))


def _readings(paths: tuple[str, ...], text: str | None, source_format: str | None, country: str | None):  # type: ignore[no-untyped-def]
    """What is to be explained, read. Raises Stop where it cannot be."""
    from .. import sources
    from ..decoding import NotText
    from ..formats import CannotRead
    from ..parser import read_bytes, read_text

    if text is not None:
        yield read_text(text, name="--text", format=source_format, country=country)
        return
    for source in sources.find(given_paths(paths)):
        if isinstance(source, sources.Failure):
            raise Stop(f"{source.name}: {source.reason}")
        try:
            yield read_bytes(source.data, name=source.name, format=source_format, country=country)
        except (NotText, CannotRead) as error:
            raise Stop(f"{source.name}: {error}") from error
