"""Driving licences as posts write them."""
from __future__ import annotations

import pytest

from jobparse.readers.driving import read_driving

CASES = {
    "valid driver's license": ["Driver's license"],
    "a driving licence is needed": ["Driver's license"],
    "Texas driver license, Class C": ["Texas Class C driver's license"],
    "State of New York Driver's License": ["New York driver's license"],
    "a valid California Class A (and/or Class B) driver's license": ["Driver's license"],
    "Commercial Driver's License": ["CDL"],
    "CDL Class A or Class B": ["Class A CDL"],
    "Class B CDL": ["Class B CDL"],
    "Iowa Commercial Class B driver's license": ["Iowa Commercial Class B driver's license"],
    "PKW-Führerschein": ["Führerschein"],
    "Führerschein Klasse BE": ["Führerschein Klasse BE"],
    "Führerschein (Klasse B) wünschenswert": ["Führerschein Klasse B"],
    "Fahrerlaubnis der Klasse C1": ["Führerschein Klasse C1"],
    "Titulaire du permis B": ["Permis B"],
    "permis de conduire exigé": ["Permis de conduire"],
    "CNH B": ["CNH B"],
    "Possuir CNH categoria D": ["CNH D"],
    "Carta de condução": ["Carta de condução"],
    "carnet de conducir B": ["Carnet de conducir B"],
    "permiso de conducir": ["Carnet de conducir"],
    "I own the OR driver license form": ["Driver's license"],
    "build device drivers; licensed engineers": [],
    "un permis de construire": [],
    "the CA driver's license": ["CA driver's license"],
}


@pytest.mark.parametrize(("text", "want"), CASES.items(), ids=list(CASES))
def test_driving(text: str, want: list[str]) -> None:
    found = read_driving(text)
    assert [licence.name for licence in found] == want
    assert all(0 <= licence.start < licence.end <= len(text) for licence in found)
