"""Records as hiring software and boards write them: the keys are theirs, the jobs are made up."""
from __future__ import annotations

import json
from typing import Any

import pytest

from jobparse import parse_text
from jobparse.formats.exports import inner_list, titled, twins, unwrapped
from jobparse.record import JobPost

DESCRIPTION = (
    "<h3>Requirements</h3><ul><li>3+ years of Python</li><li>Strong SQL</li></ul><h3>Benefits</h3><ul><li>25 days of holiday</li></ul>"
)
EXPORTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "greenhouse": (
        {
            "absolute_url": "https://boards.example/acme/jobs/12", "location": {"name": "Berlin, Germany"}, "title": "Data Engineer",
            "company_name": "Acme", "first_published": "2026-04-01T10:00:00-04:00", "updated_at": "2026-05-02T10:11:12-04:00",
            "content": DESCRIPTION.replace("<", "&lt;").replace(">", "&gt;"),
            "metadata": [{"id": 1, "name": "Employment Type", "value": "Full-time", "value_type": "single_select"}],
        },
        {
            "title": "Data Engineer", "company": "Acme", "url": "https://boards.example/acme/jobs/12", "date_posted": "2026-04-01",
            "requirements": ["3+ years of Python", "Strong SQL"], "employment_types": ["full_time"],
        },
    ),
    "lever": (
        {
            "categories": {"commitment": "Full-time", "team": "Data", "location": "London", "allLocations": ["London", "Paris"]},
            "createdAt": 1714563200000, "text": "Data Engineer", "workplaceType": "hybrid", "hostedUrl": "https://jobs.example/acme/abc",
            "applyUrl": "https://jobs.example/acme/abc/apply",
            "description": "<div>We keep the books of small breweries and want to keep them better than before.</div>",
            "descriptionPlain": "We keep the books of small breweries and want to keep them better than before.",
            "lists": [
                {"text": "What you will do", "content": "<li>Own dbt models</li><li>Answer questions</li>"},
                {"text": "What we need", "content": "<li>Python</li><li>SQL</li>"},
            ],
            "salaryRange": {"currency": "GBP", "interval": "per-year-salary", "min": 70000, "max": 90000},
        },
        {
            "title": "Data Engineer", "work_mode": "hybrid", "employment_types": ["full_time"], "url": "https://jobs.example/acme/abc",
            "apply_url": "https://jobs.example/acme/abc/apply", "requirements": ["Python", "SQL"],
            "responsibilities": ["Own dbt models", "Answer questions"], "date_posted": "2024-05-01",
        },
    ),
    "smartrecruiters": (
        {
            "name": "Data Engineer", "company": {"identifier": "Acme", "name": "Acme GmbH"}, "releasedDate": "2026-04-03T08:00:00.000Z",
            "location": {"city": "München", "region": "BY", "country": "de", "fullLocation": "München, BY, Germany"},
            "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
            "jobAd": {"sections": {
                "jobDescription": {"title": "Job Description", "text": "<p>You own the models of our data.</p>"},
                "qualifications": {"title": "Qualifications", "text": "<ul><li>Python</li><li>SQL</li></ul>"},
            }},
        },
        {
            "title": "Data Engineer", "company": "Acme GmbH", "employment_types": ["full_time"], "requirements": ["Python", "SQL"],
            "date_posted": "2026-04-03",
        },
    ),
    "usajobs": (
        {"MatchedObjectId": "1", "MatchedObjectDescriptor": {
            "PositionTitle": "Archivist", "PositionURI": "https://jobs.example/1", "OrganizationName": "Office of Maps",
            "PositionRemuneration": [{"MinimumRange": "99200", "MaximumRange": "128956", "RateIntervalCode": "PA"}],
            "PublicationStartDate": "2026-05-01T00:00:00", "ApplicationCloseDate": "2026-05-15T23:59:59",
        }},
        {
            "title": "Archivist", "company": "Office of Maps", "url": "https://jobs.example/1", "date_posted": "2026-05-01",
            "valid_through": "2026-05-15",
        },
    ),
    "recruitee": (
        {
            "title": "Data Engineer", "company_name": "Acme", "location": "Amsterdam, Netherlands", "hybrid": True, "remote": False,
            "careers_url": "https://acme.example/o/x", "careers_apply_url": "https://acme.example/o/x/c/new",
            "employment_type_code": "fulltime_permanent", "education_code": "bachelor_degree",
            "published_at": "2026-05-02 10:00:00 UTC", "requirements": "<ul><li>Python</li><li>SQL</li></ul>",
        },
        {
            "work_mode": "hybrid", "employment_types": ["full_time", "permanent"], "url": "https://acme.example/o/x",
            "apply_url": "https://acme.example/o/x/c/new", "requirements": ["Python", "SQL"],
        },
    ),
    "jobspy": (
        {
            "site": "indeed", "job_url": "https://board.example/viewjob?jk=1", "job_url_direct": "https://acme.example/j/1",
            "title": "Data Engineer", "company": "Acme", "location": "Austin, TX, US", "date_posted": "2026-05-01", "job_type": "fulltime",
            "interval": "yearly", "min_amount": 90000.0, "max_amount": 120000.0, "currency": "USD", "emails": "jobs@acme.example",
            "description": "**Requirements**\n\n* Python\n* SQL",
        },
        {
            "url": "https://board.example/viewjob?jk=1", "apply_url": "https://acme.example/j/1", "employment_types": ["full_time"],
            "requirements": ["Python", "SQL"],
        },
    ),
}  # fmt: skip
PAY = {
    "lever": (70000, 90000, "GBP", "year"), "jobspy": (90000, 120000, "USD", "year"), "usajobs": (99200, 128956, None, "year"),
}


