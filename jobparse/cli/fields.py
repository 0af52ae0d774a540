"""`jobparse fields`: the keys of a record, one line each."""
from __future__ import annotations

import click


@click.command("fields")
def command() -> None:
    """List the fields of a record, one line each.

    \b
    Example:
      jobparse fields | grep salary
    """
    from ..outputs.columns import paths
    from ..record import FIELDS
    from ..schema import descriptions

    about = descriptions()
    for name in FIELDS:
        parts = [path.partition(".")[2] for path in paths() if path.startswith(f"{name}.")]
        detail = f" [{', '.join(parts)}]" if parts and name not in {"evidence", "warnings", "sections"} else ""
        click.echo(f"{name:20} {about[name]}{detail}")
