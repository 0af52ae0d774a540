"""Doubtful names told by those beside them, and only within one sentence."""

import pytest

from jobparse.readers.mentions import Mention
from jobparse.readers.skill_neighbours import is_meant_otherwise


def mention(text: str, written: str, name: str, needs: str = "context") -> Mention:
    start = text.index(written)
    return Mention(start, start + len(written), name, "language", needs)


@pytest.mark.parametrize(
    ("text", "otherwise"),
    [
        ("C++ or swift", False),
        ("a swift, C++ service", True),
        ("C++. Be nice, swift", True),
        ("C++ or Swift", False),
    ],
)
def test_a_plain_word_is_a_language_beside_another(text: str, otherwise: bool) -> None:
    written = "swift" if "swift" in text else "Swift"
    names = sorted([mention(text, written, "Swift"), mention(text, "C++", "C++", "")])
    at = next(number for number, name in enumerate(names) if name.name == "Swift")
    assert is_meant_otherwise(text, names, at) is otherwise


def test_an_abbreviation_is_what_is_spelled_out_beside_it() -> None:
    text = "event-driven architecture (EDA)"
    long, short = mention(text, "event-driven architecture", "Event-driven architecture", ""), mention(text, "EDA", "Exploratory data analysis")
    assert is_meant_otherwise(text, [long, short], 1)
    assert not is_meant_otherwise(text, [short], 0)
