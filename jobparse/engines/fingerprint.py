"""What decides a record beside the post: the program and its data, a person's vocabulary, the options."""
from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent


@cache
def program() -> str:
    """A digest of this package's modules and vocabulary, and of the interpreter's version."""
    digest = hashlib.blake2b(repr(sys.version_info[:2]).encode(), digest_size=16)
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def of_run(skills: str | None, about: Iterable[object]) -> str:
    """A digest of the program, of a person's vocabulary file, and of whatever else decides what is written."""
    digest = hashlib.blake2b(program().encode(), digest_size=16)
    digest.update(Path(skills).read_bytes() if skills else b"")
    for one in about:
        digest.update(repr(one).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
