"""Standard input and output: nothing is lost where they write little at a time, or do not wait."""
from __future__ import annotations

import io
import os
import sys

import pytest

from jobparse.standard import standard_input, standard_output

pytestmark = pytest.mark.skipif(not hasattr(os, "set_blocking"), reason="no such streams here")


class Little(io.RawIOBase):
    """Takes three bytes at a time, as a disk that is nearly full does."""

    def __init__(self) -> None:
        self.taken = b""

    def write(self, data: memoryview) -> int:  # type: ignore[override]
        self.taken += bytes(data[:3])
        return len(data[:3])


@pytest.mark.parametrize("data", [b"", b"ab", b"abc", b"abcdefgh" * 1000])
def test_unbuffered_output_is_written_whole(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    raw = Little()
    monkeypatch.setattr(sys, "stdout", type("Stdout", (), {"buffer": raw}))
    assert standard_output().write(data) == len(data)
    assert raw.taken == data


def test_streams_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    for end, name, opened in ((reader, "stdin", standard_input), (writer, "stdout", standard_output)):
        os.set_blocking(end, False)
        with open(end, "rb" if end == reader else "wb") as stream:
            monkeypatch.setattr(sys, name, type("Standard", (), {"buffer": stream}))
            assert opened() is stream
            assert os.get_blocking(end)
