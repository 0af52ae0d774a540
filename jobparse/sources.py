"""From what a person names (files, folders, globs, `-`) to bytes, one file at a time; or why there are none.

Nothing hangs, nothing is read twice, nothing big is read at all, and no fault of one file stops the others.
"""
# Names stay as they were given, where Path would rewrite `./a` and `a//b`:
# ruff: noqa: PTH112, PTH114, PTH116, PTH118, PTH122
from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from io import RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from .binary import why_not_text
from .standard import standard_input

MAX_SIZE = 5_000_000
"""Bytes of the largest file that is read: a hundred times the longest posts, bearable for a small machine."""

ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".txt", ".text", ".html", ".htm", ".json", ".jsonl")
"""Endings by which a folder's posts are known; files without any are tried, and left out if no text."""

STDIN = "-"


_RECORD = re.compile(rb'(?:\xef\xbb\xbf)?\s{0,40}\[?\s{0,40}\{\s{0,40}"schema_version"\s{0,40}:')


def holds_records(head: bytes) -> bool:
    """Whether a file that begins so holds records which this program wrote."""
    return _RECORD.match(head) is not None


class Row(NamedTuple):
    """A post out of a table: its text (`None` where the whole row is the post), its other cells, its size in bytes."""

    text: str | None
    cells: Mapping[str, Any]
    size: int
    encoding: str = "utf-8"


class Source(NamedTuple):
    """A file's name as given (it may hold anything that a file's name may) and its bytes, or a table's row instead."""

    name: str
    data: bytes
    row: Row | None = None


class Failure(NamedTuple):
    """Something that could not be read, and why: `what is wrong; what to do`."""

    name: str
    reason: str


Found = Iterator[Source | Failure]
Opened = Callable[[str], Found | None]
"""What a name leads to, where that is no single post; `None` where it is."""

Known = Callable[[str, os.stat_result], Source | None]
"""A stand-in for a file that need not be read again, `None` where it must."""


class IsOutput(Exception):
    """A file that was to be read is the one that the results would replace; the message names it."""


def find(
    paths: Iterable[str], *, max_size: int = MAX_SIZE, table: Opened | None = None, known: Known | None = None,
    output: str | None = None,
) -> Found:
    """What the paths lead to, in their order; each file once, read when it is asked for.

    Folders are walked by name without following links; hidden files, unknown endings and records that an earlier
    `extract` wrote there are passed over.
    A file that is named is always tried. A path with `*`, `?` or `[` that names no file is expanded, `**` to
    any depth. `table` opens what holds many posts, where it is named. Raises IsOutput where a post is met that is the
    file `output`.
    """
    seen = Seen(output)
    for path in _once(paths):
        for found in _files(path):
            if isinstance(found, Failure):
                yield found
            elif table and not found.met and (rows := table(found.name)) is not None:
                yield from rows
            elif (source := _single(found, max_size, seen, known)) is not None:
                yield source


def _single(found: Named, max_size: int, seen: Seen, known: Known | None) -> Source | Failure | None:
    """The one post, or list of posts, that a name leads to."""
    if found.name == STDIN:
        return _read_stdin(max_size)
    if is_remote(found.name):
        return Failure(found.name, "is no table or archive by its ending; copy single posts here and give the copies")
    return _read(found, max_size, seen, known)


def names(paths: Iterable[str]) -> Iterator[Named | Failure]:
    """As `find`, without reading: the files, each once, in order."""
    seen = Seen()
    for path in _once(paths):
        for found in _files(path):
            if isinstance(found, Named) and found.name != STDIN and not is_remote(found.name):
                with contextlib.suppress(OSError):
                    status = os.stat(found.name)
                    if not seen.add(status):
                        continue
            yield found


def read(found: Named, path: str | None = None, *, max_size: int = MAX_SIZE) -> Source | Failure | None:
    """One of `names`, from `path` where it is to be opened under another name; `None` where it is passed over."""
    source = _read(found._replace(name=path or found.name), max_size, Seen())
    return source._replace(name=found.name) if source else None


def is_remote(path: str) -> bool:
    """Whether a path is an address of another store: `s3://…`, `https://…`, `memory://…`."""
    return _ADDRESS.match(path) is not None


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


_BLOCK = 64
"""Inodes that are noted together: those of files that were made together are neighbours."""


