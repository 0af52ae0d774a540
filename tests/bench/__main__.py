"""`python -m tests.bench [FOLDER]`: the table of ratios, as text or JSON; `--check` fails where one has grown."""
from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from . import measures, posts
from .measures import Figure

PINNED = Path(__file__).with_name("pinned.json")
WORSE = 1.25
"""Times the pinned ratio from which on the program has become too slow. Lower the pins by hand when it gets faster."""

COUNT = 1000
"""Posts that are made where no folder is given; the short form takes fewer."""
SHORT = 150


def main() -> int:
    """The exit code: 1 where `--check` found a ratio that has grown too much."""
    asked = arguments()
    with tempfile.TemporaryDirectory() as place:
        if asked.folder:
            paths = posts.files(asked.folder)
        else:
            paths = posts.made(Path(place), SHORT if asked.check else COUNT)
        about = {"posts": len(paths), "cores": os.cpu_count(), "bytes": sum(path.stat().st_size for path in paths)}
        if not asked.json:
            print(f"{about['posts']:,} posts of {about['bytes'] // len(paths):,} bytes, {about['cores']} cores\n")
        figures = []
        for figure in measured(asked, paths):
            figures.append(figure)
            if not asked.json:
                print(shown(figure), flush=True)
    if asked.json:
        print(json.dumps({**about, "figures": [figure._asdict() for figure in figures]}, indent=1))
    return check(figures) if asked.check else 0


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="posts to measure; default: made of samples/")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--check", action="store_true", help="the short form: one process, against pinned.json")
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, help="only these groups")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1390, 13900], help="posts for the memory")
    return parser.parse_args()


GROUPS = ("process", "stages", "skills", "processes", "update", "start-up", "memory")


def measured(asked: argparse.Namespace, paths: list[Path]) -> Iterator[Figure]:
    """The figures, as they come."""
    if asked.check:
        yield from measures.one_process(paths)
        return
    for group in asked.only:
        match group:
            case "process":
                yield from measures.one_process(paths)
            case "stages":
                yield from measures.stages(paths)
            case "skills":
                yield from measures.finding_skills(paths)
            case "processes":
                yield from measures.processes(paths)
            case "update":
                yield from measures.updates(paths)
            case "start-up":
                yield from measures.start_up(paths[0])
            case "memory":
                yield from measures.memory(paths, asked.sizes)


def shown(figure: Figure) -> str:
    """One line of the table."""
    of, to = (f"{one / 1e6:8.1f} MB" if figure.unit == "B" else f"{one:8.3f} s " for one in (figure.of, figure.to))
    return f"{figure.group:<12} {figure.name:<34} {figure.value:7.2f}   {of} / {to}"


def check(figures: list[Figure]) -> int:
    """1 where a figure costs more than the pinned one allows."""
    pinned = json.loads(PINNED.read_text("utf-8"))
    code = 0
    for figure in figures:
        limit = pinned.get(figure.name)
        if limit is not None:
            worse = figure.value > limit * WORSE
            verdict = "too slow" if worse else "good"
            print(f"{figure.name}: {figure.value:.2f}, pinned {limit}: {verdict}", file=sys.stderr)
            code = 1 if worse else code
    return code


if __name__ == "__main__":
    sys.exit(main())
