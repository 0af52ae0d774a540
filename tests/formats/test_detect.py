"""Which format a text is, and that the reason is said."""
from __future__ import annotations

import json
from pathlib import Path

import pytest

from jobparse import formats

from .shapes import check

CASES = [
    ("-", "---\ntitle: x\n---\n", "frontmatter"),
    ("x.txt", "---\ntitle: x\n---\n", "frontmatter"),
    ("x.md", "<!doctype html><p>x", "html"),
    ("-", "\n  <HTML>\n<body>x", "html"),
    ("-", "<p>one</p><p>two</p><p>three</p>", "html"),
    ("x.html", "<div>one</div>", "html"),
    ("-", "<div>one</div>", "text"),
    ("-", '<p align="center"><img src="x"></p>\n\n# Mender\n\n* one\n* two\n', "markdown"),
    ("-", '[{"title": "x"}]', "json"),
    ("-", "# Mender\n\ntext", "markdown"),
    ("x.txt", "# Mender\n\n## Role\n", "markdown"),
    ("x.txt", "Mender\n\n**Role** and **pay**\n", "markdown"),
    ("x.txt", "one **word** only", "text"),
    ("-", "one **word** only", "markdown"),
    ("-", "see [us](https://a.example)", "markdown"),
    ("-", "Mender\n======\n\ntext", "markdown"),
    ("-", "\\- one\n\\- two", "markdown"),
    ("x.md", "no sign at all", "markdown"),
    ("x.txt", "no sign at all", "text"),
    ("-", "- one\n- two\n* three", "text"),
    ("-", "we use C# and __init__", "text"),
    ("-", "#1 in bicycles\n#hiring", "text"),
    ("-", "", "text"),
    ("-", "Acme | Rome<p>We mend.<p>Come.", "text"),
]


@pytest.mark.parametrize(("name", "text", "want"), CASES)
def test_detect(name: str, text: str, want: str) -> None:
    found, reason = formats.detect(name, text)
    assert found == want
    assert reason


def test_names_are_what_may_be_forced() -> None:
    assert set(formats.NAMES) == {"frontmatter", "markdown", "text", "html", "json"}
    with pytest.raises(ValueError, match="unknown format"):
        formats.read("-", "x", "docx")


GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled posts are not beside this checkout")
def test_labelled_posts() -> None:
    for label in sorted((GOLD / "labels").glob("*.json")):
        post = GOLD / "posts" / label.stem
        document = formats.read(str(post), post.read_text("utf-8"))
        check(document)
        assert document.format == json.loads(label.read_text("utf-8"))["source"]["format"], post.name
