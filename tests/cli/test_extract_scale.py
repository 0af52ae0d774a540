"""`jobparse extract` on tables, with --update and on a cluster, from the command line."""
from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from jobparse.cli import program
from jobparse.cli.failing import run

ROWS = [
    {"title": "Tiler", "text": "You lay tiles in Porto, Portugal.", "link": "https://x.example/1"},
    {"title": "Glazier", "text": "", "link": "https://x.example/2"},
    {"title": "Data Engineer", "text": "We need Python.", "link": "https://x.example/3"},
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ads.jsonl.gz").write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in ROWS).encode()))
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("# Tiler\n")
    (tmp_path / "posts" / "b.md").write_text("# Nurse\n")
    return tmp_path


def jobparse(*arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["jobparse", *arguments])
    return run(program)


def test_a_table(place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    call = ("extract", "ads.jsonl.gz", "--id-field", "link", "--meta-fields", "title", "-f", "jsonl", "--fields", "title,metadata")
    assert jobparse(*call, monkeypatch=monkeypatch) == 1
    out, err = capfd.readouterr()
    assert [json.loads(line)["title"] for line in out.splitlines()] == ["Tiler", "Data Engineer"]
    assert json.loads(out.splitlines()[0])["metadata"] == {"title": "Tiler", "link": "https://x.example/1"}
    assert err.splitlines() == [
        "jobparse: ads.jsonl.gz: the posts' text is read from the column 'text'; --text-field names another",
        "jobparse: ads.jsonl.gz#2 (https://x.example/2): has no text in the column 'text'; nothing to parse",
        "jobparse: parsed 2, failed 1",
    ]


def test_a_folder_named_beside_a_glob_of_tables(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert jobparse("skills", "posts", "ads*.gz", "--format", "json", monkeypatch=monkeypatch) == 1
    assert json.loads(capfd.readouterr().out)["posts"] == 4


def test_update(place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    call = ("extract", "posts", "-o", "records.jsonl", "--update")
    assert jobparse(*call, monkeypatch=monkeypatch) == 0
    before = Path("records.jsonl").read_bytes()
    assert jobparse(*call, monkeypatch=monkeypatch) == 0
    assert Path("records.jsonl").read_bytes() == before
    assert capfd.readouterr().err.splitlines()[-1] == "jobparse: parsed 2 (2 sources unchanged)"
    assert jobparse(*call, "--fields", "title", monkeypatch=monkeypatch) == 0
    assert capfd.readouterr().err.splitlines()[-1] == "jobparse: parsed 2 (0 sources unchanged)"


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("--update",), "add -o records.jsonl"),
        (("--update", "-o", "records.csv"), "add -o records.jsonl"),
        (("--engine", "dask"), "add -o DIR/"),
        (("--engine", "dask", "-o", "out", "-f", "table"), "no parts in the format table"),
        (("--engine", "dask", "-o", "out", "--update"), "local engine only"),
    ],
)
def test_what_does_not_go_together(
    call: tuple[str, ...], told: str, place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert jobparse("extract", "posts", *call, monkeypatch=monkeypatch) == 2
    err = capfd.readouterr().err
    assert told in err and err.count("\n") == 1
    assert not Path("out").exists()


def test_a_missing_extra_is_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for call in (("--engine", "dask", "-o", "out"), ("-o", "jobs.parquet")):
        assert jobparse("extract", "posts", *call, monkeypatch=monkeypatch) == 2
        err = capfd.readouterr().err
        assert "pip install 'jobparse[" in err and err.count("\n") == 1
    assert not Path("jobs.parquet").exists()


def test_a_cluster_of_its_own(place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("distributed")
    call = ("extract", "posts", "--engine", "dask", "--jobs", "1", "-o", "out/")
    assert jobparse(*call, monkeypatch=monkeypatch) == 0
    assert capfd.readouterr().err.splitlines()[-1] == "jobparse: parsed 2"
    assert jobparse("skills", "out/", "--format", "json", monkeypatch=monkeypatch) == 0
    assert json.loads(capfd.readouterr().out)["posts"] == 2
