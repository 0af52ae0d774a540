"""The command line: one module a command, imported when it is called; `jobparse.cli:main` is the program."""
from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from .. import __version__
from .failing import ReaderGone, run

COMMANDS = ("extract", "show", "explain", "skills", "stats", "vocab", "fields", "schema")
"""Names of the commands, which are the names of their modules, in the order of the help."""


class Commands(click.Group):
    """A group that imports a command's module only when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or nothing."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f".{cmd_name}", __name__).command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """As click does, but for its own way with a reader that closes early."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion for a misspelt name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1, 0.5)
            hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(COMMANDS)}"
            ctx.fail(f"no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def program(debug: bool) -> None:
    """Read job posts: every field with the line it was read from, offline.

    \b
    jobparse extract posts/                     a table of a folder
    jobparse extract posts/ --format jsonl      records for jq, DuckDB, a notebook
    jobparse extract posts/ -o jobs.csv         a file, format by its ending
    jobparse show posts/acme.md                 one post as a card
    jobparse explain posts/acme.md              why its record says what it says
    jobparse skills posts/                      what the posts ask for
    """


_GARBAGE = 200_000
"""New objects between two looks for cyclic garbage: with Python's 700 loading would be interrupted hundreds of times,
and records make no cycles."""


def main() -> None:
    """Run the program and exit with its code."""
    gc.set_threshold(_GARBAGE)
    code = run(program)
    if "duckdb" not in sys.modules:  # which tells of everything that is left
        gc.freeze()  # nor is anything to be looked for at the end
    sys.exit(code)
