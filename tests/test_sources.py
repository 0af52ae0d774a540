"""Paths to bytes: what is read, in which order, and what is said of everything that is not."""
from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jobparse import sources
from jobparse.sources import Failure, Source, find

POST = b"# Baker\n\nWe bake."
NEEDS_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege here")
NEEDS_POSIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes or permissions here")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in: names in the tests are relative to it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str, data: bytes = POST) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def names(*paths: str) -> list[str]:
    found = list(find(paths))
    assert all(isinstance(source, Source) for source in found), found
    return [source.name for source in found]


def reason(*paths: str, max_size: int = sources.MAX_SIZE) -> str:
    """The one failure's reason, which has both halves."""
    (failure,) = find(paths, max_size=max_size)
    assert isinstance(failure, Failure), failure
    wrong, advice = failure.reason.split("; ", 1)
    assert wrong and advice
    return failure.reason


# --- what is read -------------------------------------------------------------------------------------------


def test_named_file_comes_with_its_name_as_given(here: Path) -> None:
    write("jobs/a.md")
    assert list(find(["./jobs//a.md"])) == [Source("./jobs//a.md", POST)]


@pytest.mark.parametrize("name", ["a.docx", "a.csv", ".hidden", "noending", "-n", "a\nb.md", "\x1b[31m.md"])
def test_named_file_is_always_tried(here: Path, name: str) -> None:
    if sys.platform == "win32" and not name.isprintable():
        pytest.skip("not a name here")
    write(name)
    assert names(name) == [name]


def test_name_of_bytes_that_are_no_utf8(here: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        write(name)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    assert names(name) == [name]
    assert names(".") == [f".{os.sep}{name}"]


def test_order_is_the_order_of_the_paths(here: Path) -> None:
    write("b.md", "a.md")
    assert names("b.md", "a.md") == ["b.md", "a.md"]


def test_folder_is_walked_by_name(here: Path) -> None:
    write("posts/b.md", "posts/a/z.txt", "posts/a/b/c.html", "posts/c.json", "posts/A.md")
    expected = ["A.md", "a/b/c.html", "a/z.txt", "b.md", "c.json"]
    assert [Path(name).as_posix() for name in names("posts")] == [f"posts/{name}" for name in expected]


@pytest.mark.parametrize("ending", sources.ENDINGS)
def test_folder_knows_endings(here: Path, ending: str) -> None:
    write(f"posts/a{ending}", f"posts/b{ending.upper()}")
    assert len(names("posts")) == 2


def test_folder_passes_over_other_endings_and_hidden_things(here: Path) -> None:
    write("posts/a.md", "posts/b.py", "posts/c.md~", "posts/.d.md", "posts/.git/e.md", "posts/f.docx")
    assert names("posts") == [str(Path("posts") / "a.md")]


def test_folder_takes_files_without_ending_where_they_are_text(here: Path) -> None:
    write("posts/baker")
    write("posts/utf16", data="# Bäcker\n".encode("utf-16-le"))
    write("posts/program", data=b"\x7fELF\x02\x01\x01" + bytes(40))
    write("posts/document", data=b"%PDF-1.7\n")
    assert [Path(name).name for name in names("posts")] == ["baker", "utf16"]


def test_named_hidden_folder_is_walked(here: Path) -> None:
    write(".jobs/a.md")
    assert names(".jobs") == [str(Path(".jobs") / "a.md")]


@NEEDS_LINKS
def test_links_are_followed_where_named_only(here: Path) -> None:
    write("elsewhere/a.md", "posts/b.md")
    Path("posts/link.md").symlink_to(here / "elsewhere/a.md")
    Path("posts/linked").symlink_to(here / "elsewhere")
    Path("posts/round").symlink_to(here / "posts")
    assert names("posts") == [str(Path("posts") / "b.md")]
    assert names("posts/link.md") == ["posts/link.md"]
    assert names("posts/linked") == [str(Path("posts/linked") / "a.md")]


def test_same_file_is_read_once(here: Path) -> None:
    write("posts/a.md")
    assert names("posts/a.md", "posts/a.md", "./posts/a.md", "posts", "posts/*.md") == ["posts/a.md"]


@NEEDS_LINKS
def test_same_file_is_read_once_under_another_name(here: Path) -> None:
    write("a.md")
    Path("b.md").symlink_to("a.md")
    assert names("b.md", "a.md") == ["b.md"]


def test_reading_is_lazy(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("posts/a.md", "posts/b.md", "posts/c.md")
    found = find(["posts"])
    next(found)
    write("posts/b.md", data=b"changed")
    assert next(found) == Source(str(Path("posts") / "b.md"), b"changed")


# --- globs --------------------------------------------------------------------------------------------------


@pytest.fixture
def tree(here: Path) -> None:
    write("p/a.md", "p/b.txt", "p/x/c.md", "p/x/y/d.md", "p/.h.md", "p/.s/e.md", "p/.i", "p/[1].md", "p/1.md")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("p/*.md", ["1.md", "[1].md", "a.md"]),
        ("p/?.txt", ["b.txt"]),
        ("p/[ab].*", ["a.md", "b.txt"]),
        ("p/*/*.md", ["x/c.md"]),
        ("p/**/d.md", ["x/y/d.md"]),
        ("p/**/*.md", ["1.md", "[1].md", "a.md", "x/c.md", "x/y/d.md"]),
        ("p/**", ["1.md", "[1].md", "a.md", "b.txt", "x/c.md", "x/y/d.md"]),
        ("p/.*.md", [".h.md"]),
        ("p/[1].md", ["[1].md"]),  # a file of that name is that file
        ("p/x*", ["x/c.md", "x/y/d.md"]),  # a folder that matches is walked
        ("p/../p/a.*", ["../p/a.md"]),
        ("*/a.md", ["a.md"]),
    ],
)
@pytest.mark.usefixtures("tree")
def test_pattern(pattern: str, expected: list[str]) -> None:
    assert [Path(name).as_posix() for name in names(pattern)] == [f"p/{name}" for name in expected]


