"""Past one machine: parts of files or of table rows, parsed on the workers of a Dask cluster into a folder.

Each part is written under another name and renamed, so that it stands whole or not at all, and it depends on
nothing but its number: when a worker dies, another one writes its part again under the same name. What is done
goes into a journal; a run that was broken off begins with the parts that are not in it.
"""
from __future__ import annotations

import os
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from .. import sources
from ..outputs import renderer, writer
from ..sources import Failure, Found, Named
from ..tables import Slice, Tell, Wanted, chosen, is_table, rows
from . import fingerprint, local
from .folder import Done, Folder
from .parts import Part, Size, plan, resolved, table_sizes

RETRIES = 3
"""Times that a part is tried again after an error that may pass, such as a network folder that is away."""

_AHEAD = 3
"""Parts in the hands of the cluster for each of its threads, so that none waits for the next."""


class CannotRun(Exception):
    """The run cannot begin or go on; the message is `what is wrong; what to do`."""


class Run(NamedTuple):
    """What every part must know."""

    folder: str  # absolute
    form: str
    fields: tuple[str, ...] | None
    options: local.Options
    wanted: Wanted
    program: str  # fingerprint of the program that planned the parts
    directory: str  # the working directory of the paths


def parse(
    paths: list[str], run: Run, part_size: int, scheduler: str | None, tell: Tell,
) -> Iterator[Done]:
    """Each part as it is done, those of an earlier, broken-off run first. Raises CannotRun.

    `scheduler` is the address of a running cluster; without one, `run.options.jobs` processes start here.
    """
    with _client(scheduler, run.options.jobs) as client:
        _meet(client, run)
        files = list(_files(paths, run))
        sizes = _sizes(client, files, run, tell)
        parts = list(plan(files, sizes, part_size))
        states = [_state(part, run) for part in parts]
        options = run.options._replace(jobs=1, skills=None)
        about = (run.form, run.fields, options, run.wanted, part_size, parts, states)
        folder = Folder(run.folder, run.form, fingerprint.of_run(run.options.skills, about))
        done = folder.begin([part.number for part in parts])
        yield from done.values()
        for one in _submitted(client, (part for part in parts if part.number not in done), run):
            folder.note(one)
            yield one
        folder.finish()


# --- on the client -----------------------------------------------------------------------------------------


def _files(paths: list[str], run: Run) -> Iterator[Named | Failure]:
    for found in sources.names(paths):
        if found.name == sources.STDIN:
            raise CannotRun("-: standard input cannot be shared out; give files, folders or tables")
        yield found


def _state(part: Part, run: Run) -> list[tuple[int, int]]:
    """Sizes and times of a part's files, so that a changed input is another run."""
    found = []
    for name in part.names():
        if not sources.is_remote(name):
            status = (Path(run.directory) / name).stat()
            found.append((status.st_size, status.st_mtime_ns))
    return found


@contextmanager
def _client(scheduler: str | None, jobs: int) -> Iterator[Any]:
    """A cluster's client: of a running one, or of one made here, which ends with the block."""
    try:
        import distributed
    except ImportError:
        raise CannotRun("--engine dask needs an extra; run: pip install 'jobparse[dask]'") from None
    import logging

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        try:
            if scheduler is None:
                cluster = stack.enter_context(distributed.LocalCluster(
                    n_workers=jobs, threads_per_worker=1, processes=True, silence_logs=logging.CRITICAL,
                    host="127.0.0.1", dashboard_address="127.0.0.1:0",
                ))
                yield stack.enter_context(distributed.Client(cluster))
            else:
                yield stack.enter_context(distributed.Client(scheduler, timeout=30))
        except (OSError, TimeoutError, ValueError) as error:
            if scheduler is None:
                raise
            about = f"cannot be reached ({error}); check the address"
            raise CannotRun(f"--scheduler {scheduler}: {about}") from error


