"""Every compiled pattern of the package is linear: timed on adversarial texts at n and 2n."""
from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from pathlib import Path

import pytest

import jobparse
from jobparse.literals import Gated
from jobparse.patterns import LazyPattern
from jobparse.vocab.lists import read_lists, words
from jobparse.vocab.phrase_language import pattern as phrase_pattern
from jobparse.vocab.shipped import text_of

LENGTH = 4_000
MOST_GROWTH, MOST_SECONDS = 2.6, 0.05
TRIES = 5
NOISE = 0.002
"""Below this many seconds growth is the clock's, not the pattern's."""

ATTACKS = (
    "a", "1", " ", "-", "$1,", "1 - ", "a b ", "A a ", "a.", "a@a.", "http://a", "(", "[", "](", "**", "<a ",
    "\t", "é", "1.000 ", "€ ", "a: ", "| ",
    "5 years ", "remote ", "Go, ", "in ", "the the ", "A", "#a ", "\n", "' ", "A.B. ",
)


def patterns() -> list[object]:
    found = {}
    for info in pkgutil.walk_packages(jobparse.__path__, "jobparse."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(compiled_in(value)):
                found[pattern.pattern, pattern.flags] = pytest.param(pattern, id=f"{info.name}.{name}.{number}")
    return list(found.values())


def compiled_in(value: object) -> list[re.Pattern[str]]:
    if isinstance(value, LazyPattern | Gated):
        return [value.compiled()]
    if isinstance(value, re.Pattern):
        return [value] if isinstance(value.pattern, str) else []
    if isinstance(value, tuple | list):
        return [pattern for item in value for pattern in compiled_in(item)]
    if isinstance(value, dict):
        return [pattern for item in value.values() for pattern in compiled_in(item)]
    return []


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Processor time of one search through a text, the best of three: other programs must not count."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _match in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
    return best


def fault(pattern: re.Pattern[str], attack: str) -> str:
    """What is wrong with the time that a pattern takes; empty where nothing is."""
    text = (attack * LENGTH)[:LENGTH]
    once = seconds(pattern, text)
    if once < NOISE:
        return ""
    twice = seconds(pattern, text + text)
    if once > MOST_SECONDS:
        return f"{attack!r}: {once:.3f} s at {LENGTH} characters"
    return f"{attack!r}: grows {twice / once:.1f} times" if twice / once >= MOST_GROWTH else ""


@pytest.mark.parametrize("pattern", patterns())
def test_pattern_is_linear(pattern: re.Pattern[str]) -> None:
    for attack in ATTACKS:
        # a pattern that is not linear fails every time, a busy machine only now and then
        faults = [fault(pattern, attack)]
        while faults[-1] and len(faults) < TRIES:
            faults.append(fault(pattern, attack))
        assert not faults[-1], faults


# --- patterns that are built when they are first needed -------------------------------------------------------------


def built() -> list[object]:
    """Patterns that cached functions make: of no argument, and of word lists by their names in the code."""
    found = {}
    for info in pkgutil.walk_packages(jobparse.__path__, "jobparse."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                for number, pattern in enumerate(compiled_in(value())):
                    found[pattern.pattern, pattern.flags] = pytest.param(pattern, id=f"{info.name}.{name}.{number}")
    for file in named_in_calls("words"):
        for heading in read_lists(file):
            (pattern,) = compiled_in(words(file, heading))
            found[pattern.pattern, pattern.flags] = pytest.param(pattern, id=f"{file} {heading}")
    return list(found.values())


def named_in_calls(function: str) -> set[str]:
    """Vocabulary files whose names stand as the first argument of calls of a function."""
    calls = re.compile(rf"\b{function}\(\s{{0,40}}\"([\w.]{{1,40}})\"")
    modules = Path(jobparse.__file__).parent.rglob("*.py")
    return {name for module in modules for name in calls.findall(module.read_text("utf-8"))}


@pytest.mark.parametrize("pattern", built())
def test_built_pattern_is_linear(pattern: re.Pattern[str]) -> None:
    test_pattern_is_linear(pattern)


@pytest.mark.parametrize("file", sorted(named_in_calls("phrases")))
def test_phrases_are_linear(file: str) -> None:
    """Each phrase on texts of its own words, which come nearest to matching."""
    for written in sorted({line for lines in text_lists(file) for line in lines}):
        pattern = re.compile(phrase_pattern(written))
        own = re.sub(r"[()|?*\\#…]+", " ", written)
        for attack in (own + " ", own.split()[0] + " ", "a ", "1 ", "-"):
            faults = [fault(pattern, attack)]
            while faults[-1] and len(faults) < TRIES:
                faults.append(fault(pattern, attack))
            assert not faults[-1], f"{written}: {faults[-1]}"


def text_lists(file: str) -> list[list[str]]:
    """The phrases of a file, list by list."""
    lists: list[list[str]] = []
    for line in map(str.strip, text_of(f"{file}.txt").splitlines()):
        if line.startswith("["):
            lists.append([])
        elif line and not line.startswith("//"):
            lists[-1].append(line)
    return lists
