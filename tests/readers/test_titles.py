"""What a title says: cleaned, reduced to the occupation, its level."""

from __future__ import annotations

import pytest

from jobparse.readers.occupations import is_occupation
from jobparse.readers.seniority import read_seniority
from jobparse.readers.titles import clean_title, looks_like_title, read_role

ROLES = [
    ("Senior Backend Software Engineer | Ledgers & Invoices", "Backend Software Engineer", "senior"),
    ("Staff Software Engineer, User Platform (Frontend)", "Software Engineer", "staff"),
    ("Software Engineer - Backend", "Software Engineer", None),
    ("Manager, QA", "Manager, QA", "manager"),
    ("VP, Sustainability", "VP, Sustainability", "executive"),
    ("Director of Engineering", "Director of Engineering", "director"),
    ("Director / Manager, Enterprise Sales, EMEA Mills", "Director / Manager, Enterprise Sales", "director"),
    ("Lead - Quality Engineering Team", "Lead - Quality Engineering Team", "lead"),
    ("Engineering Team Leader (Backend)", "Engineering Team Leader", "lead"),
    ("Developer Relations Lead", "Developer Relations Lead", "lead"),
    ("Ruby and Elm lead developer", "Ruby and Elm developer", "lead"),
    ("Senior/Staff Web Engineer", "Web Engineer", "staff"),
    ("Junior/ Middle level DevOps Engineer - Remote in Romania", "DevOps Engineer", "mid"),
    ("Engineer III, Application Systems", "Engineer", "senior"),
    ("Software Engineer II (Chile)", "Software Engineer", "mid"),
    ("Senior Software Engineer I - Front End", "Software Engineer", "senior"),
    ("QA Engineer 2", "QA Engineer", "mid"),
    ("2024-7278_QA Engineer", "QA Engineer", None),
    ("JAVA Senior Software Engineer - (R12397)", "JAVA Software Engineer", "senior"),
    ("Freelance - Senior Game Developer - New Games", "Game Developer", "senior"),
    ("Kestrel - Senior Software Engineer (Elixir)", "Software Engineer", "senior"),
    ("Data Analyst intern", "Data Analyst", "intern"),
    ("Product Design Intern", "Product Design Intern", "intern"),
    ("Intern UX-Design/Research", "Intern UX-Design/Research", "intern"),
    ("Python engineer and data scientist at edtech startup", "Python engineer and data scientist", None),
    ("Analytics Engineer till Nordbank", "Analytics Engineer", None),
    ("Buchhalter (m/w/d) mit Fokus Lohn", "Buchhalter", None),
    ("Backend Engineer for our Payments team", "Backend Engineer", None),
    ("Test Engineer for Insurance Project", "Test Engineer", None),
    ("Senior Java-Entwickler für den Bereich Logistik", "Java-Entwickler", "senior"),
    ("Développeur PHP pour une coopérative", "Développeur PHP", None),
    ("Project Manager para programa de becas", "Project Manager", None),
    ("Support Specialist with Dutch", "Support Specialist", None),
    ("Volljurist*in mit Polnischkenntnissen", "Volljurist*in", None),
    ("Analista de Dados com espanhol", "Analista de Dados", None),
    ("Web Developer to join our studio", "Web Developer", None),
    ("Executive Assistant to the Dean", "Executive Assistant", None),
    ("Coordinator for Communications", "Coordinator for Communications", None),
    ("Specialist for Accounting", "Specialist for Accounting", None),
    ("Mitarbeiter im Vertrieb (m/w/d)", "Mitarbeiter im Vertrieb", None),
    ("Praktikant im Bereich Marketing", "Praktikant im Bereich Marketing", "intern"),
    ("Kaufmann für Büromanagement", "Kaufmann für Büromanagement", None),
    ("Fachinformatiker:in für Systemintegration", "Fachinformatiker:in für Systemintegration", None),
    ("Lecturer position in Botany (Hilo, Hawaii)", "Lecturer", None),
    ("PhD position on river deltas", "PhD position", None),
    ("Three field technician positions in Boise, Idaho", "field technician", None),
    ("Multiple positions", "Multiple positions", None),
    ("Anlagenmechaniker für Klimatechnik", "Anlagenmechaniker für Klimatechnik", None),
    ("Recrutement Manager", "Recrutement Manager", None),
    ("Ausbildung & Entwicklung Manager", "Ausbildung & Entwicklung Manager", None),
    ("2x Fullstack Engineer", "Fullstack Engineer", None),
    ("Go Engineer L5", "Go Engineer", None),
    ("Analista de Suporte N2", "Analista de Suporte", None),
    ("Gardener needed asap", "Gardener", None),
    ("Ausbildung Fachinformatiker:in für Systemintegration", "Fachinformatiker:in für Systemintegration", None),
    ("Stellenausschreibung Büroassistenz", "Büroassistenz", None),
    ("Vaga para Analista de Redes", "Analista de Redes", None),
    ("Offre d'emploi Comptable", "Comptable", None),
    ("Looking for a Kotlin developer", "Kotlin developer", None),
    ("Buscamos diseñadora", "diseñadora", None),
    ("Nous recrutons un développeur web", "développeur web", None),
    ("On recrute un(e) data scientist", "data scientist", None),
    ("Wir suchen eine:n engagierte:n Texter:in", "Texter:in", None),
    ("Hiring Coordinator", "Hiring Coordinator", None),
    ("Estágio na área de Redes na [Secretaria de Obras]", "Estágio na área de Redes", "intern"),
    ("Chargée de projet (stage)", "Chargée de projet", "intern"),
    ("Heron - Web Developer (Stage, Alternance)", "Web Developer", "intern"),
    ("Stage - Data Analyst", "Data Analyst", "intern"),
    ("Stage Manager", "Stage Manager", None),
    ("Hardware Engineering Co-op (Fall)", "Hardware Engineering Co-op", "intern"),
    ("Cashier - Riverside Food Co-op", "Cashier", None),
    ("Assistant for the CEO", "Assistant for the CEO", None),
    ("Hiring for Senior Developer", "Hiring for Developer", "senior"),
    ("Heron : Data Wrangler (Part-time)", "Data Wrangler", None),
    ("Backend Engineer for Ledgers (Senior)", "Backend Engineer", "senior"),
    ("Mill Engineer (early-stage)", "Mill Engineer", None),
    ("Mill Engineer, Early-Stage", "Mill Engineer", None),
    ("Carpenter, Stage", "Carpenter", None),
    ("Baker Elm Street Co-op", "Baker Elm Street Co-op", None),
    ("Full-time job for a driver", "job for a driver", None),
    ("Dean for Student Affairs", "Dean for Student Affairs", None),
    ("Kaufmann/-frau für Büromanagement", "Kaufmann/-frau für Büromanagement", None),
    ("Monteur für Rohr-, Kanal- und Tiefbau", "Monteur", None),
    ("Anlagenmechaniker für Sanitär-, Heizungs- und Klimatechnik", "Anlagenmechaniker für Sanitär-, Heizungs- und Klimatechnik", None),
    ("PhD Student in Robotics", "PhD Student in Robotics", None),
    ("HOT JOB: IT - Systemadministrator (m/w/d)", "Systemadministrator", None),
    ("Facharzt für Kinder- und Jugendmedizin (m/w/d)", "Facharzt für Kinder- und Jugendmedizin", None),
    ("Teamleiter Softwareentwicklung (m/w/d)", "Teamleiter Softwareentwicklung", "lead"),
    ("Développeur Confirmé .NET / Angular (H/F)", "Développeur .NET / Angular", "mid"),
    ("Technicien de maintenance (H/F) CDI", "Technicien de maintenance", None),
    ("Desarrollador/a Backend Senior", "Desarrollador/a Backend", "senior"),
    (
        "[Curitiba] Desenvolvedor(a) Java Pleno/Sênior na Tucano - Vaga de Emprego",
        "Desenvolvedor Java",
        "senior",
    ),
    ("[OPORTUNIDADE] [ Tech Lead][CURITIBA] - Vaga de Emprego", "Tech Lead", "lead"),
    ("Especialista em Sistemas II no Tucano - Vaga de Emprego", "Especialista em Sistemas", "mid"),
    (".NET Software Engineer, Harbour Health", ".NET Software Engineer", None),
    ("Senior C++ Developer", "C++ Developer", "senior"),
    ("资深前端研发工程师-商家中心", "前端研发工程师", "senior"),
    ("某某集团-高级前端开发工程师-国际事业群", "前端开发工程师", "senior"),
    ("前端开发实习生", "前端开发", "intern"),
    ("招聘后端工程师", "后端工程师", None),
    ("夜班大機動-保全", "夜班大機動-保全", None),
    ("Associate Software Engineer", "Software Engineer", "junior"),
    ("Associate Professor", "Associate Professor", None),
    ("Data Scientist position", "Data Scientist", None),
]


