"""Bytes to text: cases in `decoding.toml`, what no file may do, bars over real posts where at hand."""
from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobparse.decoding import NotText, decode

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "decoding.toml").read_text("utf-8"))["case"]

_CP1252 = {byte: char for byte in range(128, 256) if (char := bytes([byte]).decode("cp1252", "ignore"))}
MISREAD: dict[str, Callable[[str], str]] = {
    "macroman": lambda text: text.encode().decode("mac_roman"),
    "cp1252": lambda text: text.encode().decode("latin-1").translate(_CP1252),
    "latin-1": lambda text: text.encode().decode("latin-1"),
}
"""How a text is damaged: saved as UTF-8, opened as something else."""


def damaged(text: str, damage: str) -> str:
    half, _, name = damage.rpartition(":")
    misread = MISREAD[name]
    lines = enumerate(text.split("\n"))
    return "\n".join(line if half and number % 2 else misread(line) for number, line in lines)


def bytes_of(case: dict[str, Any]) -> bytes:
    if "bytes" in case:
        return str(case["bytes"]).encode("latin-1")
    text = case.get("file", case.get("text"))
    for damage in case.get("damage", ()):
        text = damaged(text, damage)
    return str(text).encode(case.get("encoding", "utf-8") if "text" in case else "utf-8")


def parametrized() -> list[Any]:
    marks = {"known-failure": pytest.mark.xfail(strict=True, reason="known")}
    named = [(f"{case['kind']}: {case['name']}", case) for case in CASES]
    return [pytest.param(case, id=name, marks=marks.get(case["kind"], ())) for name, case in named]


@pytest.mark.parametrize("case", parametrized())
def test_case(case: dict[str, Any]) -> None:
    decoded = decode(bytes_of(case))
    assert decoded.text == case.get("want", case.get("text", case.get("file")))
    if case["kind"] == "negative":
        assert not decoded.repairs and not decoded.notes
    if "bytes" in case and "encoding" in case:
        assert decoded.encoding == case["encoding"]
    if "repairs" in case:
        assert list(decoded.repairs) == case["repairs"]
    if "notes" in case:
        assert [note.code for note in decoded.notes] == case["notes"]


def test_every_kind_has_cases() -> None:
    kinds = [case["kind"] for case in CASES]
    assert {"wild", "made-up", "negative", "known-failure"} == set(kinds)
    assert min(map(kinds.count, kinds)) >= 5


SENTENCES = (
    "We’re looking for a baker — “the best”, of course… Pay: £30k–£40k or €45,000. ✨",
    "Wir suchen einen Bäcker (m/w/d) für München: „große“ Öfen, Spaß, 30 000 € – und mehr…",
    "Nous cherchons un pâtissier à l’aise : « qualité », œuvres, été\u00a0; cœur, naïf, Noël…",
    "Buscamos panadero en España: ¿te gusta el pan? ¡Únete! Sueldo: 1.500 € — mañana.",
    "Procuramos padeiro em São Paulo: você é ágil? Ótimo! Inscrições até amanhã, às 9h — nº 1ª.",
    "招聘面包师：负责每天制作面包。（上海）“三年”以上——薪资面议！",
    "Ищем пекаря в Москве: опыт от трёх лет — «хлеб», тесто.",
    "🍞 Bake with us 👩‍🍳 ❤️ • café ● Zürich → 2½ days ™",
)


