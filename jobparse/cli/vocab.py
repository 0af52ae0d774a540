"""`jobparse vocab`: look into the skill vocabulary, and check one's own."""
from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .failing import SOME_FAILED, Stop, say

if TYPE_CHECKING:
    from ..vocab.skills import Entry


@click.group("vocab")
def command() -> None:
    """Look into the vocabulary of skills, and check your own.

    \b
    Examples:
      jobparse vocab show Kubernetes
      jobparse vocab check my-skills.txt
      jobparse skills posts/ --skills my-skills.txt
    """


@command.command("show")
@click.argument("names", nargs=-1, required=True)
def show(names: tuple[str, ...]) -> None:
    """Print the entry that owns each of NAMES, by its own name or any alias.

    \b
    Example:
      jobparse vocab show k8s "C#"
    """
    import difflib

    from ..vocab import skills

    vocabulary = skills.shipped()
    missing = []
    for name in names:
        entry = vocabulary.find(name)
        if entry is None:
            near = difflib.get_close_matches(name.lower(), vocabulary.forms, 3, 0.75)
            missing.append(f"{name}: no such skill" + (f"; near it are {', '.join(near)}" if near else "; add it with --skills FILE"))
        else:
            click.echo(_entry(entry))
    for message in missing:
        say(message)
    if missing:
        raise Stop("", SOME_FAILED)


def _entry(entry: Entry) -> str:
    """An entry as its file has it, below its category."""
    aliases = f": {', '.join(entry.aliases)}" if entry.aliases else ""
    attributes = [
        ("related", ", ".join(entry.related)), ("case", entry.case), ("needs", entry.needs), ("not", ", ".join(entry.refusals)),
        *(("yes", text) for text in entry.yes), *(("no", text) for text in entry.no),
    ]
    lines = [f"    {key}: {value}" for key, value in attributes if value]
    return "\n".join([f"[{entry.category}]  # {entry.where}", f"{entry.name}{aliases}", *lines])


@command.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def check(files: tuple[str, ...]) -> None:
    """Check vocabulary files of your own: their format, their names, their `yes` and `no` sentences.

    \b
    Example:
      jobparse vocab check my-skills.txt
    """
    from ..engines.vocabulary import problems

    found = 0
    for name in files:
        messages, entries, sentences = problems(name)
        for message in messages:
            say(message)
        found += len(messages)
        click.echo(f"{name}: {entries} entries, {sentences} sentences, {len(messages)} problems")
    if found:
        raise Stop("", SOME_FAILED)
