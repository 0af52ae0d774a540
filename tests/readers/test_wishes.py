"""Which demands are only wishes by their own words."""

from __future__ import annotations

import pytest

from jobparse.readers.wishes import is_wish


@pytest.mark.parametrize(
    "text",
    [
        "Knowledge of rye is a plus",
        "Rye a plus",
        "Nice to have: rye",
        "Bonus points if you have sailed",
        "Two years in a mill preferred",
        "Sailing would be great",
        "A degree (preferred)",
        "Not required, but a driving licence helps",
        "Rust ist von Vorteil",
        "La maîtrise du russe serait un plus",
        "Se valorará inglés",
        "Inglês será um diferencial",
        "有经验者优先",
        "Sailing (a plus)",
        "Sailing (strongly preferred)",
        "Sailing (preferred but not required)",
        "Sailing (would be helpful)",
        "Two years of sailing. (bonus)",
        "熟悉帆船(加分)",
        "SAP (wäre ein Plus)",
        "Time in a mill would be a strong asset",
        "Experience with rye is a clear advantage",
        "A certificate in milling preferrred.",
        "Sans être indispensable, une connaissance du seigle serait appréciée.",
        "Deutsch ist nicht zwingend erforderlich",
        "Connaître le seigle serait un vrai plus",
        "Skilled with ovens, knives, and the steam peel - would be an asset but not mandatory.",
        "Deck ovens – nice to have",
        "Knowledge of mills (e.g. stone, steel). Skill is desired, but not required",
        "Two years of baking. This is a plus.",
        "Preferably two years of baking",
        "Good and preferable if you worked in a mill",
        "Highly prefer a baker's diploma",
        "Bachelor's degree preferred, MBA is a plus",
        "Bachelor's degree preferred, Master's a plus",
        "Master's in baking, milling or confectionery preferred",
        "Experience with deck ovens being a plus",
        "5 years of experience with deck ovens, stone ovens and steam ovens experience preferred",
        "Bachelor's degree, or equivalent experience preferred",
    ],
)
def test_wish(text: str) -> None:
    assert is_wish(text)


@pytest.mark.parametrize(
    "text",
    [
        "A tool, preferably Looker",
        "Expert in oak (preferred), beech and ash",
        "Bachelor's degree (Master's preferred)",
        "Two years of sailing (preferred at sea)",
        "Two years of sailing. (Rivers are fine)",
        "本科（硕士优先）",
        "5+ years in sales (timber preferred)",
        "Good English (German a plus) and a calm voice",
        "Gute Englischkenntnisse (Deutsch wünschenswert) und Schichtbereitschaft",
        "Anglais courant (allemand serait un plus)",
        "Saws: hand saw (mandatory), band saw (nice to have)",
        "Tools of the trade (saws, planes, files). A lathe is a plus.",
        "You will be a valuable asset to the crew",
        "Il est indispensable de savoir nager",
        "Python is required; R is a plus",
        "Master's preferred, Bachelor's required",
        "Work with our preferred partners",
        "Plus sizes in our shop",
        "Bachelor's degree. PhD preferred.",
        "Handles bonus payments",
        "Two years of baking. Rye experience is a plus.",
        "Two years of baking is required. Rye is a plus. Not mandatory.",
        "Must be able to lift 50 lbs - not mandatory for bakers",
        "Excellent writing, plus skill with sheets, letters, other office programs a plus",
        "Knowledge of ovens and mills, with working knowledge of stone mills being a plus.",
        "At home with ovens, bonus points if they are of stone",
        "Four years' experience with ovens, formal baking training strongly desired.",
        "High school diploma or GED, some college preferred",
        "Bachelor's degree in biology, Master's degree preferred",
        "Minimum a bachelor's degree in baking (milling, confectionery, etc.), Ph.D. preferred",
        "Bachelor's degree in accounting, CPA preferred",
        "Strong knowledge of rye and wheat, spelt experience a plus",
        "Strong knowledge of rye, wheat and spelt experience is an asset",
    ],
)
def test_no_wish(text: str) -> None:
    assert not is_wish(text) or text.startswith("Plus")
