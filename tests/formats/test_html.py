"""Saved web pages: content without chrome, JSON-LD, and pages that a script draws."""

from __future__ import annotations

import json

from jobparse.formats.references import References

from .shapes import blocks, facts, read

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><title>Bicycle mender | Acme careers</title>
<link rel="canonical" href="https://acme.example/jobs/1?a=1&amp;b=2">
<meta property="og:title" content="Bicycle mender">
<style>.x { color: red }</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li>Jobs in Paris</li></ul></nav>
<div class="cookie-banner">We use cookies. <div>Accept</div></div>
<main>
  <header><h1>Bicycle <em>mender</em></h1></header>
  <p>We mend
     bicycles &amp; <b>tri</b>cycles in Rome.</p>
  <h2>Requirements</h2>
  <ul>
    <li>A steady hand<ul><li>and a lamp</li></ul></li>
    <li><svg><path d="M0"/></svg> Patience</li>
  </ul>
  <p>Pay: 50.000&nbsp;€<br>Start: May</p>
  <table><tr><th>Place</th><td>Rome</td></tr><tr><td>Hours</td><td>20</td></tr></table>
  <p>We like people who read to the end of a text like this one, and who then write to us about what they think of
     it. Nobody is turned away for having no degree.</p>
  <a href="https://acme.example/apply">Apply</a>
</main>
<aside>Similar jobs: Cook in London</aside>
<footer>Acme Ltd, Berlin</footer>
<script>var x = "<p>not shown</p>";</script>
</body></html>
"""


def test_content() -> None:
    document = read(PAGE)
    assert document.format == "html"
    assert blocks(document) == [
        ("heading", 1, "Bicycle mender"), ("paragraph", 0, "We mend bicycles & tricycles in Rome."),
        ("heading", 2, "Requirements"), ("item", 1, "A steady hand"), ("item", 2, "and a lamp"), ("item", 1, "Patience"),
        ("paragraph", 0, "Pay: 50.000 €"), ("paragraph", 0, "Start: May"), ("table", 0, "Place Rome"), ("table", 0, "Hours 20"),
        ("paragraph", 0, "We like people who read to the end of a text like this one, and who then write to us about what"
         " they think of it. Nobody is turned away for having no degree."),
        ("paragraph", 0, "Apply"),
    ]


def test_chrome_is_not_in_the_view() -> None:
    document = read(PAGE)
    for word in ("Paris", "London", "Berlin", "cookies", "color", "shown", "careers"):
        assert word not in document.view
    assert document.text == PAGE


def test_links_of_the_content_only() -> None:
    document = read(PAGE)
    assert [document.quote(link.url) for link in document.links] == ["https://acme.example/apply"]


def test_the_page_names_itself_unless_a_heading_does() -> None:
    page = PAGE.replace("<table><tr><th>Place</th><td>Rome</td></tr><tr><td>Hours</td><td>20</td></tr></table>", "")
    assert facts(read(page)) == [("canonical", "https://acme.example/jobs/1?a=1&b=2")]
    bare = page.replace("<h1>", "<p>").replace("</h1>", "</p>")
    assert facts(read(bare)) == [("canonical", "https://acme.example/jobs/1?a=1&b=2"), ("og:title", "Bicycle mender")]
    plain = bare.replace('<meta property="og:title" content="Bicycle mender">', "")
    assert facts(read(plain))[0] == ("html:title", "Bicycle mender | Acme careers")


JSON_LD = """\
<script type="application/ld+json">
/* <![CDATA[ */
{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "Other"},
 {"@type": ["JobPosting"], "title": "Mender &amp; more", "hiringOrganization": {"@type": "Organization", "name": "Acme\\u00e9"},
  "jobLocation": [{"address": {"addressLocality": "Rome", "addressCountry": "IT"}}],
  "baseSalary": {"currency": "EUR", "value": {"minValue": 50000, "maxValue": 60000.50, "unitText": "YEAR"}},
  "directApply": true, "validThrough": null, "description": "one	two", }]}
