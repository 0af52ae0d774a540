"""Paragraphs on what the company offers."""
import pytest

from jobparse.readers.offers import adds_to_offer, read_offer


def test_sentences_of_offers_only() -> None:
    text = "We bake. We offer dental insurance, a pension and paid holidays. Come and see."
    told = read_offer(text)
    assert told is not None
    assert text[slice(*told)] == "We offer dental insurance, a pension and paid holidays."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We offer a pension and paid holidays.",
        "Our clients receive dental insurance, a pension and vacation plans.",
        "Knowledge of medical, dental and retirement benefits.",
        "Medical, dental and vision supplies leave the shop daily.",
    ],
)
def test_no_offer(text: str) -> None:
    assert read_offer(text) is None


def test_a_salary_range_adds_no_offer() -> None:
    assert adds_to_offer("This role is eligible for a yearly bonus.")
    assert not adds_to_offer("The pay range includes a bonus.")
