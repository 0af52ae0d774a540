"""`jobparse show`: posts as readable cards."""
from __future__ import annotations

import click

from .extract import Counts
from .options import chosen_fields, color_option, given_paths, inputs, terminal


@click.command("show")
@inputs
@click.option("--fields", metavar="A,B", help="Only these fields.")
@color_option
def command(paths: tuple[str, ...], source_format: str | None, country: str | None, fields: str | None, color: str, skills: str | None) -> None:
    """Show posts as readable cards: what they say, and on which line.

    \b
    Examples:
      jobparse show posts/acme.md
      jobparse show posts/acme.md --fields salary,locations,skills
    """
    import sys

    from .. import sources
    from ..engines import local
    from ..outputs.card import card

    names, screen = chosen_fields(fields), terminal(color, None)
    counts = Counts()
    for number, post in enumerate(counts.successes(local.parse(sources.find(given_paths(paths)), local.Options(source_format, country)))):
        text = ("\n" if number else "") + card(post, names, screen)
        sys.stdout.buffer.write(text.encode(screen.encoding, "replace"))
    if counts.failed or counts.parsed != 1:
        counts.finish()
