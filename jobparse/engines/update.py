"""Parsing again only what changed: a ledger beside the output says which of its lines came from which source.

The output is written anew each time, whole and in the order of a fresh run; lines of unchanged sources are copied
from the old one. A line counts only where its own digest is right, so that an output which somebody edited, or a
ledger that is torn or of another output, costs time and nothing else.
"""
from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from ..record import JobPost
from ..sources import Failure, Found, Known, Source
from . import local

_UNSURE = 2_000_000_000
"""Nanoseconds before the ledger was written in which a file may have changed twice without another time."""

_OLD, _NEW, _PASS = "\0old", "\0new", "\0pass"
"""Signs that travel with the sources as failures whose reason no real one has, so that they keep the order."""

_TABLE = """
    CREATE TABLE sources (
        name BLOB PRIMARY KEY, size INTEGER, mtime INTEGER, content BLOB,
        start INTEGER, length INTEGER, lines BLOB, failures BLOB
    ) WITHOUT ROWID;
    CREATE TABLE about (key TEXT, written INTEGER);
"""


class _Entry(NamedTuple):
    """What a source gave: its size and time (0 where it is no file), digests of its content and of its lines."""

    size: int
    mtime: int
    content: bytes
    start: int
    length: int
    lines: bytes
    failures: bytes  # JSON: name and reason of each


class Ledger:
    """The old ledger, read, and the new one, written; `commit` once the output stands."""

    def __init__(self, output: str, key: str) -> None:
        self.kept = 0
        self._key = key
        self._output, self._path = output, _beside(output)
        self._old = _Old(output, self._path, key)
        prefix = f".{self._path.name[:40]}."
        handle, partial = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=self._path.parent)
        os.close(handle)
        self._partial = Path(partial)
        self._new = sqlite3.connect(self._partial, isolation_level=None)
        self._new.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _TABLE)
        self._at = 0
        self._stats: dict[str, tuple[int, int]] = {}
        self._entries: dict[str, _Entry] = {}  # of sources on their way through the engine
        self._held: dict[str, list[bytes]] = {}  # lines of the old output, for those that are unchanged

    # --- on the way in

    def known(self, name: str, status: os.stat_result) -> Source | None:
        """A stand-in where a file has the size and time that it had."""
        seen = (status.st_size, status.st_mtime_ns)
        entry = self._old.entry(name)
        if entry and entry[:2] == seen and status.st_mtime_ns < self._old.written - _UNSURE and self._keep(name, entry):
            return Source(name, b"", None)
        self._stats[name] = seen
        return None

    def signed(self, found: Found) -> Found:
        """The sources that must be parsed, and signs for all."""
        for source in found:
            name = source.name
            if isinstance(source, Failure):
                yield from (source, Failure(name, _PASS))
            elif name in self._held or self._is_unchanged(source):
                yield Failure(name, _OLD)
            else:
                yield from (source, Failure(name, _NEW))

    def _is_unchanged(self, source: Source) -> bool:
        size, mtime = self._stats.pop(source.name, (0, 0))
        content = _content(source)
        self._entries[source.name] = _Entry(size, mtime, content, 0, 0, b"", b"")
        entry = self._old.entry(source.name)
        if entry is None or entry.content != content:
            return False
        return self._keep(source.name, entry._replace(size=size, mtime=mtime))

    def _keep(self, name: str, entry: _Entry) -> bool:
        lines = self._old.lines(entry)
        if lines is None:
            return False
        self._entries[name], self._held[name] = entry, lines
        return True

    # --- on the way out

    def results(self, engine: Iterator[bytes | Failure]) -> Iterator[bytes | Failure]:
        """Lines and failures of all sources, in order; takes note of each source."""
        waiting: list[bytes | Failure] = []
        for result in engine:
            if not isinstance(result, Failure) or not result.reason.startswith("\0"):
                waiting.append(result)
                continue
            if result.reason == _OLD:
                self.kept += 1
                entry = self._entries.pop(result.name)
                kept = msgspec.json.decode(entry.failures, type=list[tuple[bytes, str]])
                failures = [Failure(os.fsdecode(name), reason) for name, reason in kept]
                waiting = [*self._held.pop(result.name), *failures]
                self._note(result.name, entry, waiting)
            elif result.reason == _NEW:
                self._note(result.name, self._entries.pop(result.name), waiting)
            yield from waiting
            waiting = []

    def _note(self, name: str, entry: _Entry, results: list[bytes | Failure]) -> None:
        lines = b"".join(line + b"\n" for line in results if isinstance(line, bytes))
        failed = [result for result in results if isinstance(result, Failure)]
        failures = msgspec.json.encode([(os.fsencode(name), reason) for name, reason in failed])
        entry = entry._replace(start=self._at, length=len(lines), lines=_digest(lines), failures=failures)
        self._at += len(lines)
        self._new.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (os.fsencode(name), *entry))

    def commit(self) -> None:
        """The new ledger in the place of the old one."""
        self._new.execute("INSERT INTO about VALUES (?, ?)", (self._key, time.time_ns()))
        self._new.execute("COMMIT")
        self._new.close()
        self._old.close()
        self._partial.chmod(stat.S_IMODE(Path(self._output).stat().st_mode))
        self._partial.replace(self._path)

    def close(self) -> None:
        """Leave nothing behind, whether or not it was committed."""
        self._new.close()
        self._old.close()
        with contextlib.suppress(OSError):
            self._partial.unlink()


class _Old:
    """The ledger and the output of the last run, as far as they can be trusted."""

    def __init__(self, output: str, path: Path, key: str) -> None:
        self.written = 0
        self._output: BinaryIO | None = None
        self._ledger: sqlite3.Connection | None = None
        with contextlib.suppress(OSError, sqlite3.Error, TypeError):
            if path.is_file():
                self._ledger = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
                stored, self.written = self._ledger.execute("SELECT key, written FROM about").fetchone()
                if stored == key:
                    self._output = Path(output).open("rb")  # noqa: SIM115

    def entry(self, name: str) -> _Entry | None:
        if self._ledger is None or self._output is None:
            return None
        try:
            found = self._ledger.execute("SELECT * FROM sources WHERE name = ?", (os.fsencode(name),)).fetchone()
        except sqlite3.Error:
            return None
        return _Entry(*found[1:]) if found else None

    def lines(self, entry: _Entry) -> list[bytes] | None:
        """The lines that a source gave, `None` where they are not what they were."""
        if self._output is None:
            return None
        try:
            self._output.seek(entry.start)
            lines = self._output.read(entry.length)
        except (OSError, ValueError):
            return None
        return lines.split(b"\n")[:-1] if _digest(lines) == entry.lines else None

    def close(self) -> None:
        for one in (self._output, self._ledger):
            if one is not None:
                one.close()


def results(
    find: Callable[[Known], Found], options: local.Options, render: Callable[[JobPost], bytes], ledger: Ledger,
) -> Iterator[bytes | Failure]:
    """As `local.results`, parsing only what the ledger does not know."""
    yield from ledger.results(local.results(ledger.signed(find(ledger.known)), options, render))


def _beside(output: str) -> Path:
    path = Path(output).resolve()
    return path.with_name(path.name + ".state")


def _content(source: Source) -> bytes:
    return _digest(source.data if source.row is None else repr(source.row).encode("utf-8", "surrogatepass"))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
