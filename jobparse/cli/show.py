"""`jobparse show`: posts as readable cards."""
from __future__ import annotations

import click

from .extract import Counts
from .options import chosen_fields, color_option, given_paths, inputs, reading, results_to, terminal


@click.command("show")
@inputs
@click.option("--fields", metavar="A,B", help="Only these fields.")
@color_option
def command(
    paths: tuple[str, ...], source_format: str | None, country: str | None, max_size: int | None, max_text: int | None,
    fields: str | None, color: str, skills: str | None,
) -> None:
    """Show posts as readable cards: what they say, and on which line.

    \b
    Examples:
      jobparse show posts/acme.md
      jobparse show posts/acme.md --fields salary,locations,skills
    """
    from .. import sources
    from ..engines import local
    from ..outputs.card import card

    names, screen = chosen_fields(fields), terminal(color, None)
    counts = Counts()
    options = reading(source_format, country, max_size, max_text)
    found = local.parse(sources.find(given_paths(paths), max_size=options.max_size), options)
    with results_to(None) as stream:
        for number, post in enumerate(counts.successes(found)):
            text = ("\n" if number else "") + card(post, names, screen)
            stream.write(text.encode(screen.encoding, "replace"))
    if counts.failed or counts.parsed != 1:
        counts.finish()
