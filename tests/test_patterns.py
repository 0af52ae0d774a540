from __future__ import annotations

import re

import pytest

from jobparse.patterns import LazyPattern, lazy


def test_a_lazy_pattern_does_what_the_pattern_does() -> None:
    source, text = r"(?P<letter>[a-c])\d", "A1 b2 c3"
    pattern, known = lazy(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    assert pattern.pattern == source
    assert pattern.findall(text) == known.findall(text)
    assert [match.span() for match in pattern.finditer(text, 1)] == [match.span() for match in known.finditer(text, 1)]
    assert pattern.sub("-", text) == known.sub("-", text)
    assert pattern.fullmatch("b2") and pattern.match("b2 c3") and not pattern.search(text, 7)
    assert pattern.groupindex == known.groupindex and pattern.flags == known.flags and pattern.groups == 1


def test_it_is_compiled_when_first_used() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_it_has_no_names_of_its_own_invention() -> None:
    with pytest.raises(AttributeError):
        _ = lazy("a").__wrapped__  # type: ignore[attr-defined]
    assert isinstance(lazy("a"), LazyPattern)
