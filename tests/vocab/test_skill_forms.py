from __future__ import annotations

from jobparse.vocab import skills
from jobparse.vocab.shipped import text_of
from jobparse.vocab.skill_forms import REFUSED, Form, FormTable, is_current, written

TABLE = "skill_forms.tsv"


def test_the_table_is_what_the_vocabulary_spells_out() -> None:
    sources = skills.texts()
    assert is_current(text_of(TABLE), sources.values()), "a skill was edited: run `python tools/skill_forms.py`"
    vocabulary = skills.spelled_out(sources)
    assert dict(skills.shipped().forms) == vocabulary.forms
    assert skills.shipped().entries == vocabulary.entries
    assert not vocabulary.clashes


def test_a_form_is_read_as_it_was_written() -> None:
    names = ["Go", "REST"]
    forms = {
        "go": Form(0, "Go", False, "context"),
        "golang": Form(0, "", False, ""),
        "#rest api": Form(1, "", True, ""),
        "go to market": Form(REFUSED, "", False, ""),
    }
    table = FormTable(written(forms, names, ["a source"]), names)
    assert dict(table) == forms
    assert len(table) == 4 and table.get("rest") is None


def test_a_table_of_other_sources_is_not_current() -> None:
    text = written({}, [], ["one", "two"])
    assert is_current(text, ["one", "two"])
    assert not is_current(text, ["one", "three"]) and not is_current("", ["one", "two"])
