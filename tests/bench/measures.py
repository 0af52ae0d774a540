"""What is measured: each function gives named ratios, and says what it compared."""
from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

ROUNDS = 5
"""Times that each of two things is measured, in turn."""

ROOT = Path(__file__).parents[2]


class Figure(NamedTuple):
    """A ratio of two medians, in seconds or bytes: `value` = `of` / `to`."""

    group: str
    name: str
    value: float
    of: float
    to: float
    unit: str = "s"


def in_turn(*things: Callable[[], float], rounds: int = ROUNDS) -> list[float]:
    """The median of each, measured one after the other, round after round."""
    found: list[list[float]] = [[] for _ in things]
    for _ in range(rounds):
        for own, thing in zip(found, things, strict=True):
            own.append(thing())
    return [statistics.median(own) for own in found]


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The seconds of processor time that something takes in this process."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return once


# --- one process ------------------------------------------------------------------------------------


def one_process(paths: list[Path], rounds: int = ROUNDS) -> list[Figure]:
    """All fields with their evidence, encoded, against B: read, decode and block parse of the same files."""
    base, work = timed(lambda: baseline(paths)), timed(lambda: records(paths))
    work(), base()  # caches and vocabulary are warm
    own, to = in_turn(work, base, rounds=rounds)
    return [Figure("one process", "records / B", own / to, own, to)]


def baseline(paths: Iterable[Path]) -> None:
    """B: read, decode, markdown-it-py's block rules."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.core.ruler.disable(["inline", "text_join"])
    parser.disable("code")
    for path in paths:
        parser.parse(path.read_bytes().decode("utf-8", "replace"))


def records(paths: Iterable[Path]) -> None:
    """`extract --format jsonl` in this process, start-up aside."""
    from jobparse.engines import local
    from jobparse.outputs import renderer
    from jobparse.sources import find

    for _ in local.results(find(map(str, paths)), local.Options(), renderer("jsonl")):
        pass


def stages(paths: list[Path], rounds: int = ROUNDS) -> list[Figure]:
    """What each stage of the way costs, against B."""
    from dataclasses import replace

    from jobparse import decoding, formats, parser, sections
    from jobparse.derive import derive
    from jobparse.facts import gather
    from jobparse.outputs import renderer
    from jobparse.resolve import resolve

    data = [path.read_bytes() for path in paths]
    texts = [decoding.decode(one).text for one in data]
    read = [formats.read(str(path), text) for path, text in zip(paths, texts, strict=True)]
    cut = [sections.cut(document) for document in read]
    gathered = [gather(document) for document in cut]
    scanner = parser.scanner()
    scanned = [(document, scanner.scan(document)) for document in gathered]
    named = [(replace(document, names=hits.names), hits.lines) for document, hits in scanned]
    candidates = [list(parser._find(document, lines, [])) for document, lines in named]
    posts = [parser.parse_bytes(one) for one in data]
    render = renderer("jsonl")
    work: dict[str, Callable[[], object]] = {
        "read": lambda: [path.read_bytes() for path in paths],
        "decode": lambda: [decoding.decode(one) for one in data],
        "formats": lambda: [formats.read("", text) for text in texts],
        "sections": lambda: [sections.cut(document) for document in read],
        "facts": lambda: [gather(document) for document in cut],
        "scan": lambda: [scanner.scan(document) for document in gathered],
        "extractors": lambda: [list(parser._find(document, lines, [])) for document, lines in named],
        "resolve, derive": lambda: [derive(resolve(iter(found)).outcomes) for found in candidates],
        "encode": lambda: [render(post) for post in posts],
    }
    *own, to = in_turn(*map(timed, work.values()), timed(lambda: baseline(paths)), rounds=rounds)
    return [Figure("stages", f"{name} / B", one / to, one, to) for name, one in zip(work, own, strict=True)]


# --- skills -----------------------------------------------------------------------------------------


def finding_skills(paths: list[Path], times: Iterable[int] = (1, 2, 4), rounds: int = ROUNDS) -> list[Figure]:
    """What skills cost, their share of the scan and their extractor, against B; also with a larger vocabulary."""
    from jobparse import decoding, facts, formats, sections
    from jobparse.vocab import skills

    read = [formats.read(path.name, decoding.decode(path.read_bytes()).text, None) for path in paths]
    documents = [facts.gather(sections.cut(document)) for document in read]
    shipped, figures = skills.current(), []
    try:
        for factor in times:
            skills.use(_larger(shipped, factor))
            figures.append(_with_current(documents, paths, rounds))
    finally:
        skills.use(shipped)
    return figures


def _with_current(documents: list[Any], paths: list[Path], rounds: int) -> Figure:
    from jobparse.extractors import EXTRACTORS
    from jobparse.extractors.skills import find
    from jobparse.scan import Scanner
    from jobparse.vocab import skills

    vocabulary = skills.current()
    triggers = {extractor.__name__: extractor.TRIGGERS for extractor in EXTRACTORS}
    with_names, without = Scanner(vocabulary.forms, triggers), Scanner({}, triggers)

    def work() -> None:
        for document in documents:
            list(find(document.having(names=with_names.scan(document).names), ()))

    def rest() -> None:
        for document in documents:
            without.scan(document)

    work(), rest(), baseline(paths)
    own, other, to = in_turn(timed(work), timed(rest), timed(lambda: baseline(paths)), rounds=rounds)
    return Figure("skills", f"{len(vocabulary.entries):,} entries / B", (own - other) / to, own - other, to)


def _larger(vocabulary: Any, factor: int) -> Any:
    """The vocabulary and made-up entries, as many again for each time beyond the first, with names as long as the real ones."""
    from jobparse.vocab.skills import Entry, Vocabulary

    if factor == 1:
        return vocabulary
    made = [
        Entry(f"{entry.name[::-1]}q{copy}", entry.category, ", ".join(f"{name[::-1]}q{copy}" for name in entry.names[1:]), [])
        for copy in range(1, factor) for entry in vocabulary.entries
    ]
    return Vocabulary([*vocabulary.entries, *made])


# --- the program from outside -----------------------------------------------------------------------


def run(*arguments: str) -> float:
    """The seconds that a command of this interpreter takes; modules are kept compiled, as where the program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=kept)
    return time.perf_counter() - start


