"""Who parses many posts: in order, losing none, in one process or in several."""
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hostile import POST
from jobparse import parser
from jobparse.engines import local, pool, records
from jobparse.outputs import renderer
from jobparse.record import JobPost
from jobparse.sources import Failure, Source

NEEDS_FORK = pytest.mark.skipif(sys.platform != "linux", reason="workers that share what was patched")


def sources(count: int) -> Iterator[Source | Failure]:
    for number in range(count):
        name = f"{number:03}.md"
        yield Failure(name, "gone; look elsewhere") if number % 10 == 3 else Source(name, POST.encode())


def name_of(post: JobPost) -> str:
    return post.source.path


def names(found: Iterator[str | Failure]) -> list[str]:
    return [one.name if isinstance(one, Failure) else one for one in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_is_kept_and_failures_pass_through(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "ALONE", 5)
    found = names(local.results(sources(150), local.Options(jobs=jobs), name_of))
    assert found == [source.name for source in sources(150)]


def test_defect_costs_one_post_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real = parser.analyse

    def break_on(document: object, source: object, *rest: object) -> object:
        if getattr(source, "path", "") == "001.md":
            raise RuntimeError("broken\nin two")
        return real(document, source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(parser, "analyse", break_on)
    found = list(local.parse(sources(3), local.Options()))
    assert isinstance(found[1], Failure) and "please report" in found[1].reason
    assert [type(one) for one in found] == [JobPost, Failure, JobPost]


def test_too_little_memory_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(parser, "analyse", fail)
    (found,) = local.parse([Source("a.md", b"# Baker")], local.Options())
    assert isinstance(found, Failure) and "memory" in found.reason


def kill_on_one(post: JobPost) -> str:
    if post.source.path == "007.md":
        os.kill(os.getpid(), signal.SIGKILL)
    return post.source.path


@NEEDS_FORK
def test_post_that_kills_its_worker_is_told_and_takes_no_other_with_it() -> None:
    found = list(pool.results(sources(70), local.Options(jobs=2), kill_on_one))
    assert names(iter(found)) == [source.name for source in sources(70)]
    (killer,) = [one for one in found if isinstance(one, Failure) and "killed" in one.reason]
    assert killer.name == "007.md"


@NEEDS_FORK
def test_no_worker_outlives_a_run_that_was_left() -> None:
    import multiprocessing

    run = pool.results(sources(300), local.Options(jobs=2), name_of)
    next(run)
    run.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


# --- records of an earlier run --------------------------------------------------------------------------------------


@pytest.fixture
def post() -> JobPost:
    return parser.parse_text(POST, name="a.md")


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_records_are_read_again(tmp_path: Path, post: JobPost, form: str) -> None:
    path = tmp_path / f"records.{form}"
    record = renderer(form)(post)
    path.write_bytes(record + b"\n" + record + b"\n" if form == "jsonl" else b"[" + record + b"]")
    found = list(records.read([str(path)], local.Options()))
    assert found == [post] * (2 if form == "jsonl" else 1)


@pytest.mark.parametrize(
    "damage",
    [b'"title":5', b'"title":"\xff"', b'"title":' + b"[" * 5000, b'"seniority":"king"', b'"title":1e999'],
    ids=lambda damage: repr(damage[:20]),
)
def test_damaged_record_is_told_with_its_line(tmp_path: Path, post: JobPost, damage: bytes) -> None:
    whole = msgspec.json.encode(post)
    path = tmp_path / "records.jsonl"
    broken = b'{"schema_version":1,"id":"x",' + damage + b"}"
    path.write_bytes(whole + b"\n" + broken + b"\n\n" + whole + b"\n")
    first, failed, last = records.read([str(path)], local.Options())
    assert first == last == post
    assert isinstance(failed, Failure) and failed.name.endswith(":2") and "; " in failed.reason


def test_record_of_another_version_is_told(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b'{"schema_version":99,"id":"x"}\n')
    (failed,) = records.read([str(path)], local.Options())
    assert isinstance(failed, Failure) and "version 99" in failed.reason
