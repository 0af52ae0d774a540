"""Floors of quality over labelled posts, where a checkout has them beside it; lowered only on purpose."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
FLOORS = {
    "source.format": 1.0,
    "title": 0.95,
    "role": 0.95,
    "company": 0.95,
    "language": 0.95,
    "tags": 0.95,
    "date_posted": 0.95,
    "apply_url": 0.95,
    "contacts": 0.9,
    "employment_types": 0.9,
    "seniority": 0.9,
    "salary": 0.9,
    "locations": 0.9,
    "work_mode": 0.9,
    "experience_years.min": 0.9,
    "education.level": 0.9,
    "languages": 0.9,
    "remote_scope": 0.85,
    "equity": 0.85,
    "responsibilities": 0.9,
    "requirements": 0.9,
    "benefits": 0.9,
    "nice_to_have": 0.85,
    "skills": 0.9,
    "skills.need": 0.9,
}
MACRO = 0.9


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="no labelled posts beside this checkout")
def test_floors(tmp_path: Path) -> None:
    from jobparse.cli import program

    records = tmp_path / "records.jsonl"
    code = program.main(["extract", str(SHARED / "gold" / "posts"), "-o", str(records)], standalone_mode=False)
    assert not code
    done = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(SHARED / "gold" / "labels"), str(records), "--json"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    scores = json.loads(done.stdout)
    short = {
        name: scores["fields"][name]["f1"] for name, floor in FLOORS.items() if scores["fields"][name]["f1"] < floor
    }
    assert not short, f"below their floors: {short}"
    assert scores["macro_f1"] >= MACRO
