"""The bytes of a table: from a file, standard input or a remote store, unpacked as they come."""
from __future__ import annotations

import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from ..sources import STDIN, is_remote
from ..standard import standard_input

_BEGINNINGS = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd", ".bz2": b"BZh", ".xz": b"\xfd7zXZ\0"}
PACKED = tuple(_BEGINNINGS)
"""Endings of packed files."""

_BUFFER, _PACKED = 1 << 18, 1 << 15
"""Bytes read ahead, and packed bytes unpacked at a time."""

BROKEN = (EOFError, zlib.error, lzma.LZMAError)
"""What unpackers raise, beside OSError, in the middle of a damaged file."""


class CannotOpen(ValueError):
    """A table cannot be read, or not further; the message is `what is wrong; what to do`."""


def packing(name: str) -> tuple[str, str | None]:
    """A name without the ending of its packing, and that ending."""
    for ending in PACKED:
        if name.lower().endswith(ending):
            return name[: -len(ending)], ending
    return name, None


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The unpacked bytes of a table. Raises CannotOpen, also where the file breaks off within the block."""
    with ExitStack() as stack:
        try:
            raw = stack.enter_context(_raw(name))
            yield _unpacked(raw, packing(name)[1], stack)
        except (OSError, *BROKEN) as error:
            raise CannotOpen(_why(error)) from error


def unpacked(raw: BinaryIO, name: str, stack: ExitStack) -> BinaryIO:
    """The bytes of a stream that is packed as its name says."""
    return _unpacked(raw, packing(name)[1], stack)


def unpacked_by_content(raw: BinaryIO, stack: ExitStack) -> BinaryIO:
    """The bytes of a stream without a name, which may be packed."""
    head, raw = with_head(raw, _BUFFER)
    ending = next((ending for ending, beginning in _BEGINNINGS.items() if head.startswith(beginning)), None)
    return _unpacked(raw, ending, stack)


def missing(extra: str, need: str) -> CannotOpen:
    """What to install where an optional library is not there."""
    return CannotOpen(f"{need} needs an extra; run: pip install 'jobparse[{extra}]'")


@contextmanager
def _raw(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield standard_input()
    elif is_remote(name):
        with remote(name) as stream:
            yield stream
    else:
        with Path(name).open("rb", buffering=_BUFFER) as stream:
            yield stream


@contextmanager
def remote(name: str) -> Iterator[BinaryIO]:
    """A file of a remote store, by fsspec."""
    try:
        import fsspec
    except ImportError:
        raise missing("remote", f"reading {name.partition(':')[0]}://") from None
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(fsspec.open(name, "rb"))
        except (ImportError, ValueError) as error:  # no such store, or its own library is not there
            raise CannotOpen(f"cannot be reached ({error}); check the address") from error
        yield cast(BinaryIO, stream)


def _unpacked(raw: BinaryIO, ending: str | None, stack: ExitStack) -> BinaryIO:
    stream: Any = raw
    if ending == ".gz":
        import gzip

        stream = stack.enter_context(gzip.GzipFile(fileobj=raw, mode="rb"))
    elif ending == ".bz2":
        import bz2

        stream = stack.enter_context(bz2.BZ2File(raw, "rb"))
    elif ending == ".xz":
        stream = stack.enter_context(lzma.LZMAFile(raw, "rb"))  # noqa: SIM115
    elif ending == ".zst":
        stream = stack.enter_context(_zstd(raw))
    return cast(BinaryIO, io.BufferedReader(Rejoined(b"", stream), _BUFFER)) if ending else stream


def _zstd(raw: BinaryIO) -> Any:
    """Zstandard: in the standard library from Python 3.14 on, before that an extra."""
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdDecompressor, ZstdError

        return Frames(raw, ZstdDecompressor, ZstdError)
    try:
        import zstandard
    except ImportError:
        raise missing("zstd", "reading .zst before Python 3.14") from None
    return Frames(raw, lambda: zstandard.ZstdDecompressor().decompressobj(), zstandard.ZstdError)


class Frames(io.RawIOBase):
    """Unpacks frame after frame, and says where the last one is cut off."""

    def __init__(self, raw: BinaryIO, unpacker: Callable[[], Any], fault: type[Exception]) -> None:
        self._raw, self._new, self._fault = raw, unpacker, fault
        self._frame: Any = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Raises EOFError where the bytes are damaged or end too early."""
        try:
            while not self._ready and (packed := self._packed or self._raw.read(_PACKED)):
                self._frame = self._frame or self._new()
                self._ready, self._packed = self._frame.decompress(packed), b""
                if self._frame.eof:
                    self._packed, self._frame = self._frame.unused_data, None
        except self._fault as error:
            raise EOFError(str(error)) from error
        if not self._ready and self._frame is not None:
            raise EOFError("it is cut off")
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _why(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist; check the path"
    if isinstance(error, PermissionError):
        return "may not be read by you; change its permissions"
    about = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"cannot be read to its end ({about}); get the file again"


class Rejoined(io.RawIOBase):
    """A stream whose beginning has been read already; it gives what there is before it says that the rest is damaged."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The head first, then the rest."""
        room = len(buffer)
        data = self._head[:room] if self._head else _at_hand(self._rest, room)
        self._head = self._head[room:]
        buffer[: len(data)] = data
        return len(data)


def with_head(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, fewer where it breaks off, and the whole of it."""
    head = b""
    try:
        while len(head) < size and (more := _at_hand(stream, size - len(head))):
            head += more
    except BROKEN:
        if not head:
            raise
    return head, cast(BinaryIO, io.BufferedReader(Rejoined(head, stream), _BUFFER))


def _at_hand(stream: BinaryIO, most: int) -> bytes:
    """The next bytes, as few as can be had at once: who asks for more gets none of them where the file then breaks off."""
    some: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return some(most)
