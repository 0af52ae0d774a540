"""`-o` leaves the old file or the whole new one, whatever happens in between."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from jobparse.outputs import target
from jobparse.outputs.target import CannotWrite, opened


def write(path: Path, data: bytes = b"new") -> None:
    with opened(str(path)) as stream:
        stream.write(data)


def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    write(tmp_path / "a")
    (tmp_path / "b").touch()
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, MemoryError])
def test_failure_inside_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(error), opened(str(tmp_path / "a")) as stream:
        stream.write(b"half")
        raise error
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_failure_at_the_end_leaves_the_old_file(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(target.os if step == "fsync" else Path, step, fail)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "a")
    assert (tmp_path / "a").read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("name", ["", "gone/a", "x" * 300, "nul\0"])
def test_no_such_place(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotWrite):
        write(Path(name))
    assert os.listdir(tmp_path) == []
