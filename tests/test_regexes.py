"""Every compiled pattern of the package is linear: timed on adversarial texts at n and 2n."""
from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import jobparse
from jobparse.patterns import LazyPattern

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
    if isinstance(value, LazyPattern):
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
