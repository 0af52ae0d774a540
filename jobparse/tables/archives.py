"""Archives: each member a post, a list of posts, or a table; `ads.zip#berlin/acme.md`."""
from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import IO, BinaryIO, NamedTuple, cast

from ..sources import ENDINGS, MAX_SIZE, Failure, Found, Source, holds_records
from .columns import Wanted
from .streams import CannotOpen, opened, unpacked

_SKIPPED = ("__MACOSX", ".")
"""How names begin that no post has: what a system put beside the posts."""


_BROKEN = "is no {} archive that can be read ({}); unpack it and give the posts in it"


class _Member(NamedTuple):
    name: str
    size: int
    stream: Callable[[], IO[bytes] | None]

    def open(self) -> BinaryIO:
        """Its bytes, before the next member is asked for."""
        return cast(BinaryIO, self.stream())


def members(name: str, wanted: Wanted, tell: Callable[[str], None] | None = None) -> Found:
    """What an archive holds, in its order; members that are no posts by their ending are passed over."""
    empty = True
    try:
        for member in _zipped(name) if name.lower().endswith(".zip") else _tarred(name):
            if not _is_hidden(member.name):
                for found in _of_member(name, member, wanted, tell):
                    empty = False
                    yield found
    except CannotOpen as error:
        yield Failure(name, str(error))
        return
    if empty:
        yield Failure(name, f"holds no posts; they end in {' '.join(ENDINGS)}")


def _is_hidden(name: str) -> bool:
    return any(part.startswith(_SKIPPED) and part not in (".", "..") for part in name.split("/"))


def _of_member(archive: str, member: _Member, wanted: Wanted, tell: Callable[[str], None] | None) -> Found:
    from . import Slice, kind_of, rows_of

    own = f"{archive}#{member.name}"
    kind = kind_of(member.name)
    if kind in ("archives", "parquet"):
        yield Failure(own, "cannot be read inside an archive; unpack it and give that")
    elif kind is not None and not member.name.lower().endswith(".json"):
        yield from rows_of(own, lambda: _unpacked_member(member), wanted, Slice(), tell)
    elif "." not in member.name.rpartition("/")[2] or member.name.lower().endswith(ENDINGS):
        if member.size > MAX_SIZE:
            yield Failure(own, f"holds {member.size / 1e6:.1f} MB, more than the {MAX_SIZE / 1e6:g} MB that are read")
            return
        with member.open() as stream:
            data = stream.read(MAX_SIZE + 1)
        if len(data) > MAX_SIZE:  # it holds more than it says
            yield Failure(own, f"holds more than the {MAX_SIZE / 1e6:g} MB that are read; split it into single posts")
        elif not holds_records(data):
            yield Source(own, data)


@contextmanager
def _unpacked_member(member: _Member) -> Iterator[BinaryIO]:
    with ExitStack() as stack:
        yield unpacked(stack.enter_context(member.open()), member.name, stack)


def _zipped(name: str) -> Iterator[_Member]:
    with opened(name) as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                for info in archive.infolist():
                    if not info.is_dir():
                        yield _Member(info.filename, info.file_size, partial(archive.open, info))
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:  # damaged, locked, packed otherwise
            raise CannotOpen(_BROKEN.format("zip", error)) from error


def _tarred(name: str) -> Iterator[_Member]:
    bare = name[: -len(".tgz")] + ".tar.gz" if name.lower().endswith(".tgz") else name
    with opened(name) as packed, ExitStack() as stack:
        stream = packed if bare == name else unpacked(packed, bare, stack)
        try:
            with tarfile.open(fileobj=stream, mode="r|") as archive:
                for info in archive:
                    archive.members = []  # type: ignore[attr-defined]  # what was passed is not kept
                    if info.isreg():
                        yield _Member(info.name.removeprefix("./"), info.size, partial(archive.extractfile, info))
        except tarfile.TarError as error:
            raise CannotOpen(_BROKEN.format("tar", error)) from error
