"""Parser and analyzer of job posts: every field with the line it was read from, offline.

    >>> import jobparse
    >>> post = jobparse.parse_text("# Backend Engineer\\n\\nCompany: Acme\\nSalary: 50,000 - 60,000 EUR / year")
    >>> post.title, post.company, post.salary.max
    ('Backend Engineer', 'Acme', 60000)
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .parser import parse_bytes, parse_file, parse_text
    from .record import JobPost

__version__ = "0.1.0"
__all__ = ["JobPost", "__version__", "parse_bytes", "parse_file", "parse_text"]

_HOMES = {"JobPost": ".record", "parse_bytes": ".parser", "parse_file": ".parser", "parse_text": ".parser"}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first asked for: `jobparse --help` must not wait for the parser."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name], __name__), name)
