"""Tables and archives: every kind gives the same posts, and what is wrong names its row."""
from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import string
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jobparse.engines import inputs, local
from jobparse.record import JobPost
from jobparse.sources import Failure, Source
from jobparse.tables import Wanted

ABOUT = "# About\n\nWe run tide gauges, \"all\" of them.\n\n## Requirements\n\n- Python\n- PostgreSQL; SQL"
POSTS = [
    {
        "link": "https://jobs.example/1", "title": "Backend Engineer", "company": "Kelp & Co", "pay": "",
        "description": ABOUT,
    },
    {
        "link": "https://jobs.example/2", "title": "Schreiner:in", "company": "Holzwerk", "pay": "3.100 € im Monat",
        "description": "Für unsere Werkstatt in Köln suchen wir Verstärkung.\r\nDu sägst, fräst und leimst.",
    },
]  # fmt: skip


def parsed(paths: list[str], wanted: Wanted = Wanted()) -> list[JobPost | Failure]:  # noqa: B008
    return list(local.parse(inputs.find(paths, wanted), local.Options()))


def as_jsonl(rows: list[dict[str, str]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    import csv

    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def as_parquet(rows: list[dict[str, str]], folder: Path) -> bytes:
    duckdb = pytest.importorskip("duckdb")
    (folder / "made.jsonl").write_bytes(as_jsonl(rows))
    duckdb.connect().execute(f"COPY (FROM read_json('{folder}/made.jsonl')) TO '{folder}/made.parquet'")
    return (folder / "made.parquet").read_bytes()


def zstd(data: bytes) -> bytes:
    if sys.version_info >= (3, 14):
        from compression import zstd as packer

        return packer.compress(data)
    return pytest.importorskip("zstandard").ZstdCompressor().compress(data)


KINDS: dict[str, Callable[[], bytes]] = {
    "ads.jsonl": lambda: as_jsonl(POSTS),
    "ads.ndjson": lambda: as_jsonl(POSTS),
    "ads.jsonl.gz": lambda: gzip.compress(as_jsonl(POSTS)),
    "ads.jsonl.bz2": lambda: bz2.compress(as_jsonl(POSTS)),
    "ads.jsonl.xz": lambda: lzma.compress(as_jsonl(POSTS)),
    "ads.jsonl.zst": lambda: zstd(as_jsonl(POSTS)),
    "ads.json.gz": lambda: gzip.compress(json.dumps(POSTS, indent=2).encode()),
    "bom.jsonl": lambda: b"\xef\xbb\xbf" + as_jsonl(POSTS),
    "ads.csv": lambda: as_csv(POSTS),
    "ads.csv.gz": lambda: gzip.compress(as_csv(POSTS)),
    "semicolons.csv": lambda: as_csv(POSTS, ";"),
    "bars.csv": lambda: as_csv(POSTS, "|"),
    "ads.tsv": lambda: as_csv(POSTS, "\t"),
    "bom.csv": lambda: b"\xef\xbb\xbf" + as_csv(POSTS),
    "sep.csv": lambda: b"sep=;\r\n" + as_csv(POSTS, ";"),
    "cp1252.csv": lambda: as_csv(POSTS).decode().encode("cp1252"),
    "utf-16.csv": lambda: as_csv(POSTS).decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_gives_the_same_posts(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(KINDS[name]())
    first, second = parsed([str(path)])
    assert isinstance(first, JobPost) and isinstance(second, JobPost)
    assert first.source.path == f"{path}#1"
    assert (first.title, first.company) == ("Backend Engineer", "Kelp & Co")
    assert {"Python", "PostgreSQL"} <= {skill.name for skill in first.skills}
    assert (second.title, second.language) == ("Schreiner:in", "de")
    assert second.metadata["pay"] == "3.100 € im Monat"
    assert second.salary is not None and (second.salary.min, second.salary.currency) == (3100, "EUR")
    assert "description" not in first.metadata


def test_parquet_gives_the_same_posts(tmp_path: Path) -> None:
    (tmp_path / "ads.parquet").write_bytes(as_parquet(POSTS, tmp_path))
    (tmp_path / "ads.jsonl").write_bytes(as_jsonl(POSTS))
    from_parquet, from_lines = (parsed([str(tmp_path / name)]) for name in ("ads.parquet", "ads.jsonl"))
    assert [post.id for post in from_parquet] == [post.id for post in from_lines]  # type: ignore[union-attr]
    assert [post.title for post in from_parquet] == ["Backend Engineer", "Schreiner:in"]  # type: ignore[union-attr]


def test_parquet_that_is_none_is_told(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "ads.parquet").write_bytes(b"nothing of the kind")
    (failure,) = parsed([str(tmp_path / "ads.parquet")])
    assert isinstance(failure, Failure) and "no Parquet" in failure.reason


# --- columns ----------------------------------------------------------------------------------------


def test_named_column_and_few_others(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_bytes(as_jsonl([{**POSTS[0], "description": "no", "inhalt": POSTS[0]["description"]}]))
    (post,) = parsed([str(path)], Wanted("inhalt", "link", ("title",)))
    assert isinstance(post, JobPost)
    assert post.metadata == {"link": "https://jobs.example/1", "title": "Backend Engineer"}
    assert post.company is None


def test_nested_column_by_dots(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_bytes(as_jsonl([{"job": {"text": POSTS[0]["description"]}}]))  # type: ignore[dict-item]
    (post,) = parsed([str(path)], Wanted("job.text"))
    assert isinstance(post, JobPost) and post.skills


def test_unknown_column_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv(POSTS))
    (failure,) = parsed([str(path)], Wanted("body"))
    assert failure == Failure(str(path), "has no column 'body'; it has link, title, company, pay, description")


def test_chosen_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv(POSTS))
    told: list[str] = []
    list(inputs.find([str(path)], tell=told.append))
    assert len(told) == 1 and "'description'" in told[0]


def test_longest_column_where_no_name_helps(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv([{"a": "x", "b": "We need Python here. " * 20}]))
    (post,) = parsed([str(path)])
    assert isinstance(post, JobPost) and [skill.name for skill in post.skills] == ["Python"]


def test_rows_without_a_text_state_what_they_state(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv([{"Job Title": "Media Planner", "Location": "Mumbai", "Job Experience Required": "5 - 10 yrs"}]))
    told: list[str] = []
    (source,) = inputs.find([str(path)], tell=told.append)
    (post,) = local.parse([source], local.Options())
    assert isinstance(post, JobPost) and post.experience_years is not None
    assert (post.title, post.locations[0].city, post.experience_years.max) == ("Media Planner", "Mumbai", 10)
    assert "only what the others state" in told[0]


def test_columns_as_boards_name_them(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    row = {
        "Titel": "Buchhalter", "Firma": "Muster GmbH", "Ort": "Köln", "Befristung": "unbefristet",
        "Stellenbeschreibung": "Ihr Profil:\n- Geduld\n- DATEV", "Veröffentlichungsdatum": "01.05.2026",
    }
    path.write_bytes(as_csv([row]))
    (post,) = parsed([str(path)])
    assert isinstance(post, JobPost)
    assert (post.company, post.locations[0].city, post.requirements) == ("Muster GmbH", "Cologne", ["Geduld", "DATEV"])
    assert post.employment_types == ["permanent"] and post.date_posted in ("2026-05-01", None)


def test_no_likely_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv([{"a": "x", "b": "y"}]))
    (failure,) = parsed([str(path)])
    assert isinstance(failure, Failure) and "--text-field: a, b" in failure.reason


def test_front_matter_within_a_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    text = "---\ntitle: Glazier\nlocation: Porto, Portugal\n---\n\nYou set panes."
    path.write_bytes(as_jsonl([{"path": "a.md", "content": text}]))
    (post,) = parsed([str(path)])
    assert isinstance(post, JobPost)
    assert post.title == "Glazier" and post.locations[0].country == "PT"
    assert post.metadata["path"] == "a.md" and post.metadata["title"] == "Glazier"


def test_json_without_a_likely_column_is_a_record(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_bytes(as_jsonl([{"title": "Glazier", "requirements": ["SQL"]}]))  # type: ignore[dict-item]
    (post,) = parsed([str(path)])
    assert isinstance(post, JobPost) and post.source.format == "json" and post.title == "Glazier"


def test_evidence_quotes_the_rendering(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes(as_csv(POSTS))
    for post in parsed([str(path)]):
        assert isinstance(post, JobPost)
        assert [quote.text for quote in post.evidence["title"]] == [post.title]


# --- what is wrong ----------------------------------------------------------------------------------


def reasons(path: Path, data: bytes, wanted: Wanted = Wanted()) -> list[str]:  # noqa: B008
    path.write_bytes(data)
    names = [one.name if isinstance(one, Failure) else one.source.path for one in parsed([str(path)], wanted)]
    failed = [f"{one.name}: {one.reason}" for one in parsed([str(path)], wanted) if isinstance(one, Failure)]
    assert names, "every input says something"
    return [line.removeprefix(str(path)) for line in failed]


def test_bad_rows_are_named_and_the_others_read(tmp_path: Path) -> None:
    data = b"title,text\nOne,We need Python\nTwo\nThree,a,b\nFour,\n\nFive,We need SQL\n"
    failed = reasons(tmp_path / "ads.csv", data)
    assert [line.split(":")[0] for line in failed] == ["#2", "#3", "#4"]
    assert "1 cells where the head names 2" in failed[0]
    assert "no text in the column 'text'" in failed[2]


def test_a_failure_tells_the_id(tmp_path: Path) -> None:
    failed = reasons(tmp_path / "ads.csv", b"id,text\nA7,\nA8,We need Python\n", Wanted(None, "id"))
    assert failed[0].startswith("#1 (A7): ")


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    data = as_jsonl(POSTS[:1]) + b'{"description": "cut o\n[1, 2]\n\n' + as_jsonl(POSTS[1:])
    failed = reasons(tmp_path / "ads.jsonl", data)
    assert [line.split(":")[0] for line in failed] == ["#2", "#3"]


def test_huge_fields_and_lines_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobparse.tables.delimited.MAX_SIZE", 5000)
    monkeypatch.setattr("jobparse.tables.jsonrows.MAX_SIZE", 5000)
    huge = {"title": "Two", "text": "word " * 2000}
    rows = [{"title": "One", "text": "We need Python"}, huge, {"title": "Three", "text": "We need SQL"}]
    assert [line.split(":")[0] for line in reasons(tmp_path / "ads.csv", as_csv(rows))] == ["#2"]
    assert [line.split(":")[0] for line in reasons(tmp_path / "ads.jsonl", as_jsonl(rows))] == ["#2"]
    array = json.dumps(rows).encode()
    assert [line.split(":")[0] for line in reasons(tmp_path / "ads.json.gz", gzip.compress(array))] == ["#2"]


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "bz2": lambda data: bz2.compress(data, 1), "xz": lzma.compress, "zst": zstd,
}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_that_breaks_off_keeps_what_came_before(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"ads.jsonl.{ending}"
    noise = random.Random(1)
    texts = ["".join(noise.choices(string.ascii_lowercase, k=900)) for _ in range(400)]
    rows = [{"description": text} for text in texts]
    packed = PACKERS[ending](as_jsonl(rows))
    path.write_bytes(packed[: len(packed) // 2])
    *before, last = inputs.find([str(path)])
    assert isinstance(last, Failure) and "read to its end" in last.reason
    assert len(before) > 80
    assert [source.row.text for source in before if isinstance(source, Source) and source.row] == texts[: len(before)]


@pytest.mark.parametrize("ending", PACKERS)
def test_standard_input_may_be_packed(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PACKERS[ending](as_jsonl(POSTS)))))
    first, second = parsed(["-"], Wanted(text="description"))
    assert isinstance(first, JobPost) and isinstance(second, JobPost)
    assert (first.title, second.title) == ("Backend Engineer", "Schreiner:in")


def test_a_broken_array_ends(tmp_path: Path) -> None:
    data = gzip.compress(b'[{"text": "We need Python"}, {"text": "We')
    failed = reasons(tmp_path / "ads.json.gz", data)
    assert [line.split(":")[0] for line in failed] == ["#2"]


def test_empty_tables_say_nothing(tmp_path: Path) -> None:
    for name in ("a.csv", "b.jsonl"):
        (tmp_path / name).write_bytes(b"")
        assert list(inputs.find([str(tmp_path / name)])) == []


def test_bytes_that_are_no_utf8_are_mended_in_their_cell(tmp_path: Path) -> None:
    path = tmp_path / "ads.csv"
    path.write_bytes("title,text\nOne,Köln\n".encode() + b"Two,caf\xe9 and Python\n" + "Three,grün\n".encode())
    posts = parsed([str(path)])
    assert all(isinstance(post, JobPost) for post in posts)


def test_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "ads.jsonl"
    path.write_bytes(b'{"text": "We need Python \\ud83d", "title": "A \\udc80"}\n')
    (post,) = parsed([str(path)])
    assert isinstance(post, JobPost) and post.skills


# --- archives ---------------------------------------------------------------------------------------


def archive(path: Path, members: dict[str, bytes]) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in members.items():
                packed.writestr(name, data)
    else:
        with tarfile.open(path, "w" if path.suffix == ".tar" else "w:gz") as tar:
            for name, data in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    return path


MEMBERS = {
    "berlin/a.md": b"# Glazier\n\nCompany: Scheibe\n",
    "__MACOSX/berlin/._a.md": b"\0\1\2", ".hidden.md": b"# Nobody", "logo.png": b"\x89PNG",
    "b.txt": b"Job Title: Tiler\n",
    "ads.csv": b"title,text\nOne,We need Python\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ["ads.zip", "ads.tar", "ads.tar.gz", "ads.tgz"])
def test_members_are_posts(name: str, tmp_path: Path) -> None:
    path = archive(tmp_path / name, MEMBERS)
    posts = {post.source.path.removeprefix(str(path)): post.title for post in parsed([str(path)])}  # type: ignore[union-attr]
    assert posts == {"#berlin/a.md": "Glazier", "#b.txt": "Tiler", "#ads.csv#1": "One"}


@pytest.mark.parametrize("name", ["ads.zip", "ads.tar.gz"])
def test_broken_and_empty_archives_are_told(name: str, tmp_path: Path) -> None:
    path = archive(tmp_path / name, {"a.png": b"x"})
    assert "holds no posts" in reasons(path, path.read_bytes())[0]
    assert reasons(path, path.read_bytes()[:20])
    assert reasons(path, b"nothing of the kind")


# --- remote stores ----------------------------------------------------------------------------------


def test_remote_tables_by_fsspec(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    (tmp_path / "ads.csv.gz").write_bytes(gzip.compress(as_csv(POSTS)))
    memory.pipe("/ads/ads.jsonl.gz", gzip.compress(as_jsonl(POSTS)))
    memory.pipe("/ads/ads.zip", archive(tmp_path / "ads.zip", MEMBERS).read_bytes())
    memory.pipe("/ads/ads.parquet", as_parquet(POSTS, tmp_path))
    paths = ["memory://ads/ads.jsonl.gz", f"file://{tmp_path}/ads.csv.gz", "memory://ads/ads.zip", "memory://ads/ads.parquet"]
    found = parsed(paths)
    assert [type(one) for one in found] == [JobPost] * 9
    assert found[0].source.path == "memory://ads/ads.jsonl.gz#1"  # type: ignore[union-attr]


def test_remote_faults_are_told() -> None:
    pytest.importorskip("fsspec")
    for path in ("memory://ads/none.jsonl", "nosuchstore://ads/a.jsonl", "memory://ads/a.md"):
        (failure,) = parsed([path])
        assert isinstance(failure, Failure) and failure.name == path


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("fsspec", "s3://ads/a.jsonl", "remote"),
        ("duckdb", "ads.parquet", "parquet"),
        ("zstandard", "ads.jsonl.zst", "zstd"),
    ],
)
def test_a_missing_extra_is_one_line(
    module: str, name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if module == "zstandard" and sys.version_info >= (3, 14):
        pytest.skip("in the standard library")
    monkeypatch.setitem(sys.modules, module, None)
    path = name if "://" in name else str(tmp_path / name)
    if "://" not in name:
        Path(path).write_bytes(b"x")
    (failure,) = parsed([path])
    assert isinstance(failure, Failure) and f"pip install 'jobparse[{extra}]'" in failure.reason
