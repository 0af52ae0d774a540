"""Headings of seven languages open the kind of section they name."""
import pytest

from jobparse.vocab.headings import read_bare, read_heading

TOLD = {
    "responsibilities": (
        "Wobei du uns unterstützt", "Deine Schwerpunkte", "Was du bei uns machst", "Au quotidien, tu :", "Tes défis",
        "Lo que vas a hacer", "Funciones a desarrollar", "Suas atribuições", "No dia a dia você vai", "I tuoi compiti",
        "Waar ga je mee aan de slag?", "Kerntaken", "我们需要你做什么", "工作任务",
    ),
    "requirements": (
        "Was du können solltest", "Fachliche Voraussetzungen", "Qualifikationserfordernisse:", "Nos attentes", "Toi",
        "Pré-requis techniques", "¿Quién eres?", "Conocimientos imprescindibles", "Competências essenciais:",
        "Skill obrigatório:", "É necessário ter", "Cosa ti serve", "Capacità richieste", "Wie je bent", "你需要具备", "职位需求",
    ),
    "nice_to_have": (
        "Gerne gesehen", "Kein Muss, aber toll", "Extrapunkte gibt es für:", "Compétences souhaitables",
        "Encore mieux si :", "Habilidades deseables", "No es necesario, pero suma:", "Competências desejáveis:",
        "Skill desejado:", "Requisitos desejados", "Legal se você tiver:", "Punti bonus", "Gewenste ervaring", "优先录用条件",
    ),
    "benefits": (
        "Bei uns erwartet dich", "Was für dich drin ist", "Ce qu'on propose", "Avantages du poste", "Lo que obtienes",
        "¿Qué te damos?", "O que a gente oferece", "Diferenciais da empresa", "I nostri benefits",
        "Wat staat daar tegenover?", "我们能为你提供什么", "薪酬待遇",
    ),
    "application": (
        "Neugierig geworden?", "Bewerbungsunterlagen", "Envie de nous rejoindre ?", "¿Quieres aplicar?",
        "Ficou interessado?", "Ti interessa?", "Ben je enthousiast?", "如何投递",
    ),
    "company": ("Woran wir arbeiten", "Notre histoire", "¿A qué nos dedicamos?", "Nossa missão", "Il nostro cliente",
                "Onze missie", "团队简介"),
    "skills": ("Eingesetzte Technologien", "Notre stack", "Nuestras tecnologías", "Nossa stack", "Il nostro stack",
               "Onze tools", "我们的技术栈"),
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, heading) for kind in TOLD for heading in TOLD[kind]])
def test_heading_tells_its_kind(kind: str, heading: str) -> None:
    found = read_heading(heading)
    assert found is not None and found.kind == kind


@pytest.mark.parametrize("line", ["Neugierig", "Prestaciones de ley", "Extra", "Offerta", "Formazione", "Outils de jardin",
                                  "Pas de télétravail", "Legal", "Kenntnisse in Holzbau", "Opcional"])
def test_item_without_a_mark_is_no_heading_of_wishes_or_offers(line: str) -> None:
    assert read_bare(line) not in ("benefits", "nice_to_have")
