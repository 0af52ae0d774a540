"""A folder of parts: what is in it, what is done, and its manifest."""
from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from .. import __version__
from ..record import SCHEMA_VERSION

MANIFEST, JOURNAL = "manifest.json", "journal.jsonl"


class Taken(Exception):
    """The folder holds something else; the message is `what is wrong; what to do`."""


class Done(NamedTuple):
    """A part that stands in the folder: its number, its records, what failed (name, reason), its bytes."""

    number: int
    records: int
    failed: list[tuple[str, str]]
    bytes: int


class Manifest(msgspec.Struct):
    """What a folder of parts says of itself; `run` stands for program, options and inputs."""

    run: str
    format: str
    jobparse: str = __version__
    schema_version: int = SCHEMA_VERSION
    complete: bool = False
    records: int = 0
    failed: int = 0
    parts: list[dict[str, Any]] = []


class Folder:
    """The output of a run on a cluster, while it grows."""

    def __init__(self, path: str, form: str, run: str) -> None:
        self._folder, self._form, self._run = Path(path), form, run
        self._done: dict[int, Done] = {}

    @staticmethod
    def path_of(folder: str, number: int, form: str) -> Path:
        """The file of a part."""
        return Path(folder) / f"part-{number:06}.{form}"

    def begin(self, numbers: list[int]) -> dict[int, Done]:
        """The parts of an earlier run that stand; the folder is then this run's. Raises Taken."""
        old = manifest(self._folder)
        if old is None and any(self._folder.glob("part-*")):
            raise Taken(f"{self._folder}: holds parts without a manifest; give an empty folder")
        if old is not None and old.run != self._run:
            about = "other inputs, options or program"
            raise Taken(f"{self._folder}: holds the parts of another run ({about}); give an empty folder")
        wanted = set(numbers)
        self._done = {one.number: one for one in sorted(self._journal()) if one.number in wanted and self._stands(one)}
        self._sweep()
        with (self._folder / JOURNAL).open("wb") as journal:
            journal.writelines(msgspec.json.encode(done) + b"\n" for done in self._done.values())
        self._write(complete=False)
        return dict(self._done)

    def _journal(self) -> Iterator[Done]:
        """What is noted as done; a torn last line is none."""
        with contextlib.suppress(OSError):
            for line in (self._folder / JOURNAL).read_bytes().splitlines():
                with contextlib.suppress(msgspec.DecodeError):
                    yield msgspec.json.decode(line, type=Done)

    def _stands(self, done: Done) -> bool:
        path = self.path_of(str(self._folder), done.number, self._form)
        return path.is_file() and path.stat().st_size == done.bytes

    def note(self, done: Done) -> None:
        """A part is done."""
        self._done[done.number] = done
        with (self._folder / JOURNAL).open("ab") as journal:
            journal.write(msgspec.json.encode(done) + b"\n")

    def _sweep(self) -> None:
        """What killed workers left half written."""
        for stale in self._folder.glob(".part-*.part"):
            stale.unlink(missing_ok=True)

    def finish(self) -> None:
        """All parts are done."""
        self._sweep()
        self._write(complete=True)

    def _write(self, complete: bool) -> None:
        done = [self._done[number] for number in sorted(self._done)]
        whole = Manifest(
            self._run, self._form, complete=complete,
            records=sum(one.records for one in done), failed=sum(len(one.failed) for one in done),
            parts=[self._told(one) for one in done],
        )
        partial = self._folder / f".{MANIFEST}.part"
        partial.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
        partial.replace(self._folder / MANIFEST)

    def _told(self, one: Done) -> dict[str, Any]:
        name = self.path_of("", one.number, self._form).name
        return {"name": name, "records": one.records, "failed": len(one.failed), "bytes": one.bytes}


def manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder of parts, `None` where it has none."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None
