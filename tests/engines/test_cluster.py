"""A real cluster of two worker processes on this machine, one of which is killed."""
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobparse.engines import fingerprint, folder, inputs, local, records
from jobparse.outputs import renderer
from jobparse.sources import Failure
from jobparse.tables import Wanted

distributed = pytest.importorskip("distributed")

from jobparse.engines import cluster  # noqa: E402

PART = 20


@pytest.fixture(scope="module")
def posts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """180 files, a list of two posts among them, a table of 119 rows, and one file that is none of all that."""
    place = tmp_path_factory.mktemp("posts")
    (place / "posts").mkdir()
    for number in range(178):
        text = f"# Engineer {number}\n\n## Requirements\n\n- Python\n" * 3
        (place / "posts" / f"p{number:03}.md").write_text(text, "utf-8")
    (place / "posts" / "list.json").write_text('[{"title": "One"}, {"title": "Two"}]')
    (place / "posts" / "torn.json").write_text('{"title": ')
    rows = "".join(f"Nurse {number},We need you in ward {number}\n" for number in range(119))
    (place / "ads.csv").write_text("title,description\n" + rows)
    return place


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as running:
        yield running


@pytest.fixture(autouse=True)
def here(posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(posts)


def a_run(place: Path, target: Path, form: str = "jsonl") -> cluster.Run:
    return cluster.Run(str(target), form, None, local.Options(jobs=2), Wanted(), fingerprint.program(), str(place))


def expected() -> list[bytes]:
    found = local.results(inputs.find(["posts", "ads.csv"]), local.Options(), renderer("jsonl"))
    return [one for one in found if not isinstance(one, Failure)]


def lines(target: Path) -> list[bytes]:
    return [line for part in sorted(target.glob("part-*.jsonl")) for line in part.read_bytes().splitlines()]


def start(place: Path, target: Path, running: Any, part: int = PART, form: str = "jsonl") -> Iterator[cluster.Done]:
    run = a_run(place, target, form)
    return cluster.parse(["posts", "ads.csv"], run, part, running.scheduler_address, lambda _: None)


def test_a_killed_worker_loses_nothing_and_doubles_nothing(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    wanted = expected()
    victim = next(iter(scheduler.workers.values())).pid
    done = []
    for one in start(posts, tmp_path / "out", scheduler, part=5):
        if not done:
            assert victim != os.getpid()
            os.kill(victim, signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        done.append(one)
    assert sorted(one.number for one in done) == list(range(60))
    assert lines(tmp_path / "out") == wanted
    for part in (tmp_path / "out").glob("part-*.jsonl"):
        paths = [msgspec.json.decode(line)["source"]["path"] for line in part.read_bytes().splitlines()]
        assert len(set(paths)) == len(paths)
    whole = folder.manifest(tmp_path / "out")
    assert whole is not None and whole.complete and (whole.records, whole.failed) == (299, 1)
    assert not list((tmp_path / "out").glob(".*.part"))


def test_a_run_that_was_broken_off_goes_on(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    target = tmp_path / "out"
    first = start(posts, target, scheduler)
    for _ in range(3):
        next(first)
    first.close()
    assert not folder.manifest(target).complete  # type: ignore[union-attr]
    with (target / folder.JOURNAL).open("ab") as journal:
        journal.write(b'[4,20,[],9')  # torn
    noted = {one.number for one in folder.Folder(str(target), "jsonl", "")._journal()}
    gone = min(noted)
    (target / f"part-{gone:06}.jsonl").unlink()
    before = {path.name: path.stat().st_mtime_ns for path in target.glob("part-*") if int(path.name[5:11]) in noted}
    list(start(posts, target, scheduler))
    assert lines(target) == expected()
    assert all((target / name).stat().st_mtime_ns == time for name, time in before.items())
    assert [one.number for one in start(posts, target, scheduler)] == list(range(15))


def test_another_run_does_not_mix_in(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    list(start(posts, tmp_path / "out", scheduler, part=100))
    with pytest.raises(folder.Taken, match="another run"):
        list(start(posts, tmp_path / "out", scheduler, part=99))
    (tmp_path / "out" / folder.MANIFEST).unlink()
    with pytest.raises(folder.Taken, match="without a manifest"):
        list(start(posts, tmp_path / "out", scheduler, part=100))


def test_parquet_parts_are_read_again(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    list(start(posts, tmp_path / "lines", scheduler, part=100))
    list(start(posts, tmp_path / "columns", scheduler, part=100, form="parquet"))
    from_lines = list(records.read([str(tmp_path / "lines")], local.Options()))
    from_columns = list(records.read([str(tmp_path / "columns")], local.Options()))
    assert len(from_lines) == 299
    assert from_columns == from_lines


def test_workers_must_be_the_same_program(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    run = a_run(posts, tmp_path / "out")._replace(program="another")
    with pytest.raises(cluster.CannotRun, match="another jobparse"):
        list(cluster.parse(["posts"], run, PART, scheduler.scheduler_address, print))


def test_standard_input_is_refused(posts: Path, scheduler: Any, tmp_path: Path) -> None:
    with pytest.raises(cluster.CannotRun, match="standard input"):
        list(cluster.parse(["-"], a_run(posts, tmp_path / "out"), PART, scheduler.scheduler_address, print))


def test_a_post_that_kills_its_worker_is_found_by_a_pool(
    posts: Path, scheduler: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = distributed.Client.submit

    def killing(client: Any, function: Any, part: Any, run: Any, **about: Any) -> Any:
        """Kills whoever parses the second part."""
        if part.number == 1:
            return submit(client, os._exit, 1, **about)
        return submit(client, function, part, run, **about)

    monkeypatch.setattr(distributed.Client, "submit", killing)
    list(start(posts, tmp_path / "out", scheduler, part=100))
    assert lines(tmp_path / "out") == expected()
