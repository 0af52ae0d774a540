"""One module a field, or a family that is one thought. The order of the tuple is the order of reading, nothing more."""
from __future__ import annotations

from importlib import import_module
from pathlib import Path

EXTRACTORS = tuple(
    import_module(f".{path.stem}", __name__)
    for path in sorted(Path(__file__).parent.glob("*.py")) if path.stem != "__init__"
)
