from __future__ import annotations

from jobparse.vocab import skills
from jobparse.vocab.shipped import text_of
from jobparse.vocab.skill_forms import REFUSED, Form, FormTable, Kind, is_current, written

TABLE = "skill_forms.tsv"


def test_the_table_is_what_the_vocabulary_spells_out() -> None:
    sources = skills.texts()
    assert is_current(text_of(TABLE), sources.values()), "a skill was edited: run `python tools/skill_forms.py`"
    vocabulary = skills.spelled_out(sources)
    assert dict(skills.shipped().forms) == vocabulary.forms
    assert skills.shipped().entries == vocabulary.entries
    assert all(skills.shipped().kind(entry.name) == vocabulary.kind(entry.name) for entry in vocabulary.entries)
    assert not vocabulary.clashes


def test_a_form_is_read_as_it_was_written() -> None:
    kinds = {"Go": Kind("language", ()), "REST": Kind("protocol", ("HTTP", "Web development"))}
    forms = {
        "go": Form("Go", "Go", False, "context"),
        "golang": Form("Go", "", False, ""),
        "#rest api": Form("REST", "", True, ""),
        "go to market": Form(REFUSED, "", False, ""),
    }
    table = FormTable(written(forms, kinds, ["a source"]))
    assert dict(table) == forms
    assert len(table) == 4 and table.get("rest") is None
    assert {name: table.kind(name) for name in kinds} == kinds


def test_a_table_of_other_sources_is_not_current() -> None:
    text = written({}, {}, ["one", "two"])
    assert is_current(text, ["one", "two"])
    assert not is_current(text, ["one", "three"]) and not is_current("", ["one", "two"])