def _meet(client: Any, run: Run) -> None:
    """See that the workers have this program and reach the folders, before anything is parsed."""
    Path(run.folder).mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(prefix=".meeting-", dir=run.folder) as token:
        met = client.run(_look, token.name, run.directory)
    for worker, (program, sees) in met.items():
        if program != run.program:
            raise CannotRun(f"the worker {worker} runs another jobparse or Python than here; install the same")
        if not sees:
            about = f"does not see {run.folder} or {run.directory}; use folders that all share"
            raise CannotRun(f"the worker {worker} {about}")


def _look(token: str, directory: str) -> tuple[str, bool]:
    return fingerprint.program(), Path(token).exists() and Path(directory).is_dir()


def _sizes(client: Any, files: list[Named | Failure], run: Run, tell: Tell) -> dict[str, Size]:
    """The rows of each table, counted on the workers."""
    named = [found.name for found in files if isinstance(found, Named) and not found.met]
    tables = [name for name in named if is_table(name, run.wanted)]
    about = {"wanted": run.wanted, "directory": run.directory, "retries": RETRIES, "pure": False}
    found = dict(zip(tables, client.gather(client.map(table_sizes, tables, **about)), strict=True))
    for name, size in found.items():
        if size.column and run.wanted.text is None:
            tell(chosen(name, size.column))
    return found


def _submitted(client: Any, parts: Iterator[Part], run: Run) -> Iterator[Done]:
    """Parts as they are done, a bounded number of them under way."""
    import distributed

    def submit(part: Part) -> Any:
        key = f"jobparse-{run_id}-{part.number}"
        future = client.submit(write_part, part, run, key=key, retries=RETRIES, pure=False)
        under_way[future.key] = part
        return future

    run_id = f"{os.getpid()}-{time.time_ns()}"
    under_way: dict[str, Part] = {}
    threads = max(1, sum(client.nthreads().values()))
    futures = distributed.as_completed([submit(part) for part in islice(parts, _AHEAD * threads)])
    for future in futures:
        part = under_way.pop(future.key)
        try:
            yield future.result()
        except distributed.KilledWorker:  # a post that kills whoever parses it: a pool of our own finds it
            yield write_part(part, run, jobs=2)
        except OSError as error:
            about = f"part {part.number} cannot be written ({error}); start again to go on"
            raise CannotRun(f"{run.folder}: {about}") from error
        for following in islice(parts, 1):
            futures.add(submit(following))


# --- on a worker -------------------------------------------------------------------------------------------


def write_part(part: Part, run: Run, jobs: int = 1) -> Done:
    """Parse a part and put it into the folder. `jobs` above 1: in processes of their own, which may die."""
    if run.options.skills:
        _take(run.options.skills)
    failed: list[Failure] = []
    records = 0
    target = Folder.path_of(run.folder, part.number, run.form)
    prefix = f".{target.name}.{socket.gethostname()[:20]}."
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=run.folder)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            results = writer(run.form, stream, run.fields)
            for result in _results(part, run, jobs):
                if isinstance(result, Failure):
                    failed.append(result)
                else:
                    results.write(result)
                    records += 1
            results.close()
            stream.flush()
            os.fsync(stream.fileno())
            size = stream.tell()
        partial.chmod(0o644)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return Done(part.number, records, [(failure.name, failure.reason) for failure in failed], size)


def _results(part: Part, run: Run, jobs: int) -> Iterator[Any]:
    from . import pool

    options, render = run.options._replace(jobs=jobs), renderer(run.form, run.fields)
    found = _sources(part, run)
    return local.results(found, options, render) if jobs == 1 else pool.results(found, options, render)


def _sources(part: Part, run: Run) -> Found:
    for name, met in part.files:
        source = sources.read(Named(name, met), _path(name, run), max_size=run.options.max_size)
        if source is not None:
            yield source
    yield from part.failures
    if part.table is not None:
        wanted = run.wanted._replace(text=part.column)
        for found in rows(_path(part.table, run), wanted, Slice(*part.rows)):
            yield found._replace(name=part.table + found.name.removeprefix(_path(part.table, run)))


def _path(name: str, run: Run) -> str:
    return resolved(name, run.directory)


@cache
def _take(skills: str) -> None:
    """Once a process: a person's own vocabulary."""
    from .vocabulary import take

    take(skills)