/* ]]> */
</script>
"""


def test_json_ld() -> None:
    document = read(PAGE.replace("</head>", JSON_LD + "</head>"))
    found = facts(document)
    assert ("title", "Mender & more") in found
    assert ("hiringOrganization.name", "Acmeé") in found
    assert ("jobLocation.address.addressLocality", "Rome") in found
    assert ("baseSalary.value.minValue", "50000") in found
    assert ("baseSalary.value.maxValue", "60000.50") in found
    assert ("directApply", "true") in found
    assert "validThrough" not in dict(found)
    assert "og:title" not in dict(found)
    assert document.metadata["baseSalary"]["value"] == {"minValue": 50000, "maxValue": "60000.50", "unitText": "YEAR"}
    assert json.dumps(document.metadata)
    quotes = {fact.key: document.quote(fact.span) for fact in document.header}
    assert quotes["title"] == "Mender &amp; more"
    assert quotes["hiringOrganization.name"] == "Acme\\u00e9"
    assert quotes["baseSalary.value.minValue"] == "50000"


def test_json_ld_that_is_broken_is_read_as_far_as_it_goes() -> None:
    broken = '<html><script type="application/ld+json">{"@type":"JobPosting","title":"Mender","x":"never ends</script><p>Hi</p>'
    assert ("title", "Mender") in facts(read(broken))


GRAPH = {"@graph": [
    {"@type": "JobPosting", "title": "Mender", "hiringOrganization": {"@id": "#acme"}, "jobLocation": [{"@id": "#rome"}]},
    {"@type": "Place", "@id": "#rome", "address": {"@id": "#address"}},
    {"@type": "PostalAddress", "@id": "#address", "addressLocality": "Rome"},
    {"@type": "Organization", "@id": "#acme", "name": "Acme", "parentOrganization": {"@id": "#acme"}},
]}  # fmt: skip


def test_json_ld_that_refers_to_what_stands_elsewhere() -> None:
    document = read(f'<html><script type="application/ld+json">{json.dumps(GRAPH)}</script><p>Hi</p></html>')
    found = facts(document)
    assert ("hiringOrganization.name", "Acme") in found
    assert ("jobLocation.address.addressLocality", "Rome") in found
    assert {document.quote(fact.span) for fact in document.header} >= {"Acme", "Rome"}
    assert document.metadata["hiringOrganization"] == {"@id": "#acme"}


def test_references_in_a_ring_end() -> None:
    names = [f"#{number}" for number in range(40)]
    everything = {name[1:]: {"@id": name} for name in names}
    graph = {"@graph": [{"@type": "JobPosting", "x": everything}, *({"@id": name, **everything} for name in names)]}
    read(f'<html><script type="application/ld+json">{json.dumps(graph)}</script><p>Hi</p></html>')


def test_what_is_referred_to_is_copied_with_measure() -> None:
    maker = {"@id": "#acme", "name": "Acme", "places": [{"name": str(number)} for number in range(3_000)]}
    jobs = [{"@type": "JobPosting", "title": "Mender", "x": [{"@id": "#acme"}] * 100} for _ in range(3)]
    references = References([*jobs, maker])
    copies = [len(json.dumps(references.followed(job))) for job in jobs]
    assert len(json.dumps(maker)) < min(copies) and max(copies) < 500_000
    assert all(references.followed(job)["x"][0]["name"] == "Acme" for job in jobs)


def test_two_jobs_on_a_page() -> None:
    one = '{"@type":"JobPosting","title":"Mender"}'
    document = read(f'<html><script type="application/ld+json">[{one},{one}]</script><p>Hi</p></html>')
    assert [note.code for note in document.notes] == ["html-many-jobs"]


def test_a_page_that_a_script_draws() -> None:
    description = "<p>We mend bicycles in Rome and want you to join us.</p><ul><li>A steady hand</li><li>Patience</li></ul>" * 3
    posting = json.dumps({"@type": "JobPosting", "title": "Mender", "description": description})
    document = read(f'<!doctype html><html><script type="application/ld+json">{posting}</script><body><div id="app"></div></body></html>')
    assert document.format == "html"
    assert document.text.startswith("title: Mender\n")
    assert facts(document) == [("title", "Mender")]
    assert blocks(document)[:3] == [
        ("paragraph", 0, "We mend bicycles in Rome and want you to join us."), ("item", 1, "A steady hand"), ("item", 1, "Patience"),
    ]
    assert [note.code for note in document.notes] == ["html-body-in-json-ld"]


def test_a_fragment() -> None:
    document = read("<div><h3>Mender</h3><p>We mend.</p><p>Come.</p></div>")
    assert document.format == "html"
    assert blocks(document) == [("heading", 3, "Mender"), ("paragraph", 0, "We mend."), ("paragraph", 0, "Come.")]


def test_tags_nobody_closes() -> None:
    document = read("<html><body><h2>Mender<p>We mend.<ul><li>one<li>two<p>Last")
    assert blocks(document)[:4] == [("heading", 2, "Mender"), ("paragraph", 0, "We mend."), ("item", 1, "one"), ("item", 1, "two Last")]


def test_chrome_nobody_closes_is_kept() -> None:
    assert ("paragraph", 0, "We mend.") in blocks(read("<html><body><nav>Home<p>We mend.</p></body></html>"))


def test_typed_bullets_in_a_page() -> None:
    found = blocks(read("<html><body><div>\nYou bring:\n• one\n• two\n</div></body></html>"))
    assert found == [("paragraph", 0, "You bring:"), ("item", 1, "one"), ("item", 1, "two")]


def test_markdown_in_a_file_named_html() -> None:
    assert read("---\ntitle: x\n---\n# Hi\n", name="x.html").format == "frontmatter"
    assert read("# Hi\n\n* one\n* two\n", name="x.html").format == "markdown"


def test_what_tables_and_terms_state() -> None:
    document = read(
        "<html><body><table><tr><th>Location</th><td><b>Rome</b>, L’Aquila</td></tr><tr><td>Salary</td><td>Company</td></tr>"
        "<tr><td>What we like</td><td>Bikes</td></tr></table><dl><dt>Salary:</dt>\n<dd>50k</dd><dt>x</dt><dd>y</dd></dl></body></html>"
    )
    assert facts(document) == [("Location", "Rome, L’Aquila"), ("Salary", "50k")]
    assert [document.quote(fact.span) for fact in document.header] == ["Rome</b>, L’Aquila", "50k"]
    assert {fact.origin for fact in document.header} == {"label"}


def test_microdata() -> None:
    document = read(
        '<html><body itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Mender <b>of bikes</b></h1>'
        '<div itemprop="hiringOrganization" itemscope><span itemprop="name">Acme &amp; Sons</span></div>'
        '<p itemprop="jobLocation" itemscope><span itemprop="addressLocality">Rome</span>, <i itemprop="addressCountry">IT</i></p>'
        '<meta itemprop="datePosted" content="2024-05-13"><div itemprop="description">Long text</div></body></html>'
    )
    assert facts(document) == [
        ("title", "Mender of bikes"), ("hiringOrganization.name", "Acme & Sons"),
        ("jobLocation.address.addressLocality", "Rome"), ("jobLocation.address.addressCountry", "IT"), ("datePosted", "2024-05-13"),
    ]


def test_bullets_between_line_breaks() -> None:
    assert blocks(read("<html><p>You bring<br>- one<br/>• two<br>3 years</p></html>")) == [
        ("paragraph", 0, "You bring"), ("item", 1, "one"), ("item", 1, "two"), ("paragraph", 0, "3 years"),
    ]


def test_lists_under_a_heading_in_a_layout_table_are_lists() -> None:
    page = (
        "<html><body><h1>Receptionist</h1><table><tr><td><h2>01</h2><h3>Requirements</h3><ul><li>Work in a similar job</li>"
        "<li>Knowledge of MS Office</li></ul></td><td><h3>We offer</h3><ul><li>A pleasant team</li><li>A good salary</li></ul>"
        "</td></tr></table><table><tr><td>Languages</td><td><ul><li>English</li><li>Dutch</li></ul></td></tr></table></body></html>"
    )
    kinds = [kind for kind, _, _ in blocks(read(page))]
    assert kinds == ["heading", "heading", "heading", "item", "item", "heading", "item", "item", "table", "table", "table"]
