"""A pool of processes on this machine, fed in chunks; a worker that dies loses nothing.

Results come in the order of the sources. When a worker is killed its chunk is parsed again, file by file the second
time, so that a file which kills its worker is told as failed and takes no other with it.
"""
from __future__ import annotations

import contextlib
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import Any, Generic, NamedTuple, TypeVar

from ..record import JobPost
from ..sources import Failure, Source
from . import local

T = TypeVar("T")
Chunk = list[Source | Failure]

CHUNK = 32
"""Files a task: one a task costs more in travel than in parsing, and with many the last worker keeps the others waiting."""

WAITING = 3
"""Chunks in flight a worker: enough that none waits for the reader, few enough that memory stays flat."""

_KILLED = "killed the process that parsed it, twice; look at this file by itself"


def results(
    sources: Iterable[Source | Failure], options: local.Options, render: Callable[[JobPost], T]
) -> Iterator[T | Failure]:
    """As `local.results`, on `options.jobs` worker processes."""
    chunks = _chunks(sources)
    first = next(chunks, None)
    if first is None:
        return
    pool = _Pool(options, render)
    try:
        waiting: deque[tuple[Chunk, _Task[T]]] = deque()
        for chunk in _chain(first, chunks):
            waiting.append((chunk, pool.submit(chunk)))
            if len(waiting) >= WAITING * options.jobs:
                yield from pool.result(*waiting.popleft())
        while waiting:
            yield from pool.result(*waiting.popleft())
    finally:
        pool.end()


def _chunks(sources: Iterable[Source | Failure]) -> Iterator[Chunk]:
    left = iter(sources)
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def _chain(first: Chunk, rest: Iterator[Chunk]) -> Iterator[Chunk]:
    yield first
    yield from rest


class _Task(NamedTuple, Generic[T]):
    """A chunk in the hands of an executor, and which one that was."""

    future: Future[list[T | Failure]]
    executor: ProcessPoolExecutor


class _Pool:
    """The executor, made anew whenever a worker dies."""

    def __init__(self, options: local.Options, render: Callable[[JobPost], Any]) -> None:
        self._options, self._render = options, render
        self._executor = self._made(options.jobs)

    def _made(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin, initargs=(self._options.skills,))

    def submit(self, chunk: Chunk) -> _Task[Any]:
        """Hand a chunk to a worker."""
        try:
            return self._hand_out(chunk)
        except BrokenExecutor:
            self._renew(self._executor)
            return self._hand_out(chunk)

    def _hand_out(self, chunk: Chunk) -> _Task[Any]:
        with _uninterrupted():  # this may fork
            return _Task(self._executor.submit(_work, chunk, self._options, self._render), self._executor)

    def result(self, chunk: Chunk, task: _Task[T]) -> list[T | Failure]:
        """A chunk's results; parsed again where its worker was killed."""
        try:
            return task.future.result()
        except (BrokenExecutor, CancelledError):
            self._renew(task.executor)
        found: list[T | Failure] = []
        for source in chunk:
            again = self.submit([source])
            try:
                found += again.future.result()
            except (BrokenExecutor, CancelledError):
                self._renew(again.executor)
                found += self._last_try(source)
        return found

    def _last_try(self, source: Source | Failure) -> list[Any]:
        """A file whose worker died, alone in a worker of its own: another's death may have been its only fault."""
        with self._made(1) as alone:
            try:
                with _uninterrupted():
                    task = alone.submit(_work, [source], self._options, self._render)
                return task.result()
            except BrokenExecutor:
                return [Failure(source.name, _KILLED)]

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        """A new executor in the place of a broken one; other chunks' tasks may have told of the same death."""
        if broken is self._executor:
            broken.shutdown(wait=False, cancel_futures=True)
            self._executor = self._made(self._options.jobs)

    def end(self) -> None:
        """No worker outlives the run, however it ended."""
        processes = list((self._executor._processes or {}).values())
        interrupted = sys.exc_info()[0] is not None
        if interrupted:
            for process in processes:
                process.kill()
        self._executor.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Forked workers share what this process has loaded; where they cannot be forked they load it themselves."""
    return get_context("fork" if sys.platform == "linux" else "spawn")


_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Signals wait until this is over; a process that is forked meanwhile lets them in by itself, see `_begin`."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(skills: str | None) -> None:
    """A worker leaves Ctrl-C to its parent, dies of SIGTERM at once, and knows the person's own vocabulary."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    if skills is not None:
        from .vocabulary import take

        take(skills)


def _work(chunk: Chunk, options: local.Options, render: Callable[[JobPost], T]) -> list[T | Failure]:
    return [result for source in chunk for result in local.one(source, options, render)]
