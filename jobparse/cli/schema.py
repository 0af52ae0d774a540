"""`jobparse schema`: the JSON Schema of a record."""
from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) that every record validates against.

    \b
    Example:
      jobparse schema > jobpost.schema.json
    """
    import json

    from ..schema import schema

    click.echo(json.dumps(schema(), indent=2, ensure_ascii=False))