PROGRAM = ("-c", "from jobparse.cli import main; main()")
"""What runs the program in an interpreter."""


def start_up(path: Path, rounds: int = 11) -> list[Figure]:
    """How long `--help`, `--version` and one post take, against an interpreter that imports click."""
    one_post = ("extract", str(path), "--format", "jsonl")
    calls = {"--help": ("--help",), "--version": ("--version",), "one post": one_post}
    *own, to = in_turn(
        *(lambda call=call: run(*PROGRAM, *call) for call in calls.values()),  # type: ignore[misc]
        lambda: run("-c", "import click"), rounds=rounds,
    )
    names = (f"{name} / import click" for name in calls)
    return [Figure("start-up", name, one / to, one, to) for name, one in zip(names, own, strict=True)]


def processes(paths: list[Path], rounds: int = ROUNDS, least: int = 6000) -> list[Figure]:
    """One process against as many as there are cores, by the clock, on at least 6,000 posts."""
    from jobparse.engines.local import cores

    from .posts import repeated

    if cores() == 1:
        return []
    with tempfile.TemporaryDirectory() as place:
        repeated(paths, Path(place), -(-least // len(paths)))
        call = (*PROGRAM, "extract", place, "-o", str(Path(place) / "out.jsonl"), "--jobs")
        one, many = in_turn(lambda: run(*call, "1"), lambda: run(*call, str(cores())), rounds=rounds)
    return [Figure("processes", f"1 process / {cores()} processes", one / many, one, many)]


def updates(paths: list[Path], rounds: int = 3, least: int = 10_000) -> list[Figure]:
    """A run over unchanged posts against a fresh one."""
    from .posts import repeated

    with tempfile.TemporaryDirectory() as place:
        repeated(paths, Path(place) / "posts", -(-least // len(paths)))
        call = (*PROGRAM, "extract", f"{place}/posts", "-o", f"{place}/out.jsonl", "--jobs", "1", "--update")
        fresh = run(*call)
        (again,) = in_turn(lambda: run(*call), rounds=rounds)
    return [Figure("update", "10,000 unchanged / fresh", again / fresh, again, fresh)]


# --- memory -----------------------------------------------------------------------------------------

_PEAK = """
import resource, sys
from jobparse.cli.failing import run
from jobparse.cli import program
sys.argv = ["jobparse", *sys.argv[1:]]
code = run(program)
own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
if sys.platform == "linux":  # where what it was started from counts as its own
    own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(own, children, file=sys.__stderr__)
sys.exit(code)
"""


def peak(*arguments: str) -> float:
    """The most bytes that any process of a run of the program held."""
    done = subprocess.run([sys.executable, "-c", _PEAK, *arguments], check=True, capture_output=True, cwd=ROOT)
    unit = 1 if sys.platform == "darwin" else 1024
    return max(map(int, done.stderr.split()[-2:])) * unit


def memory(paths: list[Path], sizes: Iterable[int]) -> list[Figure]:
    """Peak memory over more and more posts, against that over the posts once."""
    from .posts import repeated

    calls = {form: ("extract", "{}", "-o", f"{{}}.{form}", "--jobs", "2") for form in ("jsonl", "csv", "tsv")}
    calls |= {name: (name, "{}", "--format", "json") for name in ("skills", "stats")}
    found = []
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            posts = Path(place) / str(size)
            repeated(paths, posts, max(1, size // len(paths)))
            for name, call in calls.items():
                held = peak(*(part.format(posts) for part in call))
                first = next((one.of for one in found if one.name.startswith(f"{name},")), held)
                found.append(Figure("memory", f"{name}, {size:,} posts / first", held / first, held, first, "B"))
    return found
