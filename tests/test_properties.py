"""What holds for every text: nothing raises, evidence is literal, the answer does not depend on bytes, order or time."""
from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jobparse
from laws import check_reading
from jobparse.parser import Reading, read_bytes, read_text

SAMPLES = Path(__file__).parent.parent / "samples"


def sample_texts() -> list[str]:
    found = []
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".md", ".txt"} and path.name != "README.md":
            try:
                found.append(path.read_text("utf-8"))
            except UnicodeDecodeError:
                continue
    return found


PIECES = (
    "# Senior Engineer (m/f/d)", "## Requirements", "- 5+ years of experience", "Salary: $120-150k", "---", "title: x",
    "**Benefits:**", "<li>Go</li>",
    "remote within the EU", "Location: Berlin, Germany", "We pay 50.000 € a year", "* Python, Ruby or Go", "\tx", "```",
    "|a|b|", "&amp;", "Nice to have:",
    "Bachelor's degree or equivalent", "apply at jobs@example.com", "Ã©", "İstanbul", "•", "2024-05-13", "ABOUT US", "",
)
post_like = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=25).map("\n".join)


def read(text: str) -> Reading:
    return read_text(text)


@given(st.one_of(st.text(max_size=400), post_like))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text: str) -> None:
    check_reading(read(text))


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes(data: bytes) -> None:
    try:
        reading = read_bytes(data)
    except ValueError as error:
        assert str(error)
    else:
        check_reading(reading)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_samples(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sample_texts()))
    at = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(at, min(len(text), at + 200)))
    check_reading(read(text[:at] + data.draw(st.text(max_size=20)) + text[until:]))


@pytest.mark.parametrize("number", range(len(sample_texts())))
def test_samples_twice(number: int) -> None:
    text = sample_texts()[number]
    one, two = jobparse.parse_text(text), jobparse.parse_text(text)
    check_reading(read(text))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)


def facts(data: bytes) -> dict[str, object]:
    """A record without what may differ between encodings of one text."""
    record = msgspec.to_builtins(jobparse.parse_bytes(data))
    return {key: value for key, value in record.items() if key not in {"source", "warnings"}}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
@pytest.mark.parametrize("number", range(len(sample_texts())))
def test_same_post_in_another_encoding(number: int, encoding: str) -> None:
    text = sample_texts()[number]
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"holds letters that {encoding} has not")
    if encoding in {"cp1252", "mac_roman"} and text.isascii():
        pytest.skip("the same bytes")
    assert facts(data) == facts(text.encode("utf-8"))


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("number", range(len(sample_texts())))
def test_same_post_with_other_newlines(number: int, newline: str) -> None:
    text = sample_texts()[number]
    assert facts(text.replace("\n", newline).encode("utf-8")) == facts(text.encode("utf-8"))
