"""`jobparse stats`: what a folder of posts holds."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .extract import Counts
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
    from ..analysis.stats import Pay, Stats
    from ..outputs import Terminal

_FORMATS = ("table", "json", "jsonl", "csv", "tsv")


@click.command("stats")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option("--top", type=click.IntRange(1), default=8, show_default=True, help="Values shown a field.")
@click.option("--format", "-f", "output_format", type=click.Choice(_FORMATS), help="Default: table, or FILE's ending.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")
@from_option
@vocabulary_option
@limits
@country_option
@csv_safe_option
@color_option
def command(
    paths: tuple[str, ...], top: int, output_format: str | None, output: str | None, source_format: str | None,
    country: str | None, color: str, skills: str | None,
    max_size: int | None, max_text: int | None, csv_safe: bool,
) -> None:
    """Count what posts state: languages, places, modes, levels, months, pay.

    PATHS are posts, or records from an earlier extract (.jsonl, .json, -).

    \b
    Examples:
      jobparse stats posts/
      jobparse stats jobs.jsonl --format json | jq .pay
    """
    from ..analysis.stats import Stats
    from ..engines import records
    from ..outputs.rows import formulas

    form, screen = chosen_format(output_format, output), terminal(color, output)
    stats, counts = Stats(), Counts()
    options = reading(source_format, country, max_size, max_text)
    for post in counts.successes(records.read(given_paths(paths, output), options, output)):
        stats.add(post)
    with results_to(output) as stream:
        stream.write(_table(stats, top, screen) if form == "table" else _encoded(stats, form, csv_safe))
    if form in ("csv", "tsv") and not csv_safe:
        warn_of_formulas(output, formulas(_shares(stats)))
    counts.finish()


def _shares(stats: Stats) -> list[dict[str, Any]]:
    import msgspec

    from ..analysis.stats import COUNTED

    return [msgspec.to_builtins(row) for name in COUNTED for row in stats.shares(name)]


def _encoded(stats: Stats, form: str, safe: bool) -> bytes:
    """All of it: JSON has the pay apart, the other formats hold one row a value."""
    import msgspec

    from ..analysis.stats import HOURS_A_YEAR
    from ..outputs.rows import encode

    shares = _shares(stats)
    if form != "json":
        return encode(shares, form, {}, safe)
    pay = {
        "stated": [msgspec.to_builtins(row) for row in stats.pay_rows()],
        "yearly": [msgspec.to_builtins(row) for row in stats.yearly()],
        "periods_a_year": HOURS_A_YEAR,
    }
    return encode(shares, form, {"posts": stats.posts, "pay": pay})


def _table(stats: Stats, top: int, screen: Terminal) -> bytes:
    from ..analysis.stats import COUNTED
    from ..analysis.tally import NOT_STATED
    from ..outputs.rows import table
    from ..outputs.style import Style

    style = Style(screen.color)
    parts = [f"{stats.posts:,} posts\n"] if screen.width else []
    for name in COUNTED:
        shares = stats.shares(name)
        silent = [share for share in shares[top:] if share.value == NOT_STATED]
        rows = [[share.value, share.posts, f"{share.share:.0%}"] for share in [*shares[:top], *silent]]
        if screen.width is None:
            rows = [[name, share.value, share.posts, share.share] for share in shares]
            text = table(["field", "value", "posts", "share"], rows, screen)
            parts.append(text if name == COUNTED[0] else _without_head(text))
            continue
        left = len(shares) - len(rows)
        more = f"  and {left} more\n" if left else ""
        text = _without_head(table(["value", "posts", "share"], rows, screen, bar_of=1, whole=stats.posts))
        parts.append(style(f"\n{name}\n", "bold") + text + more)
    return "".join([*parts, *_pay(stats, screen)]).encode(screen.encoding, "replace")


def _without_head(text: str) -> str:
    return text.partition("\n")[2]


def _pay(stats: Stats, screen: Terminal) -> list[str]:
    """Pay as stated, the yearly view with its assumptions, and a histogram of the commonest currency."""
    from ..analysis.stats import HOURS_A_YEAR
    from ..outputs.rows import BAR, drawn, table
    from ..outputs.style import Style

    if screen.width is None or not stats.pay:
        return []
    style = Style(screen.color)
    head = ["currency", "period", "posts", "lowest", "quartile", "median", "quartile", "highest"]
    parts = [style("\npay, as stated\n", "bold"), table(head, [_pay_row(row) for row in stats.pay_rows()], screen)]
    assumed = ", ".join(f"{times:,} {period}s" for period, times in HOURS_A_YEAR.items() if times > 1)
    yearly = stats.yearly()
    parts += [style("\npay in years", "bold"), f" (1 year = {assumed})\n", table(head, [_pay_row(row) for row in yearly], screen)]
    if yearly:
        bins = stats.histogram(yearly[0].currency)
        most = max(posts for _, _, posts in bins)
        parts.append(f"\n{yearly[0].currency} a year, middle of the range\n")
        parts += [f"{low:>11,.0f} – {high:>9,.0f}  {posts:>5}  {style(drawn(posts / most, BAR), 'cyan')}\n" for low, high, posts in bins]
    return parts


def _pay_row(row: Pay) -> list[Any]:
    amounts = (row.lowest, row.quartile1, row.median, row.quartile3, row.highest)
    return [row.currency, row.period, row.posts, *(round(value) if value >= 1000 else value for value in amounts)]