class Seen:
    """Files that were read, by what they are under whatever name; and the file that the results will replace."""

    def __init__(self, output: str | None = None) -> None:
        self._files: dict[tuple[int, int], int] = {}  # device, inode but for its last bits → a bit for each
        self._output: os.stat_result | None = None
        with contextlib.suppress(OSError, ValueError):
            self._output = os.stat(output) if output is not None else None

    def add(self, status: os.stat_result) -> bool:
        """Whether the file is new."""
        block, bit = divmod(status.st_ino, _BLOCK)
        known = self._files.get((status.st_dev, block), 0)
        self._files[status.st_dev, block] = known | 1 << bit
        return not known >> bit & 1

    def is_output(self, status: os.stat_result) -> bool:
        """Whether the file would be replaced."""
        return self._output is not None and os.path.samestat(status, self._output)


def _once(paths: Iterable[str]) -> Iterator[str]:
    asked: set[str] = set()
    for path in paths:
        if path not in asked:
            asked.add(path)
            yield path


# --- which files --------------------------------------------------------------------------------------------


class Named(NamedTuple):
    """A file's name, and whether it was met in a folder, not named by anybody."""

    name: str
    met: bool = False


def _files(path: str) -> Iterator[Named | Failure]:
    """The files that one path stands for; standard input and addresses stand for themselves."""
    if path == STDIN or is_remote(path):
        yield Named(path)
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if _is_pattern(path) and isinstance(error, FileNotFoundError) and not os.path.islink(path):
            yield from _expanded(path)
        else:
            yield Failure(path, _why(error, path))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path)
    elif stat.S_ISREG(mode):
        yield Named(path)
    else:
        yield Failure(path, _irregular(mode))


def _in_folder(folder: str) -> Iterator[Named | Failure]:
    empty = True
    for found in _walk(folder):
        empty = False
        yield found
    if empty:
        yield Failure(folder, f"holds no posts; give files, or a folder with files in {' '.join(ENDINGS)}")


def _walk(folder: str) -> Iterator[Named | Failure]:
    """A folder's posts and those of the folders in it, by name; only names are in memory."""
    waiting = [(folder, _held(folder))]
    while waiting:
        place, held = waiting[-1]
        if isinstance(held, Failure):
            waiting.pop()
            yield held
        elif not held:
            waiting.pop()
        elif (name := held.pop()).endswith("/"):
            inner = os.path.join(place, name[:-1])
            waiting.append((inner, _held(inner)))
        else:
            yield Named(os.path.join(place, name), met=True)


def _held(folder: str) -> list[str] | Failure:
    """Names of the posts and, with a `/`, of the folders in a folder, the last one first, to be popped.

    Names alone: what the system tells of each entry would take four times the memory.
    """
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found.append(entry.name + "/")
                elif entry.is_file(follow_symlinks=False) and _may_be_post(entry.name):
                    found.append(entry.name)
    except OSError as error:
        return Failure(folder, _why(error, folder))
    found.sort(key=lambda name: name.removesuffix("/"), reverse=True)
    return found


def _may_be_post(name: str) -> bool:
    ending = os.path.splitext(name)[1].lower()
    return not ending or ending in ENDINGS


def _listed(folder: str, hidden: bool = False) -> list[os.DirEntry[str] | Failure]:
    """What is in a folder and not hidden (or all that is hidden), the last name first, to be popped."""
    try:
        with os.scandir(folder or os.curdir) as entries:
            shown = [entry for entry in entries if entry.name.startswith(".") is hidden]
    except OSError as error:
        return [Failure(folder, _why(error, folder))]
    return sorted(shown, key=lambda entry: entry.name, reverse=True)


# --- globs --------------------------------------------------------------------------------------------------


def _is_pattern(path: str) -> bool:
    return any(sign in path for sign in "*?[")


def _expanded(pattern: str) -> Iterator[Named | Failure]:
    """What a pattern that the shell left alone matches, by name."""
    parts = Path(pattern).parts
    anchor = Path(pattern).anchor
    matches = _matches(anchor, parts[1:] if anchor else parts)
    empty = True
    for match in _once(matches):
        empty = False
        yield from _files(match)
    if empty:
        yield Failure(pattern, "matches no file; check the pattern, and quote none of its folders")


