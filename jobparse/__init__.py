"""Parser and analyzer of job posts: every field with the line it was read from, offline."""
from __future__ import annotations

__version__ = "0.1.0"
