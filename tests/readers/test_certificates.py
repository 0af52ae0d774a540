"""Certificates that a single line names."""
from __future__ import annotations

import pytest

from jobparse.readers.certificates import read_certificates

CASES = {
    "Certificates: OSCP, LPT, CISSP": ["OSCP", "LPT", "CISSP"],
    "AWS Certifications (Data Analytics)": ["AWS certification"],
    "Certified in Kubernetes, Docker and Terraform": [
        "Kubernetes certification", "Docker certification", "Terraform certification",
    ],
    "Boomi Developer or Architect Certification": ["Boomi certification"],
    "Relevant certifications are a plus": [],
    "We use AWS and pay for certifications": [],
    "CLD - Certified LabVIEW Developer": ["CLD", "CLD"],
    "Certified ScrumMaster": ["CSM"],
    "A licence as a nurse: nursing licence": ["Nursing license"],
    "Forklift Licence": ["Forklift license"],
    "SHRM-CP/SHRM-SCP": ["SHRM-CP", "SHRM-SCP"],
    "": [],
}


@pytest.mark.parametrize(("text", "want"), CASES.items(), ids=list(CASES))
def test_certificates(text: str, want: list[str]) -> None:
    found = read_certificates(text)
    assert [one.name for one in found] == want
    assert all(0 <= one.start < one.end <= len(text) for one in found)
