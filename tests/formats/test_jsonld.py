"""Scripts for search engines in Markdown: what they add to the text's own header."""
from __future__ import annotations

from jobparse.formats import read

SCRIPT = """
<script type="application/ld+json">
{"@type": "JobPosting", "title": "Cook of soups", "description": "<p>We cook.</p>", "datePosted": "2022-02-10",
 "validThrough": "2022-04-08", "jobLocation": {"address": {"addressLocality": "Graz", "addressCountry": "AT"}}}
</script>
"""


def test_a_script_in_markdown_adds_place_and_closing_date_only() -> None:
    document = read("a.md", f"---\ntitle: Cook\n---\n\n# Cook\n\nWe cook.\n{SCRIPT}")
    said = {fact.key: fact.value for fact in document.header}
    assert said["validThrough"] == "2022-04-08"
    assert said["jobLocation.address.addressLocality"] == "Graz"
    assert not {"description", "datePosted"} & set(said)
    assert said["title"] == "Cook"
    assert document.metadata == {"title": "Cook"}


def test_its_facts_quote_the_text() -> None:
    document = read("a.md", f"# Cook\n\nWe cook.\n{SCRIPT}")
    for fact in document.header:
        assert document.quote(fact.span) == fact.value


def test_a_broken_or_other_script_adds_nothing() -> None:
    for script in (SCRIPT.replace("}}}", ""), SCRIPT.replace("JobPosting", "Recipe"), "<script type='application/ld+json'>"):
        document = read("a.md", f"# Cook\n\nWe cook.\n{script}")
        assert document.blocks
        assert not any(fact.key == "title" for fact in document.header)


def test_scripts_that_never_end_are_left_alone() -> None:
    opened = '<script type="application/ld+json">{"a":['
    document = read("a.md", "# Cook\n\nWe cook.\n" + opened * 2000)  # minutes where each were read up to the end of the text
    assert not any(fact.key == "a" for fact in document.header)