@pytest.mark.parametrize(("title", "occupation", "level"), ROLES)
def test_role(title: str, occupation: str, level: str | None) -> None:
    role = read_role(title)
    assert role is not None
    assert (role.occupation, role.seniority) == (occupation, level)


@pytest.mark.parametrize(
    "title",
    [
        "Product Manager",
        "Account Manager",
        "Digital Project Manager",
        "Procurement Manager",
        "Account Executive",
        "Executive Assistant to the CEO",
        "Senior Living Cook",
        "Lead Generation Specialist",
        "Staff Nurse",
        "Chief of Staff",
        "Assistant Principal",
        "PL/SQL Developer",
        "Sales Associate",
    ],
)
def test_no_level(title: str) -> None:
    assert read_seniority(title) is None


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("**[Senior Engineer](https://jobs.example.com/1)**", "Senior Engineer"),
        ("# Data & Analytics Lead 🚀", "Data & Analytics Lead"),
        ("Designer &amp; Builder", "Designer & Builder"),
        ("IT-Dozent*in / Agile Coach", "IT-Dozent*in / Agile Coach"),
        ("  Night   Auditor: ", "Night Auditor"),
    ],
)
def test_clean(text: str, clean: str) -> None:
    assert clean_title(text) == clean


def test_nothing_remains() -> None:
    assert read_role("🚀 ***") is None


