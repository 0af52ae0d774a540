"""JSON lines: one record a line, written as soon as it is there; with fields, one flat object of those names."""
from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

import msgspec

from ..record import JobPost
from . import Terminal
from .columns import pick
from .printable import escaped


def render(post: JobPost, fields: Sequence[str] | None) -> bytes:
    """A record, or the named fields of it, as JSON without a newline."""
    return msgspec.json.encode(post if fields is None else {name: pick(post, name) for name in fields})


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream, self._shown = stream, terminal.width is not None

    def write(self, rendered: bytes) -> None:
        """One line."""
        self._stream.write((escaped(rendered) if self._shown else rendered) + b"\n")

    def close(self) -> None:
        """Nothing comes last."""
