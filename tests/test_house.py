"""The rules of the house, held by reading the source: which way imports go, what stands in which tuple, how long things are."""
from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import jobparse
from jobparse import extractors, formats, outputs

ROOT = Path(jobparse.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

DATA_SHAPES = {"document", "candidates", "record"}
ARROWS: dict[str, set[str]] = {
    "letters": set(),
    "literals": set(),
    "patterns": set(),
    "document": set(),
    "candidates": {"document"},
    "record": set(),
    "schema": {"record"},
    "vocab": {"record"},
    "decoding": {"document", "binary", "encodings", "mojibake"},
    "binary": {"encodings"},
    "encodings": set(),
    "mojibake": set(),
    "standard": set(),
    "sources": {"binary", "standard"},
    "tables": {"sources", "standard", "formats", "encodings", "vocab"},
    "view": {"document"},
    "formats": {"document", "view", "vocab"},
    "sections": {"document", "record", "view", "vocab", "readers"},
    "limits": {"document"},
    "facts": {"document", "vocab"},
    "scan": {"document", "vocab"},
    "readers": {"document", "record", "vocab"},
    "extractors": {"document", "candidates", "record", "vocab", "readers", "view"},
    "resolve": DATA_SHAPES,
    "derive": {"record", "readers", "resolve", "candidates", "document"},
    "parser": {
        "decoding", "formats", "limits", "sections", "facts", "scan", "extractors", "resolve", "derive", "vocab",
        *DATA_SHAPES,
    },
    "engines": {"parser", "sources", "standard", "limits", "tables", "record", "formats", "decoding", "outputs", "vocab"},
    "analysis": {"resolve", "vocab", *DATA_SHAPES},
    "outputs": {"record", "analysis", "standard"},
    "cli": {
        "limits", "sources", "tables", "engines", "outputs", "analysis", "parser", "schema", "vocab", "formats", "decoding", *DATA_SHAPES,
    },
    "__init__": {"parser", "record"},
    "__main__": {"cli"},
}
"""Part of the package → the parts it may import (its own folder always): the arrows of the design, no others."""

FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "misc"}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def part_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Parts of the package that a module imports."""
    depth = len(path.relative_to(ROOT).parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            found.update(name.split(".")[0] for name in names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").startswith("jobparse"):
            found.add((node.module or "").split(".")[1] if "." in (node.module or "") else "__init__")
    return found - {"__version__", "letters", "literals", "patterns"}  # the last three stand beside `re`, below everything


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    part = part_of(path)
    assert part in ARROWS, f"{part} has no arrows yet: add it to the table"
    assert imported(path) - {part} <= ARROWS[part]


def test_extractors_never_import_each_other() -> None:
    for path in (ROOT / "extractors").glob("*.py"):
        if path.stem != "__init__":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                assert not (isinstance(node, ast.ImportFrom) and node.level == 1), f"{path.name} imports a sibling"


def test_every_extractor_stands_in_the_tuple() -> None:
    files = {path.stem for path in (ROOT / "extractors").glob("*.py")} - {"__init__"}
    listed = [module.__name__.rpartition(".")[2] for module in extractors.EXTRACTORS]
    assert files == set(listed)
    assert len(listed) == len(set(listed))


def test_every_output_stands_in_the_tuple() -> None:
    files = {path.stem for path in (ROOT / "outputs").glob("*.py") if "class Writer" in path.read_text("utf-8")}
    assert files - {"__init__"} == set(outputs.OUTPUTS)


def test_formats_have_a_policy() -> None:
    assert len(formats.FORMATS) >= 5


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_too_long(path: Path) -> None:
    text = path.read_text("utf-8")
    assert path.stem not in FORBIDDEN_NAMES
    assert text.count("\n") <= LONGEST_FILE, "rebuild the room"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module begins with what it is for"


def test_nothing_points_outside() -> None:
    absolute = re.compile(r"[\"'(\s]/(?:home|root|work|tmp)/\w")
    for path in MODULES:
        assert not absolute.search(path.read_text("utf-8")), path