def post_of(name: str) -> JobPost:
    return parse_text(json.dumps(EXPORTS[name][0], ensure_ascii=False), name=f"{name}.json")


@pytest.mark.parametrize("name", EXPORTS)
def test_what_they_state_is_read(name: str) -> None:
    post = post_of(name)
    assert {field: getattr(post, field) for field in EXPORTS[name][1]} == EXPORTS[name][1]
    assert not post.warnings


@pytest.mark.parametrize("name", PAY)
def test_pay_in_parts(name: str) -> None:
    pay = post_of(name).salary
    assert pay is not None and (pay.min, pay.max, pay.currency, pay.period) == PAY[name]


def test_places() -> None:
    assert [(place.city, place.country) for place in post_of("lever").locations] == [("London", "GB"), ("Paris", "FR")]
    assert [(place.city, place.country) for place in post_of("smartrecruiters").locations] == [("Munich", "DE")]


def test_a_text_that_is_there_twice_is_read_once() -> None:
    long = "We keep the books of small breweries and want to keep them better."
    assert twins({"description": f"<p>{long}</p>", "descriptionPlain": long}) == {"descriptionPlain"}
    assert twins({"description_html": f"<p>{long}</p>", "description_text": long}) == {"description_text"}
    assert twins({"description": long, "requirements": long, "requirementsShort": "x"}) == set()
    other = "You keep the books of three large breweries and answer to their owners."
    assert twins({"description": f"<p>{long}</p>", "description_text": other}) == set()
    assert twins({"description": long, "x" * 90 + "_text": long, "text" * 9_000 + "x": long}) == set()


def test_a_record_in_a_wrapper() -> None:
    record = {"title": "Mender", "company": "Acme"}
    assert unwrapped({"id": 7, "title_id": 3, "attributes": record}) == {"id": 7, "title_id": 3, **record}
    assert unwrapped({"data": {"attributes": record}}) == record
    around = {"company": {"name": "Acme"}, "location": "Berlin, Germany"}
    assert unwrapped({**around, "job": {"title": "Mender"}}) == {**around, "title": "Mender"}
    for kept in ({"role": "Mender", "data": {"source": "crawl"}}, {"role": "Mender", "data": {"name": "crawl"}}):
        assert unwrapped(kept) == kept
    with_more = {**record, "data": {"views": 3}}
    assert unwrapped(with_more) == with_more
    assert inner_list({"hits": {"total": 1, "hits": [{"_source": record}]}}) == [{"_source": record}]
    assert inner_list({"title": "Mender", "data": {"offers": [record]}}) is None
    assert inner_list({"data": {"title": "Mender", "items": [{"name": "Gym"}, {"name": "Bread"}]}}) is None


def test_what_is_no_heading_with_its_text() -> None:
    assert titled({"text": "Your profile", "content": "<li>Patience</li>"}) == ("Your profile", "<li>Patience</li>", False)
    assert titled({"name": "Berlin"}) is None
    assert titled({"title": "x" * 90, "text": "Patience"}) is None
    assert titled({"title": "One\nTwo", "text": "Patience"}) is None
    maker = {"name": "Acme", "description": "Acme makes baskets of reed, and of willow where there is none."}
    assert titled(maker, "about") == (*maker.values(), False)
    assert titled({"@type": "Organization", **maker}, "about") is None
    assert titled(maker, "company") is None
    question = {"label": "Salary", "value": "What salary do you expect? 100000 EUR a year, or rather more?"}
    assert titled(question, "form.questions") is None
    assert titled({"name": "Hours", "value": "Full-time"}, "metadata") == ("Hours", "Full-time", True)
    assert titled({"label": "Full-time", "value": "ft"}, "options") is None