@pytest.mark.usefixtures("tree")
def test_absolute_pattern(here: Path) -> None:
    assert names(str(here / "p" / "a.*")) == [str(here / "p" / "a.md")]


@NEEDS_LINKS
def test_pattern_of_any_depth_follows_no_links(here: Path) -> None:
    write("p/a.md")
    for name in ("one", "two"):
        (here / "p" / name).symlink_to(here / "p")
    assert names("p/**/*.md") == [str(Path("p") / "a.md")]


def test_pattern_without_match(here: Path) -> None:
    assert "matches no file" in reason("*.md")


# --- standard input -----------------------------------------------------------------------------------------


def pipe_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, POST)
    assert list(find(["-", "-"])) == [Source("-", POST)]


@pytest.mark.parametrize(("size", "fits"), [(99, True), (100, True), (101, False), (5000, False)])
def test_standard_input_has_an_end(monkeypatch: pytest.MonkeyPatch, size: int, fits: bool) -> None:
    pipe_in(monkeypatch, b"x" * size)
    (found,) = find(["-"], max_size=100)
    assert isinstance(found, Source) is fits


def test_endless_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= sources.MAX_SIZE + 1
            return b"x" * size

    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Endless()}))
    assert "5 MB" in reason("-")


@pytest.mark.parametrize("stdin", [None, "closed"])
def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch, stdin: str | None) -> None:
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr(sys, "stdin", closed if stdin else None)
    assert "closed" in reason("-")


# --- what cannot be read ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("gone.md", "does not exist"),
        ("", "does not exist"),
        ("a.md/b.md", "does not exist"),
        ("nul\0.md", "no path"),
        ("\ud800.md", "no path"),
        ("x" * 5000, "too long"),
        ("empty", "holds no posts"),
    ],
)
def test_refused_path(here: Path, path: str, words: str) -> None:
    write("a.md")
    Path("empty").mkdir()
    if path.startswith("x") and sys.platform == "win32":
        pytest.skip("no such limit here")
    assert words in reason(path)


