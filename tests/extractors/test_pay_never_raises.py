"""Pay and equity on any text: no exception, and every finding quotes the text literally."""
from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jobparse.document import Document, Line
from jobparse.extractors import equity, salary

WORDS = st.sampled_from([
    "salary", "ſalary", "Gehalt", "bonus", "pay", "per hour", "bi-weekly", "annual", "$", "€", "£1,000",
    "100k", "120-150k",
    "USD", "kr", "元", "薪资", "15-25万", "up to", "from", "+", "plus", "equity", "stock options",
    "private equity", "İ", "K",
    "(", ")", "|", "-", ":", ".", "\t", "1.000,50", "between", "and", "thousand", "sixty", "401k", "%",
    "年収500万円",
])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS | st.text(max_size=4), max_size=25).map(" ".join),
    st.sampled_from(["", "salary", "company"]),
)
def test_any_line(text: str, section: str) -> None:
    text = text.replace("\n", " ")
    document = Document("x", "text", text, text)
    for extractor in (salary, equity):
        for candidate in extractor.find(document, [Line(0, 0, text, section, "paragraph")]):
            for span in candidate.spans:
                assert 0 <= span.start < span.end <= len(text)
            raw = getattr(candidate.value, "raw", None)
            assert raw is None or raw == document.quote(candidate.spans[0])
