"""The pattern language of phrases: what it means, and that every phrase shipped is linear."""
from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from jobparse.vocab import shipped
from jobparse.vocab.phrase_language import anchors, pattern
from jobparse.vocab.phrases import Phrase, Phrases, phrases

FILES = ("work_mode", "locations", "remote_scope", "visa", "work_authorization")
LENGTH = 4_000
MOST_GROWTH, MOST_SECONDS, NOISE = 2.6, 0.05, 0.004


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("fully remote", "Fully-Remote"),
        ("(a|the)? hybrid (role|position)", "hybrid role"),
        ("(a|the)? hybrid (role|position)", "the hybrid position"),
        ("# days (in|at) (the|our)? office", "2-3 days in our office"),
        ("# days (in|at) (the|our)? office", "three days at office"),
        ("we … sponsor* visa*", "we can also sponsor visas"),
        ("on( )?site", "onsite"),
        ("on( )?site", "on-site"),
        ("looking for someone (from|in) (the)?", "looking for someone from southern Spain"),
        (r"li\#remote", "LI#remote"),
        ("远程工作", "我们远程工作。"),
    ],
)
def test_phrase_finds(phrase: str, text: str) -> None:
    assert Phrases({"a": [phrase]}).on(text).search("a")


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("remote", "remotely"),
        ("we … sponsor* visa*", "we are happy. They sponsor visas"),
        ("hybrid … (in|at)", "hybrid Xamarin"),
        ("(a|the) role", "role"),
    ],
)
def test_phrase_does_not_find(phrase: str, text: str) -> None:
    assert Phrases({"a": [phrase]}).on(text).search("a") is None


def test_overlapping_phrases_give_the_longest() -> None:
    sheet = Phrases({"a": ["remote", "remote work", "work from home"]}).on("Remote work from home")
    assert [match[0] for match in sheet.matches("a")] == ["remote work"]
    assert [match[0] for match in sheet.every("a")] == ["remote work", "remote", "work from home"]


def test_what_one_list_finds_is_taken_from_the_next() -> None:
    sheet = Phrases({"a": ["remote sensing"], "b": ["remote"]}).on("remote sensing and Remote")
    assert [match.start() for match in sheet.take("a")[1].matches("b")] == [19]


def test_every_anchor_is_in_what_its_phrase_finds() -> None:
    assert anchors("(a|the)? hybrid (role|position)") == [("hybrid",), ("role", "position")]
    assert anchors("(visa|permit) (ok)?") == [("visa", "permit")]
    assert anchors("# x") == [("x",)]
    assert anchors("on( )?site") == [("on",), ("site",)]
    assert anchors(r"(401\(k\)|on( )?site) plan*") == [("401(k)", "site"), ("plan",)]


def test_the_rarest_anchor_is_the_key() -> None:
    assert Phrase("remote in (a|an)? office near you").key == ("near",)
    assert Phrase("(work|working) … abroad").key == ("abroad",)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("(on( )?site|in person) position", "an on-site  position"),
        ("remote (role)? (only|first)", "remote - first"),
        ("remote (role)? (only|first)", "Remote role only"),
        ("experience* remote", "experienced remote"),
        ("(a|an)? (very long|short) … trip", "a very long and slow trip"),
        ("full(y)? remote", "full remote"),
        ("remote", "remote remotely remote"),
    ],
)
def test_the_words_beside_the_key_do_not_hide_a_phrase(phrase: str, text: str) -> None:
    found = Phrases({"a": [phrase]}).on(text).every("a")
    compiled = re.compile(pattern(phrase))
    assert {match.span() for match in found} == {
        match.span() for start in range(len(text)) if (match := compiled.match(text.lower(), start))
    }


def test_long_texts_are_searched_around_the_literal() -> None:
    text = "we build boats and more boats " * 40 + "this is a hybrid role" + " and so on" * 60
    assert Phrases({"a": ["(a|is) hybrid role"]}).on(text).search("a")


def test_unpaired_bracket_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.txt").write_text("[a]\nfine\n(broken\n", "utf-8")
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"bad\.txt:3"):
        phrases.__wrapped__("bad")


def test_phrase_without_a_word_that_must_be_there_is_told() -> None:
    with pytest.raises(ValueError, match="no word"):
        Phrases({"a": ["(remote)? # …"]})


@pytest.mark.parametrize("name", FILES)
def test_every_phrase_compiles_and_has_a_key(name: str) -> None:
    for heading, found in phrases(name).lists.items():
        for phrase in found:
            assert re.compile(pattern(phrase.written)), (heading, phrase.written)
            assert phrase.key, (heading, phrase.written)


def attacks(phrase: str) -> list[str]:
    words = re.findall(r"[^\W\d_]{2,}", phrase) or ["a"]
    return [f"{words[0]} ", f"{' '.join(words[:3])} ", f"{words[0]} {words[-1]} a ", "1 a ", "a-", f"{words[-1]}"]


def seconds(compiled: re.Pattern[str], text: str) -> float:
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for _match in compiled.finditer(text):
            pass
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("name", FILES)
def test_every_phrase_is_linear(name: str) -> None:
    for found in phrases(name).lists.values():
        for phrase in found:
            compiled = re.compile(pattern(phrase.written))
            for attack in attacks(phrase.written):
                text = (attack * LENGTH)[:LENGTH]
                once = seconds(compiled, text)
                if once > NOISE:
                    assert once < MOST_SECONDS, (phrase.written, attack, once)
                    assert seconds(compiled, text + text) < once * MOST_GROWTH + NOISE, (phrase.written, attack)
