"""What holds for every record, whatever the bytes were: for tests and fuzzers alike."""
from __future__ import annotations

import io

import msgspec

from jobparse import outputs
from jobparse.analysis.explanation import explain
from jobparse.decoding import NotText
from jobparse.formats import CannotRead
from jobparse.outputs import Terminal, card, explanation
from jobparse.outputs.printable import printable
from jobparse.parser import Reading, read_many
from jobparse.record import FIELDS, JobPost

WITHOUT_EVIDENCE = {"schema_version", "id", "source", "sections", "metadata", "evidence", "warnings"}

SCREENS = (Terminal(), Terminal(1, True), Terminal(80, True, "ascii"), Terminal(200))
"""A pipe, the narrowest terminal, one of long ago, a wide one."""


def check_reading(reading: Reading) -> None:
    """Evidence is literal, lines are right, nothing failed inside, no value stands without evidence."""
    document, post = reading.document, reading.post
    assert len(document.text) == len(document.view)
    lines = document.text.split("\n")
    for name, quotes in post.evidence.items():
        for quote in quotes:
            there = "\n".join(lines[quote.line_start - document.first_line : quote.line_end - document.first_line + 1])
            assert quote.text in there, f"{name} quotes what is not there"
    failed = [warning.message for warning in post.warnings if warning.code == "internal-error"]
    assert not failed, failed
    for name in FIELDS:
        if name not in WITHOUT_EVIDENCE and getattr(post, name) not in (None, []):
            assert post.evidence.get(name), f"{name} without evidence"


def check_bytes(data: bytes, name: str = "-") -> list[JobPost]:
    """Any bytes give records that hold the laws and that every output can write, or one line of reason."""
    try:
        readings = list(read_many(data, name=name))
    except (NotText, CannotRead) as error:
        reason = str(error)
        assert reason and "\n" not in reason, "a reason is one line"
        return []
    for reading in readings[:3]:
        check_reading(reading)
        check_shown(reading, SCREENS[len(data) % len(SCREENS)])
        written = msgspec.json.encode(reading.post)
        assert msgspec.json.decode(written, type=JobPost) == reading.post, "a record is read back as it was written"
    return [reading.post for reading in readings]


def check_shown(reading: Reading, screen: Terminal) -> None:
    """Whatever a person is shown is safe to print: no controls but colours of our own and newlines, none in the middle of a row."""
    for shown in (
        card.card(reading.post, None, screen),
        "\n".join(explanation.lines(explain(reading.document, reading.resolution, FIELDS), screen)),
        written([reading.post], "table", screen).decode(screen.encoding),
    ):
        for line in without_colours(shown, screen.color).replace("\t", " ").split("\n"):
            assert printable(line) == line, f"not safe to print: {line!r}"


def without_colours(text: str, colours: bool) -> str:
    """The text without the styles that this program writes itself."""
    if colours:
        for code in ("0", "1", "2", "31", "32", "33", "36", "1;36", "1;31", "1;32", "1;33"):
            text = text.replace(f"\x1b[{code}m", "")
    return text


def written(posts: list[JobPost], form: str, screen: Terminal | None = None) -> bytes:
    """What an output format makes of posts."""
    stream = io.BytesIO()
    render, writer = outputs.renderer(form), outputs.writer(form, stream, None, screen)
    for post in posts:
        writer.write(render(post))
    writer.close()
    return stream.getvalue()
