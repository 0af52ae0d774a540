"""One JSON array of records, `[]` when there are none; indented for people, written as they come."""
from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from ..record import JobPost
from . import Terminal, jsonl
from .printable import escaped


def render(post: JobPost, fields: Sequence[str] | None) -> bytes:
    """A record, or the named fields of it, as indented JSON."""
    return msgspec.json.format(jsonl.render(post, fields), indent=2)


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream, self._before = stream, b"[\n"
        self._shown = terminal.width is not None

    def write(self, rendered: bytes) -> None:
        """One element of the array."""
        self._stream.write(self._before + (escaped(rendered) if self._shown else rendered))
        self._before = b",\n"

    def close(self) -> None:
        """The array's end."""
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