def _matches(base: str, parts: tuple[str, ...]) -> Iterator[str]:
    """Paths in a folder (`""`: here) that match a pattern's parts; hidden ones where a part begins so."""
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    literal = os.path.join(base, part)
    if part == "**":
        yield from _matches(base, rest)
        for name in _names(base, folders_only=True) if rest else ():  # `posts/**` is the folder: it is walked
            yield from _matches(os.path.join(base, name), parts)
    elif os.path.lexists(literal):
        yield from _matches(literal, rest)
    elif _is_pattern(part):
        for name in _names(base, hidden=part.startswith(".")):
            if fnmatch(name, part) and (not rest or os.path.isdir(os.path.join(base, name))):
                yield from _matches(os.path.join(base, name), rest)


def _names(folder: str, *, hidden: bool = False, folders_only: bool = False) -> Iterator[str]:
    for entry in reversed(_listed(folder, hidden)):
        if not isinstance(entry, Failure) and (not folders_only or entry.is_dir(follow_symlinks=False)):
            yield entry.name


# --- reading ------------------------------------------------------------------------------------------------

_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
"""Not waiting for a pipe's other end: what was a file a moment ago may be one now."""


def _read(
    wanted: Named, max_size: int, seen: Seen, known: Known | None = None
) -> Source | Failure | None:
    """A file's bytes; `None` where it was read before, under whatever name, or was no more than tried."""
    name = wanted.name
    try:
        with open(name, "rb", buffering=0, opener=lambda path, _: os.open(path, _FLAGS)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return Failure(name, _irregular(status.st_mode))
            if not seen.add(status):
                return None
            if known is not None and (old := known(name, status)) is not None:
                return old
            if status.st_size > max_size:
                earlier = wanted.met and holds_records(file.read(_CHUNK))
                return None if earlier else Failure(name, _too_big(max_size, status.st_size))
            data = _at_most(file, max_size)
    except FileNotFoundError:
        return Failure(name, "vanished before it was read; try again")
    except OSError as error:
        return Failure(name, _why(error, name))
    if data is None:
        return Failure(name, _too_big(max_size))
    if wanted.met and (holds_records(data) or (not os.path.splitext(name)[1] and why_not_text(data))):
        return None
    if seen.is_output(status):
        raise IsOutput(f"{name} is one of the posts; write the results elsewhere")
    return Source(name, data)


def _read_stdin(max_size: int) -> Source | Failure:
    try:
        data = _at_most(standard_input(), max_size)
    except (OSError, ValueError, AttributeError) as error:  # closed, or none at all
        return Failure(STDIN, _why(error, STDIN))
    return Failure(STDIN, _too_big(max_size)) if data is None else Source(STDIN, data)


def _at_most(stream: BinaryIO | RawIOBase, max_size: int) -> bytes | None:
    """All that a stream holds, `None` where it is more than `max_size`: files grow while they are read."""
    chunks: list[bytes] = []
    room = max_size + 1
    while room > 0 and (chunk := stream.read(min(room, _CHUNK))):
        chunks.append(chunk)
        room -= len(chunk)
    return b"".join(chunks) if room > 0 else None


_CHUNK = 1 << 16  # bytes asked for at a time: a small file must not cost the memory of the largest

# --- what is wrong; what to do ------------------------------------------------------------------------------


def _why(error: Exception, name: str) -> str:
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENOTDIR if os.path.islink(name):
            return "is a link to nothing; give the file that it was meant for"
        case errno.ENOENT | errno.ENOTDIR:
            return "does not exist; check the path"
        case errno.ELOOP:
            return "is a link that leads back to itself; give the file that it was meant for"
        case errno.EACCES | errno.EPERM:
            return "may not be read by you; change its permissions"
        case errno.ENAMETOOLONG:
            return "is too long for a path; check it"
        case None:
            return "is closed; pipe a post into it" if name == STDIN else "can be no path; check it"
        case code:
            return f"cannot be read ({os.strerror(code).lower()}); copy it elsewhere and try again"


_IRREGULAR = {
    stat.S_IFIFO: "is a pipe, no file; pipe it into standard input and give -",
    stat.S_IFSOCK: "is a socket, no file; give a file",
    stat.S_IFCHR: "is a device, no file; give a file",
    stat.S_IFBLK: "is a device, no file; give a file",
    stat.S_IFDIR: "is a folder now; try again",
}


def _irregular(mode: int) -> str:
    return _IRREGULAR.get(stat.S_IFMT(mode), "is no regular file; give a file")


def _too_big(max_size: int, size: int | None = None) -> str:
    holds = f"holds {size / 1e6:.1f} MB, more" if size else "holds more"
    return f"{holds} than the {max_size / 1e6:g} MB that are read; split it, or allow more with --max-size"
