"""Regular expressions that are compiled when they are first used: one post needs not half of the package's."""
from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but that a defect of the source is told at the first use."""
    return cast("re.Pattern[str]", LazyPattern(source, flags))


class LazyPattern:
    """Stands for a pattern; takes over its methods at the first use, so that later ones cost nothing more."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._asked = source, flags

    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._asked)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = self.compiled()
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)
