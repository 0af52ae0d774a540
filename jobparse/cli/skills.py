"""`jobparse skills`: what the posts ask for."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .extract import Counts
from .failing import Stop
from .options import (
    chosen_format,
    color_option,
    country_option,
    csv_safe_option,
    from_option,
    given_paths,
    limits,
    reading,
    results_to,
    terminal,
    vocabulary_option,
    warn_of_formulas,
)

if TYPE_CHECKING:
    from ..analysis.tally import Tally
    from ..outputs import Terminal

_BY = ("seniority", "company", "country", "month", "work_mode", "language", "employment")
_CATEGORIES = ("language", "framework", "database", "cloud", "infrastructure", "tool", "protocol", "method", "concept", "domain")
_FORMATS = ("table", "json", "jsonl", "csv", "tsv")

_MOST_GROUPS = 8
"""Columns of a cross table in a terminal; other formats hold all groups."""


@click.command("skills")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--top", type=click.IntRange(1), default=25, show_default=True, help="Show this many skills.")
@click.option("--min-posts", type=click.IntRange(1), default=1, help="Only skills that this many posts name.")
@click.option("--need", type=click.Choice(("required", "preferred", "mentioned")), help="Count only mentions of this need.")
@click.option("--category", type=click.Choice(_CATEGORIES), help="Only skills of this category.")
@click.option("--by", type=click.Choice(_BY), help="A column for each value of this field.")
@click.option("--with", "beside", metavar="SKILL", help="What is named together with this skill, with the lift.")
@click.option("--posts", "list_posts", is_flag=True, help="List the posts behind each number.")
@click.option("--format", "-f", "output_format", type=click.Choice(_FORMATS), help="Default: table, or FILE's ending.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@from_option
@vocabulary_option
@limits
@country_option
@csv_safe_option
@color_option
def command(
    paths: tuple[str, ...], top: int, min_posts: int, need: str | None, category: str | None, by: str | None, beside: str | None,
    list_posts: bool, output_format: str | None, output: str | None, source_format: str | None,
    country: str | None, color: str, skills: str | None,
    max_size: int | None, max_text: int | None, csv_safe: bool,
) -> None:
    """Count the skills that posts ask for: a post counts once.

    PATHS are posts, or records from an earlier extract (.jsonl, .json, -).

    \b
    Examples:
      jobparse skills posts/
      jobparse skills posts/ --need required --category database
      jobparse skills jobs.jsonl --by seniority
      jobparse extract posts/ --format jsonl | jobparse skills - --with Python
    """
    from ..analysis.tally import Tally, Wanted
    from ..engines import records
    from ..outputs.rows import formulas

    form, screen = chosen_format(output_format, output), terminal(color, output)
    tally = Tally(Wanted(need, category), beside=_known(beside), by=by)
    behind: dict[str, list[str]] = {}
    counts, options = Counts(), reading(source_format, country, max_size, max_text)
    for post in counts.successes(records.read(given_paths(paths, output), options, output)):
        tally.add(post)
        if list_posts:
            for skill in post.skills:
                if tally.wanted(skill):
                    behind.setdefault(skill.name, []).append(post.source.path)
    rows = _rows(tally, min_posts, top, behind if list_posts else None)
    with results_to(output) as stream:
        stream.write(_table(tally, rows, screen, behind) if form == "table" else _encoded(tally, rows, form, csv_safe))
    if form in ("csv", "tsv") and not csv_safe:
        warn_of_formulas(output, formulas(rows))
    counts.finish()


def _known(skill: str | None) -> str | None:
    """The canonical name of a skill. Raises Stop for one that is not in the vocabulary."""
    if skill is None:
        return None
    from ..vocab import skills

    known = skills.current().named(skill)
    if not known:
        raise Stop(f"--with {skill}: no such skill in the vocabulary; `jobparse vocab show` looks names up")
    return known


def _rows(tally: Tally, least: int, top: int, behind: dict[str, list[str]] | None) -> list[dict[str, Any]]:
    """The rows to show, as plain mappings."""
    import msgspec

    if tally.beside is not None:
        return [msgspec.to_builtins(row) for row in tally.beside_rows() if row.posts >= least][:top]
    rows = []
    for row in [row for row in tally.rows() if row.posts >= least][:top]:
        plain = msgspec.to_builtins(row)
        if tally.by:
            groups = tally.largest_groups(len(tally.groups))
            plain = {"skill": row.skill, "posts": row.posts} | {
                _column(group): tally.grouped[row.skill][group] for group in groups
            }
        if behind is not None:
            plain["paths"] = behind[row.skill]
        rows.append(plain)
    return rows


def _column(group: str) -> str:
    """A group's key in a row: companies may be called as the other columns are."""
    return f"{group} (group)" if group in ("skill", "posts", "paths") else group


def _encoded(tally: Tally, rows: list[dict[str, Any]], form: str, safe: bool) -> bytes:
    from ..outputs.rows import encode

    about: dict[str, Any] = {"posts": tally.posts}
    if tally.beside is not None:
        about |= {"with": tally.beside, "posts_with": tally.with_beside}
    if tally.by:
        about |= {"by": tally.by, "groups": dict(sorted(tally.groups.items()))}
    if form in ("csv", "tsv"):
        rows = [{key: "; ".join(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]
    return encode(rows, form, about, safe)


def _table(tally: Tally, rows: list[dict[str, Any]], screen: Terminal, behind: dict[str, list[str]]) -> bytes:
    """The table, the denominator above it in a terminal."""
    from ..outputs.printable import printable
    from ..outputs.rows import table

    whole = tally.with_beside if tally.beside else tally.posts
    if tally.by:
        groups = tally.largest_groups(_MOST_GROUPS if screen.width else len(tally.groups))
        head = ["skill", "posts", *groups]
        body = [[row["skill"], row["posts"], *(row[_column(group)] for group in groups)] for row in rows]
        text = table(head, body, screen)
    elif tally.beside:
        body = [[row["skill"], row["posts"], f"{row['share']:.0%}", row["lift"]] for row in rows]
        text = table(["skill", "posts", "share", "lift"], body, screen, bar_of=1, whole=whole)
    else:
        keys = ("required", "preferred", "mentioned")
        body = [[row["skill"], row["posts"], f"{row['share']:.0%}", *(row[key] for key in keys)] for row in rows]
        text = table(["skill", "posts", "share", *keys], body, screen, bar_of=1, whole=whole)
    if behind:
        for row in rows:
            listed = "".join(f"  {printable(path)}\n" for path in row.get("paths", ()))
            text += f"\n{printable(row['skill'])}\n{listed}" if listed else ""
    beside = f" that name {tally.beside}, of {tally.posts:,}" if tally.beside else ""
    headline = f"{whole:,} posts{beside}\n" if screen.width else ""
    return (headline + text).encode(screen.encoding, "replace")