@pytest.mark.parametrize(
    "line",
    [
        "Branch Greeter - Harbour Branch",
        "HEAD OF PAID SOCIAL (HYBRID)",
        "data scientist",
        "Open Source Engineer",
        "Key Account Manager",
        "In-House Legal Counsel",
        "Help Desk Technician",
        "Company Driver",
        "Working Student Data Science",
        "Sr. Data Engineer FTE for Harbour",
    ],
)
def test_title_lines(line: str) -> None:
    assert looks_like_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "About the Data Scientist",
        "Company Culture",
        "Open Source",
        "Department Managers",
        "Student Loan Assistance",
        "Ninja Van",
        "Hacker News",
        "Wizards of the Mill",
        "Data Scientist Responsibilities",
        "We are engineers",
        "Our engineers love it.",
        "Support senior data scientists to design and execute long studies",
        "Reports to the Director",
        "Why engineers stay?",
        "https://jobs.example.com/engineer",
        "Benefits",
    ],
)
def test_other_lines(line: str) -> None:
    assert not looks_like_title(line)


@pytest.mark.parametrize("text", ["", " ", "-", "—", "·", "/", "()", "\ufffd"])
def test_a_title_without_letters_is_none(text: str) -> None:
    assert not is_occupation(text)
    read_role(text)
