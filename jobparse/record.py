"""What one job post becomes: the record's keys, in order, with their types and meanings.

The order of the attributes is the order of the JSON keys; every key is always present. `None` and `[]` mean
that the post does not say. The docstrings are what `jobparse fields` and the JSON Schema print.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

SCHEMA_VERSION = 1

Seniority = Literal[
    "intern", "junior", "mid", "senior", "lead", "staff", "principal", "manager", "director", "executive"
]
WorkMode = Literal["remote", "hybrid", "onsite"]
EmploymentType = Literal[
    "full_time",
    "part_time",
    "contract",
    "temporary",
    "internship",
    "apprenticeship",
    "volunteer",
    "per_diem",
    "permanent",
]
Period = Literal["hour", "day", "week", "month", "year"]
EducationLevel = Literal["high_school", "associate", "bachelor", "master", "doctorate"]
SkillCategory = Literal[
    "language", "framework", "database", "cloud", "infrastructure", "tool", "protocol", "method", "concept", "domain"
]
Need = Literal["required", "preferred", "mentioned"]
SectionKind = Literal[
    "header",
    "company",
    "role",
    "responsibilities",
    "requirements",
    "nice_to_have",
    "skills",
    "benefits",
    "salary",
    "location",
    "application",
    "process",
    "diversity",
    "legal",
    "contact",
    "other",
]


class Source(Struct, frozen=True):
    """Where the post came from and how it was read."""

    path: str
    format: str
    encoding: str
    repairs: list[str]
    bytes: int


class Location(Struct, frozen=True):
    """A place where the job is based or may be done from."""

    raw: str
    city: str | None = None
    region: str | None = None
    country: str | None = None


class RemoteScope(Struct, frozen=True):
    """Where a remote worker may sit: ISO 3166-1 alpha-2 codes, world regions, UTC offsets in hours."""

    countries: list[str] = []
    regions: list[str] = []
    utc_offset_min: float | None = None
    utc_offset_max: float | None = None


class Salary(Struct, frozen=True):
    """Base pay in whole currency units; 'up to' leaves `min` null, 'from' leaves `max` null."""

    min: float | int | None = None
    max: float | int | None = None
    currency: str | None = None
    period: Period | None = None
    raw: str = ""


class ExperienceYears(Struct, frozen=True):
    """Total years of experience asked for."""

    min: float | int | None = None
    max: float | int | None = None


class Education(Struct, frozen=True):
    """The lowest level that is enough; `required` is false where experience may stand in or it is only preferred."""

    level: EducationLevel
    required: bool = True


class Language(Struct, frozen=True):
    """A natural language asked of the candidate: ISO 639-1 code; `basic`, `working`, `fluent`, `native` or CEFR level."""

    code: str
    level: str | None = None
    required: bool = True


class Skill(Struct, frozen=True):
    """A named hard skill; `any_of` names the alternatives where the post asks for one of several."""

    name: str
    category: SkillCategory
    need: Need
    any_of: list[str] = []


class Contact(Struct, frozen=True):
    """Whom to write to about the job."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None


class SectionPart(Struct, frozen=True):
    """A part of the post; lines are 1-based lines of the source file, both included."""

    kind: SectionKind
    heading: str
    line_start: int
    line_end: int


class Evidence(Struct, frozen=True):
    """Where in the source file a value was read: the quote, and its 1-based first and last line."""

    line_start: int
    line_end: int
    text: str


class Warning(Struct, frozen=True):
    """What could not be read or was doubtful; `line` is 1-based, null where no line is at fault."""

    code: str
    message: str
    line: int | None = None


def _about(text: str) -> Meta:
    return Meta(description=text)


class JobPost(Struct, frozen=True):
    """One job post. See each key's description; nothing is guessed from outside the post."""

    schema_version: Annotated[int, _about("version of this contract: 1")] = SCHEMA_VERSION
    id: Annotated[str, _about("16 hex digits of the SHA-256 of the post's normalised text")] = ""
    source: Annotated[Source, _about("path, format, encoding, repairs and size of the file")] = Source(
        "-", "text", "utf-8", [], 0
    )
    language: Annotated[str | None, _about("ISO 639-1 code of the post's own language")] = None
    title: Annotated[str | None, _about("the role as the post names it")] = None
    role: Annotated[str | None, _about("the title reduced to the occupation")] = None
    seniority: Annotated[Seniority | None, _about("level, from the title first, then from an explicit statement")] = (
        None
    )
    company: Annotated[str | None, _about("the hiring organisation as the post writes it")] = None
    company_url: Annotated[str | None, _about("the organisation's own site, where the post gives it")] = None
    locations: Annotated[list[Location], _about("where the job is based: raw, city, region, country (ISO 3166-1)")] = []
    work_mode: Annotated[WorkMode | None, _about("remote, hybrid or onsite, where the post says so")] = None
    remote_scope: Annotated[
        RemoteScope | None, _about("where a remote worker may sit: countries, regions, UTC offsets")
    ] = None
    employment_types: Annotated[
        list[EmploymentType], _about("full_time, part_time, contract, temporary, internship, …")
    ] = []
    salary: Annotated[Salary | None, _about("base pay: min, max, currency (ISO 4217), period, raw")] = None
    equity: Annotated[bool | None, _about("true where equity, stock or options are offered")] = None
    experience_years: Annotated[ExperienceYears | None, _about("total years asked for: min, max")] = None
    education: Annotated[Education | None, _about("the lowest degree that is enough, and whether it is required")] = (
        None
    )
    languages: Annotated[list[Language], _about("natural languages asked of the candidate: code, level, required")] = []
    skills: Annotated[list[Skill], _about("named hard skills: name, category, need, any_of")] = []
    soft_skills: Annotated[list[str], _about("communication, teamwork, …")] = []
    certifications: Annotated[list[str], _about("certificates and licences asked for")] = []
    responsibilities: Annotated[list[str], _about("what the person will do, item by item")] = []
    requirements: Annotated[list[str], _about("what the candidate must have or be, item by item")] = []
    nice_to_have: Annotated[list[str], _about("what is only preferred, item by item")] = []
    benefits: Annotated[list[str], _about("what the company offers, item by item")] = []
    application_steps: Annotated[list[str], _about("stages of the hiring process, in order")] = []
    visa_sponsorship: Annotated[bool | None, _about("true where offered, false where refused")] = None
    work_authorization: Annotated[
        list[str], _about("countries or regions in which one must already be allowed to work")
    ] = []
    security_clearance: Annotated[bool | None, _about("true where one is asked for")] = None
    travel_percent: Annotated[float | int | None, _about("largest share of time on the road, in per cent")] = None
    url: Annotated[str | None, _about("where the post stands")] = None
    apply_url: Annotated[str | None, _about("where to apply: link or mailto:")] = None
    contacts: Annotated[list[Contact], _about("whom to write to: name, email, phone")] = []
    date_posted: Annotated[str | None, _about("ISO 8601 date of posting")] = None
    valid_through: Annotated[str | None, _about("ISO 8601 closing date")] = None
    tags: Annotated[list[str], _about("the post's own labels, without #")] = []
    sections: Annotated[list[SectionPart], _about("the post cut into parts: kind, heading, line_start, line_end")] = []
    metadata: Annotated[dict[str, Any], _about("every front matter key as it was")] = {}
    evidence: Annotated[dict[str, list[Evidence]], _about("field name → where its value was read")] = {}
    warnings: Annotated[list[Warning], _about("what could not be read or was doubtful: code, message, line")] = []


FIELDS: tuple[str, ...] = JobPost.__struct_fields__
"""The record's keys in order."""
