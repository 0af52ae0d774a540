"""One module a field, or a family that is one thought. The order of the tuple is the order of reading, nothing more."""
from __future__ import annotations

from . import (
    certifications,
    clearance,
    company,
    contacts,
    dates,
    education,
    employment,
    equity,
    experience,
    language,
    languages,
    links,
    lists,
    locations,
    remote_scope,
    salary,
    seniority,
    skills,
    soft_skills,
    tags,
    title,
    travel,
    visa_sponsorship,
    work_authorization,
    work_mode,
)

EXTRACTORS = (
    certifications, clearance, company, contacts, dates, education, employment, equity, experience, language,
    languages, links, lists, locations, remote_scope, salary, seniority, skills, soft_skills, tags, title,
    travel, visa_sponsorship, work_authorization, work_mode,
)
