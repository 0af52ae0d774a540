"""The samples: each post gives exactly the record that stands beside it, and every record satisfies the schema.

After a wanted change `python tools/expect.py` writes the expected records anew; read the difference before
committing it.
"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from jobparse.parser import read_many
from jobparse.schema import schema

SAMPLES = Path(__file__).parent.parent / "samples"
POSTS = sorted(
    p for p in SAMPLES.iterdir() if p.is_file() and not p.name.endswith(".expected.json") and p.name != "README.md"
)


def records(path: Path) -> list[dict[str, object]]:
    return [msgspec.to_builtins(reading.post) for reading in read_many(path.read_bytes(), name=f"samples/{path.name}")]


def test_there_are_samples() -> None:
    assert len(POSTS) >= 10


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.name)
def test_sample_gives_its_record(path: Path) -> None:
    expected = json.loads((SAMPLES / f"{path.name}.expected.json").read_text("utf-8"))
    got = json.loads(json.dumps(records(path)))
    assert got == expected


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.name)
def test_record_satisfies_the_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    for record in records(path):
        validator.validate(record)
        assert list(record) == list(schema()["$defs"]["JobPost"]["properties"])


def test_no_expected_record_without_its_post() -> None:
    names = {path.name for path in POSTS}
    assert {path.name.removesuffix(".expected.json") for path in SAMPLES.glob("*.expected.json")} == names
