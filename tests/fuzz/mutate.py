"""Mutates real posts at random and looks for what no input may do: raise, take long, break a law.

    python tests/fuzz/mutate.py --seconds 600 samples/ other/posts/

Every find is told once and its input kept in `--finds`; a find becomes a case in `tests/hostile.py`. The same seed and
the same files give the same inputs.
"""
# ruff: noqa: E402  (cases are data; the path is set before the imports)
from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

import hostile
import laws

MOST_SECONDS = 2.0
LONGEST = 20_000
"""Bytes of an input: larger ones are what `hostile.LARGE` is for."""

TOKENS = tuple(token.encode("utf-8", "surrogatepass") for token in (
    "---\n", "+++\n", "# ", "- ", "> ", "| ", "```\n", "<!--", "-->", "<li>", "</ul>", "<script>", "&amp;", "&#x1b;", "[", "](", "**", "_", "`", "\\",
    "$", "€", "120k", "1.000,50", "99999999999999999999", "½", "٥", "５", "%", "+", "/", "@", "a@b.co", "https://", "mailto:", ":", ": ", "\t", "\r", "\n\n",
    "\0", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\u2028", "\x85", "\ud800", "İ", "ß", "ﬁ", "e\u0301", "Ã©", "🔥", "工", "title: ", "salary: ", "date: ",
    "Location: ", "Salary: ", "remote", "years", "UTC+", "not ", "or ", "and ", "Python", "C++", "2024-02-31", "per ", "{", "}", '"', "'", "=", "null", "&a ", "*a",
))

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _place(rng: random.Random, data: bytes) -> int:
    return rng.randint(0, len(data))


def flip(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    flipped = bytearray(data)
    for _ in range(1 + int(len(data) * rng.choice((0.0, 0.001, 0.01, 0.05)))):
        if flipped:
            flipped[rng.randrange(len(flipped))] = rng.randrange(256)
    return bytes(flipped)


def insert(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    at = _place(rng, data)
    return data[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 2, 50, 1000)) + data[at:]


def delete(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    at = _place(rng, data)
    return data[:at] + data[at + rng.choice((1, 2, 8, 64, 512)) :]


def repeat(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    at = _place(rng, data)
    piece = data[at : at + rng.choice((1, 4, 16, 80, 400))]
    return data[:at] + piece * rng.choice((2, 5, 100)) + data[at:]


def splice(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    other = rng.choice(seeds)
    return data[: _place(rng, data)] + other[_place(rng, other) :]


def shuffle(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    sign = rng.choice((b"\n", b" "))
    parts = data.split(sign)
    rng.shuffle(parts)
    return sign.join(parts)


def swap(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    return data.replace(rng.choice((b"\n", b" ", b"-", b":", b"e", b"1")), rng.choice(TOKENS), rng.choice((1, 5, -1)))


def recode(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    wrong, right = rng.choice(("cp1252", "mac_roman", "utf-16", "utf-16-be", "utf-32", "utf-7", "cp037")), rng.choice(("utf-8", "cp1252"))
    return text.encode(wrong, "replace") if rng.random() < 0.5 else text.encode().decode(right, "replace").encode(wrong, "replace")


MUTATIONS: tuple[Mutation, ...] = (flip, insert, insert, insert, delete, repeat, splice, shuffle, swap, recode)


def inputs(seeds: Sequence[bytes], seed: int) -> Iterator[bytes]:
    """Mutated seeds without end."""
    rng = random.Random(seed)
    while True:
        data = rng.choice(seeds)
        for _ in range(rng.choice((1, 1, 2, 3, 6))):
            data = rng.choice(MUTATIONS)(rng, data, seeds)[:LONGEST]
        yield data


class TooLong(BaseException):
    """Not to be caught by what is under test."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise TooLong


def attempt(data: bytes, most: float = MOST_SECONDS) -> str:
    """What is wrong with the program for this input, '' where nothing is."""
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        laws.check_bytes(data)
    except TooLong:
        return f"takes more than {most} s: {_where()}"
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}: {_where()}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _where() -> str:
    frames = traceback.extract_tb(sys.exc_info()[2])
    last = next((frame for frame in reversed(frames) if "jobparse" in frame.filename), frames[-1])
    return f"{Path(last.filename).name}:{last.name}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", type=Path, default=Path("finds"))
    asked = parser.parse_args()
    files = sorted(file for path in asked.paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
    seeds = [file.read_bytes() for file in files] + [case.data[:LONGEST] for case in hostile.CASES]
    signal.signal(signal.SIGVTALRM, _stop)
    begin, count, slowest, finds = time.monotonic(), 0, 0.0, set[str]()
    for data in inputs(seeds, asked.seed):
        if time.monotonic() - begin > asked.seconds:
            break
        start = time.process_time()
        wrong = attempt(data)
        slowest, count = max(slowest, time.process_time() - start), count + 1
        if wrong and wrong.rpartition(": ")[2] not in finds:
            finds.add(wrong.rpartition(": ")[2])
            asked.finds.mkdir(exist_ok=True)
            (asked.finds / f"{asked.seed}-{count}").write_bytes(data)
            print(f"{count}: {wrong}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} inputs of {len(seeds)} seeds, {len(finds)} finds, slowest {slowest:.2f} s, peak {peak} MB")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
