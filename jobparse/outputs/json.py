"""One JSON array of records, `[]` when there are none; indented for people, written as they come."""
from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from ..record import JobPost
from . import Terminal
from .jsonl import encode


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream, self._fields, self._before = stream, fields, b"[\n"

    def write(self, post: JobPost) -> None:
        """One element of the array."""
        self._stream.write(self._before + msgspec.json.format(encode(post, self._fields), indent=2))
        self._before = b",\n"

    def close(self) -> None:
        """The array's end."""
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
