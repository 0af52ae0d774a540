"""A table on standard input: JSON or CSV, told by its first character, packed or not, told by its first bytes."""
from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import ExitStack, nullcontext

from . import Open, Raw, Slice, delimited, jsonrows
from .streams import unpacked_by_content, with_head

NESTED = True


def read(name: str, open: Open, part: Slice) -> Iterator[Raw]:
    """The rows of a slice. Raises CannotOpen."""
    with open() as raw, ExitStack() as stack:
        head, stream = with_head(unpacked_by_content(raw, stack), io.DEFAULT_BUFFER_SIZE)
        module = jsonrows if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") else delimited
        yield from module.read(name, lambda: nullcontext(stream), part)