def test_one_failure_stops_nothing(here: Path) -> None:
    write("a.md", "b.md")
    kinds = [type(found) for found in find(["a.md", "gone.md", "b.md"])]
    assert kinds == [Source, Failure, Source]


def test_size_is_known_before_reading(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("big.md").open("wb") as file:
        file.truncate(sources.MAX_SIZE + 1)

    def read(*_: object) -> bytes:
        raise AssertionError("was read")

    monkeypatch.setattr(sources, "_at_most", read)
    assert "5.0 MB" in reason("big.md")


@pytest.mark.parametrize(("size", "fits"), [(0, True), (99, True), (100, True), (101, False)])
def test_largest_size(here: Path, size: int, fits: bool) -> None:
    write("a.md", data=b"x" * size)
    (found,) = find(["a.md"], max_size=100)
    assert isinstance(found, Source) is fits


def test_file_that_grows(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", data=b"x" * 10)
    real = sources._at_most

    def grow_and_read(stream: io.RawIOBase, max_size: int) -> bytes | None:
        with Path("a.md").open("ab") as file:
            file.write(b"x" * 1000)
        return real(stream, max_size)

    monkeypatch.setattr(sources, "_at_most", grow_and_read)
    assert "more than" in reason("a.md", max_size=100)


def test_file_that_vanishes(here: Path) -> None:
    write("posts/a.md", "posts/b.md", "posts/c.md")
    found = find(["posts"])
    next(found)
    Path("posts/b.md").unlink()
    vanished, rest = found
    assert isinstance(vanished, Failure) and "vanished" in vanished.reason
    assert isinstance(rest, Source)


@NEEDS_LINKS
@pytest.mark.parametrize(("target", "words"), [("gone.md", "link to nothing"), ("link.md", "back to itself")])
def test_links_that_lead_nowhere(here: Path, target: str, words: str) -> None:
    Path("link.md").symlink_to(target)
    assert words in reason("link.md")


@NEEDS_POSIX
def test_pipe_never_hangs(here: Path) -> None:
    os.mkfifo("pipe.md")
    assert "pipe" in reason("pipe.md")
    Path("posts").mkdir()
    os.mkfifo("posts/pipe.md")
    assert "holds no posts" in reason("posts")


@NEEDS_POSIX
def test_file_that_becomes_a_pipe_never_hangs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md")
    real: Callable[[str], Iterator[sources._File | Failure]] = sources._files

    def swapped(path: str) -> Iterator[sources._File | Failure]:
        for found in real(path):
            Path("a.md").unlink()
            os.mkfifo("a.md")
            yield found

    monkeypatch.setattr(sources, "_files", swapped)
    assert "pipe" in reason("a.md")


@NEEDS_POSIX
def test_socket_and_device(here: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.md")
        assert "socket" in reason("s.md")
    assert "device" in reason("/dev/null")


@NEEDS_POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="the superuser may read everything")
def test_forbidden_file_and_folder(here: Path) -> None:
    write("a.md", "posts/b.md")
    for name in ("a.md", "posts"):
        Path(name).chmod(0)
        assert "may not be read" in reason(name)
        Path(name).chmod(0o700)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(5, "broken disk")])
def test_file_that_will_not_open(here: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    write("a.md")

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sources.os, "open", refuse)
    assert "read" in reason("a.md")


# --- many files ---------------------------------------------------------------------------------------------


def test_folder_of_many_files_is_not_held_in_memory(here: Path) -> None:
    import tracemalloc

    write(*(f"posts/{number}.md" for number in range(200)), data=b"x" * 50_000)
    tracemalloc.start()
    count = sum(1 for _ in find(["posts"]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 200
    assert peak < 1_000_000, "ten megabytes passed through"


def test_deep_folders(here: Path) -> None:
    deep = here
    for _ in range(300):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_bytes(POST)
    assert len(names(".")) == 1


def test_large_records_of_an_earlier_run_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("# Baker")
    (tmp_path / "out.jsonl").write_text('{"schema_version":1,"id":"0","source":{}}\n' * 100)
    assert [found.name for found in find([str(tmp_path)], max_size=1000)] == [str(tmp_path / "post.md")]
