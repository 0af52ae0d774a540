"""Where results go: standard output, or a file that is replaced whole or not at all."""
from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..standard import standard_output


class CannotWrite(OSError):
    """The target cannot be written; the message names it, what is wrong and what to do."""


@contextlib.contextmanager
def opened(path: str | None) -> Iterator[BinaryIO]:
    """A stream to write to. A file appears under its name only when the block ends well. Raises CannotWrite."""
    if path is None or path == "-":
        if sys.stdout is None:
            raise CannotWrite("standard output is closed; write to a file with -o")
        yield standard_output()
        return
    if path.endswith(os.sep):
        raise CannotWrite(f"{path}: is the name of a folder; give a file name")
    try:
        target = _final(Path(path))
    except (OSError, ValueError) as error:
        if isinstance(error, CannotWrite):
            raise
        raise CannotWrite(f"{path}: can be no file ({getattr(error, 'strerror', error)}); give another name") from error
    try:
        import tempfile

        handle, partial = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise CannotWrite(f"{path}: cannot write into its folder ({error.strerror}); choose another place") from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(partial).chmod(_mode(target))
        Path(partial).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(partial).unlink()
        raise


def _final(path: Path) -> Path:
    """The file that will be replaced: a link's target, never a folder, a device or a read-only file."""
    with contextlib.suppress(OSError, RuntimeError):
        path = path.resolve()
    if not path.parent.is_dir():
        raise CannotWrite(f"{path}: its folder does not exist; make it first")
    if path.is_dir():
        raise CannotWrite(f"{path}: is a folder; give a file name")
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(path.stat().st_mode):
            raise CannotWrite(f"{path}: is no regular file; write to standard output instead")
        if not os.access(path, os.W_OK):
            raise CannotWrite(f"{path}: is read-only; choose another name or allow writing")
    return path


def _mode(target: Path) -> int:
    """The old file's permissions, or what a new file gets."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