ONCE_OR_TWICE = [[], *([one] for one in MISREAD), *([one, two] for one in MISREAD for two in MISREAD)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("damage", ONCE_OR_TWICE)
def test_every_misreading_is_undone(sentence: str, damage: list[str]) -> None:
    text = sentence
    for step in damage:
        text = damaged(text, step)
    assert decode(text.encode()).text == sentence


UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_unicode_encoding_is_known(sentence: str, encoding: str) -> None:
    text = f"{sentence}\n\n{sentence}\n"
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.encoding.startswith(encoding.removesuffix("-sig"))


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("sentence", SENTENCES[:5])
def test_western_encodings_are_told_apart(sentence: str, encoding: str) -> None:
    data = sentence.encode(encoding, "ignore")
    decoded = decode(data)
    assert decoded.text == data.decode(encoding)
    assert decoded.encoding.replace("-", "_") == encoding
    assert not decoded.notes


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF document, not text; save it as text"),
        (b"PK\x03\x04 word/document.xml", "is a Word document, not text; save it as text"),
        (b"PK\x03\x04 posts/a.md", "is a zip archive, not text; unpack it"),
        (b"\x1f\x8b\x08\x00", "is a gzip archive, not text; unpack it"),
        (b"\x89PNG\r\n\x1a\n\x00", "is a PNG picture, not text; copy its words"),
        (b"{\\rtf1\\ansi Baker}", "is an RTF document, not text; save it as text"),
        (bytes(1000), "holds binary data"),
        (bytes(range(256)) * 4, "holds binary data"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    with pytest.raises(NotText, match="^" + re.escape(words)) as error:
        decode(data)
    assert "; " in str(error.value)


@pytest.mark.parametrize("data", [b"PK is our house", b"BZ\xc3\xb6", b"II. Baker", b"\xff", b"\x00\x01"])
def test_what_only_begins_like_it_is_text(data: bytes) -> None:
    decode(data)


def check(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotText:
        return
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", decoded.text)
    assert not decoded.text.startswith("\ufeff")
    for note in decoded.notes:
        assert note.span is None or decoded.text[slice(*note.span)] == "\ufffd"


LONG = 50_000
ATTACKS = [
    "Ã", "Ã©", "Ã¢â‚¬â„¢", "‚Äô", "¬ ", "√±1 ", "l’é ", "é »", "„Ä", "â€ ", "ð", "\uf8ff", "É™ ", "–ü", "高",
    "\0a", "\x1b[", "\r",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "latin-1", "gb18030"])
def test_time_is_linear(attack: str, encoding: str) -> None:
    data = (attack * LONG)[:LONG].encode(encoding, "ignore")
    once, twice = seconds(data), seconds(data * 2)
    assert once < 3
    assert twice < 4 * once + 0.2, "more than the noise of the clock"


def seconds(data: bytes) -> float:
    start = time.perf_counter()
    check(data)
    return time.perf_counter() - start


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_clean_text_or_none(data: bytes) -> None:
    check(data)


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from([*UNICODE, "cp1252", "mac_roman", "gbk"]))
def test_any_text_in_any_encoding_gives_clean_text(text: str, encoding: str) -> None:
    check(text.encode(encoding, "ignore"))


@settings(deadline=None)
@given(st.text(st.sampled_from("aé ’“”—ßÃÂâ€™√¬‚Äô\u00a0\u009d\ufffdð\uf8ffü\nЯ高"), max_size=40))
def test_any_mixture_of_damage_gives_clean_text(text: str) -> None:
    check(text.encode())


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_ascii_stays_as_it_is(text: str) -> None:
    if not text.startswith(("%PDF-", "{\\rtf", "BZh", "GIF8", "PAR1", "bplist00")):
        assert decode(text.encode()) == (text, "utf-8", (), ())


# --- bars over real posts -----------------------------------------------------------------------------------

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of real posts beside the repository")
EVERY = 6
"""Only every sixth post: the bars were measured on all of them, here they are guarded."""


@pytest.fixture(scope="module")
def posts() -> list[str]:
    """Clean posts with something to damage: what the corpus's files say once their own damage is undone."""
    texts = [decode(path.read_bytes()).text for path in sorted(CORPUS.glob("*/*"))[::EVERY]]
    return [text for text in texts if not text.isascii()]


@needs_corpus
@pytest.mark.parametrize("damage", [f"{half}{name}" for half in ("", "half:") for name in MISREAD])
def test_damaged_posts_are_restored(posts: list[str], damage: str) -> None:
    lost = [text for text in posts if decode(damaged(text, damage).encode()).text != text]
    assert len(lost) <= 0.01 * len(posts)


@needs_corpus
def test_clean_posts_stay_as_they_are(posts: list[str]) -> None:
    assert not [text for text in posts if decode(text.encode()) != (text, "utf-8", (), ())]


@needs_corpus
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "latin-1", "utf-16", "utf-16-le"])
def test_posts_in_other_encodings_are_read(posts: list[str], encoding: str) -> None:
    tried = wrong = 0
    for text in posts:
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        tried += 1
        wrong += decode(data).text != text
    assert tried > 5
    assert wrong <= 0.01 * tried + 0.5
