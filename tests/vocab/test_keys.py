"""The key vocabulary."""
from __future__ import annotations

import pytest

from jobparse.vocab.keys import keys, normalise


@pytest.mark.parametrize("key", ["companyName", "Company name", "company_name", "COMPANY-NAME", " company  name "])
def test_case_blanks_and_joints_do_not_count(key: str) -> None:
    assert normalise(key) == "companyname"
    assert keys().header[normalise(key)] == "company"


def test_a_dot_goes_down_one_level() -> None:
    assert normalise("contact.email") == "contact.email"
    assert keys().header["contact.email"] == "contact.email"


@pytest.mark.parametrize(
    ("key", "field"),
    [("Standort", "location"), ("Gehalt", "salary"), ("Empresa", "company"), ("Cargo", "title"),
     ("Date limite", "valid_through"), ("Idiomas", "languages"),
     ("Formação", "education"), ("截止日期", "valid_through")],
)
def test_labels_of_other_languages(key: str, field: str) -> None:
    assert keys().label[normalise(key)] == field


@pytest.mark.parametrize("key", ["Type", "Name", "Description", "State", "Topics", "Link", "Application"])
def test_keys_that_say_too_little_in_running_text(key: str) -> None:
    assert normalise(key) in keys().header
    assert normalise(key) not in keys().label


def test_every_label_is_a_key_of_headers_too() -> None:
    assert all(keys().header[key] == field for key, field in keys().label.items())


@pytest.mark.parametrize("value", ["none", "n/a", "-", "nicht angegeben", "não informado"])
def test_values_that_say_nothing(value: str) -> None:
    assert value in keys().fillers
