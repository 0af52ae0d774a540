"""`jobparse extract --engine dask`: the same records, in parts, from a cluster."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .failing import Stop, say

if TYPE_CHECKING:
    from ..engines.cluster import Run
    from .extract import Asked

FORMATS = ("jsonl", "csv", "tsv", "parquet")
"""Formats of which parts can be put together again."""


def extract(
    asked: Asked, output: str | None, form: str | None, scheduler: str | None, part_size: int, update: bool
) -> None:
    """Parse on a cluster into the folder `output`. Raises Stop."""
    from ..engines import cluster
    from ..engines.folder import Taken
    from .extract import Counts

    form = form or "jsonl"
    if output in (None, "-"):
        raise Stop("--engine dask: writes into a folder; add -o DIR/")
    if form not in FORMATS:
        raise Stop(f"--engine dask: no parts in the format {form}; choose {', '.join(FORMATS)}")
    if update:
        raise Stop("--update: works with the local engine only; a broken run on a cluster goes on by itself")
    assert output is not None
    counts = Counts()
    try:
        for done in cluster.parse(asked.paths, _run(asked, output, form), part_size, scheduler, say):
            counts.parsed += done.records
            for name, reason in done.failed:
                counts.failed += 1
                say(f"{name}: {reason}")
    except (cluster.CannotRun, Taken) as error:
        raise Stop(str(error)) from error
    counts.finish()


def _run(asked: Asked, output: str, form: str) -> Run:
    from ..engines import fingerprint
    from ..engines.cluster import Run

    here, skills = Path.cwd(), asked.options.skills
    options = asked.options._replace(skills=str(here / skills) if skills else None)
    return Run(str(here / output), form, asked.fields, options, asked.wanted, fingerprint.program(), str(here))
