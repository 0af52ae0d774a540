"""`jobparse extract --engine dask`: the same records, in parts, from a cluster."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .failing import Stop, say

if TYPE_CHECKING:
    from .extract import Asked

FORMATS = ("jsonl", "csv", "tsv", "parquet")
"""Formats of which parts can be put together again."""


def extract(asked: Asked, output: str | None, form: str | None, scheduler: str | None, part_size: int, update: bool) -> None:
    """Parse on a cluster into the folder `output`. Raises Stop."""
    from ..engines import cluster, fingerprint
    from ..engines.folder import Taken
    from ..sources import Failure
    from .extract import Counts

    form = form or "jsonl"
    if output in (None, "-"):
        raise Stop("--engine dask: writes into a folder; add -o DIR/")
    if form not in FORMATS:
        raise Stop(f"--engine dask: no parts in the format {form}; choose {', '.join(FORMATS)}")
    if update:
        raise Stop("--update: works with the local engine only; a run on a cluster goes on by itself where it was broken off")
    assert output is not None
    skills = os.path.abspath(asked.options.skills) if asked.options.skills else None
    run = cluster.Run(
        os.path.abspath(output), form, asked.fields, asked.options._replace(skills=skills), asked.wanted, fingerprint.program(), os.getcwd(),
    )
    counts = Counts()
    try:
        for done in cluster.parse(asked.paths, run, part_size, scheduler, say):
            counts.parsed += done.records
            for name, reason in done.failed:
                counts.failed += 1
                say(f"{Failure(name, reason).name}: {reason}")
    except (cluster.CannotRun, Taken) as error:
        raise Stop(str(error)) from error
    counts.finish()
