"""The hostile inputs that every public function and every output runs through: one list, so that a new one is covered at once.

Each case is built when it is asked for. `CASES` are small and meant for everything; `LARGE` fill a file up to the limit.
"""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from jobparse.sources import MAX_SIZE


class Case(NamedTuple):
    """One input: the group it belongs to, its name, and what builds its bytes."""

    group: str
    name: str
    build: Callable[[], bytes]

    @property
    def data(self) -> bytes:
        return self.build()

    def __str__(self) -> str:
        return f"{self.group}: {self.name}"


def _cases(group: str, inputs: dict[str, str | bytes | Callable[[], str | bytes]]) -> list[Case]:
    return [Case(group, name, _builder(given)) for name, given in inputs.items()]


def _builder(given: str | bytes | Callable[[], str | bytes]) -> Callable[[], bytes]:
    def build() -> bytes:
        made = given() if callable(given) else given
        return made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made

    return build


POST = """\
# Senior Backend Engineer (m/f/d)

Company: Kestrel Analytics
Location: Leipzig, Germany
Salary: 70.000 - 85.000 EUR a year

We are looking for a Senior Backend Engineer who knows Go.

## Requirements

- 5+ years of experience with Python, Ruby or Go
- Bachelor's degree or equivalent

## Benefits

- 30 days of holiday

Apply at jobs@kestrel.example until 2031-05-13.
"""


def header(lines: str, body: str = "\n# Baker\n\nWe bake.\n") -> str:
    return f"---\n{lines}\n---\n{body}"


# --- front matter -------------------------------------------------------------------------------------------------

BOMB = "\n".join(["a: &a [x,x,x,x,x,x,x,x,x]", *(f"{b}: &{b} [{','.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))])

FRONT_MATTER = _cases("front matter", {
    **{f"30,000 {sign!r}": header("title: x\na:\n  " + sign * 30_000) for sign in ("- ", "[", "{", "? ", "- [", "? - ", "{a: ", "&a ", "!a ")},
    **{f"30,000 {sign!r} on lines of their own": header("a:\n" + "\n".join(" " * n + sign for n in range(250))) for sign in ("- ", "? ", "a:")},
    "alias bomb": header(BOMB),
    "circular alias": header("a: &a [*a]\nb: x"),
    "circular mapping": header("a: &a\n  b: *a\nc: x"),
    "merge-key bomb": header("a: &a {x: 1}\n" + "\n".join(f"k{n}:\n  <<: [*a, *a, *a]" for n in range(2000))),
    "unclosed": "---\ntitle: Baker\ncompany: Crumb\n\n# Baker\n\nWe bake.",
    "a rule first": "---\n\nWe bake bread: every day.\n\n---\n\nAnd more.\n",
    "a scalar": header("just words"),
    "a list": header("- a\n- b"),
    "empty": header(""),
    "null document": header("~"),
    "two documents": "---\na: 1\n---\nb: 2\n---\nc: 3\n...\n",
    "byte order mark": "\ufeff" + header("title: Baker"),
    "byte order mark inside": header("\ufefftitle: \ufeffBaker"),
    "colon in a title": header("title: Engineer: Backend\ncompany: Crumb"),
    "tabs": header("title:\tBaker\n\tcompany: Crumb\nsalary:\n\tmin: 3"),
    "duplicate keys": header("title: a\ntitle: b\n" * 50),
    "integer, null, list and mapping keys": header("1: a\nnull: b\n[a, b]: c\n{a: b}: d\n? [x]\n: y\n1.5: e\ntrue: f"),
    "python objects": header("a: !!python/object/apply:os.system ['echo owned > owned']\nb: !!python/name:os.system\nc: !secret x\nd: !!timestamp 2024-05-13\ne: !!binary aGVsbG8=\nf: !!set {a, b}"),
    "an unknown tag alone": header("title: !secret"),
    "doubtful scalars": header("a: no\nb: 1.10\nc: 12:30:00\nd: 010\ne: .nan\nf: .inf\ng: 2024-05-13\nh: 2024-05-13T10:00:00Z\ni: 1_000\nj: 0x1F\nk: 1e3\nl: ~\nm: '2024'"),
    "dates that are none": header("date: 2024-02-31\ndate_posted: 0000-00-00\nvalid_through: 99999-99-99"),
    "numbers of 5,000 digits": header("salary: " + "9" * 5000 + "\nposted: " + "1" * 5000 + "\nyear: 1e" + "9" * 50),
    "salaries that are none": header("salary: .nan\nsalary_min: 1e999\nsalary_max: -1e999\nsalary_currency: '€€€'"),
    "unix times out of range": header("date_posted: 99999999999999999999\ndate: -99999999999999\nposted_at: 1e18"),
    "NUL and ESC": header("title: a\0b\x1b[31mc\ncompany: \x07\x9b"),
    "carriage returns only": header("title: Baker\ncompany: Crumb").replace("\n", "\r"),
    "CRLF": header("title: Baker\ncompany: Crumb").replace("\n", "\r\n"),
    "TOML": "+++\ntitle = 'Baker'\ndate = 2024-05-13\nx = [[1, 2], [3]]\n+++\n# Baker\n",
    "TOML broken": "+++\ntitle = Baker = x\ndate = 2024-99-99\n+++\n# Baker\n",
    "TOML of brackets": "+++\na = " + "[" * 30_000 + "\n+++\n",
    "TOML of tables": "+++\n" + "[a.b.c.d.e.f.g.h]\n" * 3000 + "\n+++\n",
    "TOML of dots": "+++\n" + "a." * 20_000 + "b = 1\n+++\n",
    "TOML of dots below a key": "+++\ntitle = 'x'\n" + "a." * 20_000 + "b = 1\n+++\n",
    "TOML of dots in quotes": "+++\ntitle = 'x'\n" + '"=".' * 14_000 + "b = 1\n+++\n",
    "TOML of dots in a table's name": "+++\ntitle = 'x'\n[" + "a." * 15_000 + "b]\nc = 1\n+++\n",
    "TOML 100 levels deep": "+++\ntitle = 'x'\na = " + "[" * 100 + "]" * 100 + "\n+++\n",
    "TOML of 8,000 tables": "+++\ntitle = 'x'\n" + "[[a.z]]\n" * 8000 + "+++\n",
    "TOML text of many lines": '+++\ntitle = "Baker"\nlocation = """\n\nBerlin\n"""\n+++\n',
    "TOML of digits": "+++\na = " + "9" * 5000 + "\nb = 1e99999\nc = nan\n+++\n",
    "200 keys and one": header("\n".join(f"k{n}: v{n}" for n in range(201))),
    "6,000 keys": header("\n".join(f"k{n}: v" for n in range(6000))),
    "a key of 60,000 letters": header("k" * 60_000 + ": v\ntitle: x"),
    "a value of 60,000 letters": header("title: " + "v" * 60_000),
    "a list of 20,000": header("tags: [" + "a," * 20_000 + "]"),
    "blanks before the colon": header("title" + " " * 60_000 + ": x\na: b"),
    "quotes that never close": header("title: 'a\ncompany: \"b\n" * 500),
    "quotes that close a line later": header('title: a: b\nlocation: "Remote"\nhost;"https://x.example\n"'),
    "quotes around blank lines": header('title: Baker\nlocation: "Berlin\n\n  "\ncompany: "\n  Acme"'),
    "block scalars": header("title: |\n" + "  a\n" * 5000 + "description: >-\n" + "  b\n\n" * 3000),
    "more than 64 KB": header("\n".join(f"key{n}: value {n}" for n in range(6000))),
    "surrogates escaped": header('title: "\\ud800"\ncompany: "\\udfff\\ud800"'),
    "escapes": header('title: "\\x1b]0;owned\\x07 \\u202e \\0"\ncompany: "a\\nb"'),
    "directives": "---\n%YAML 9.9\n%TAG ! tag:x,2000:\n---\na: b\n---\n",
    "a comment only": header("# nothing\n# here"),
})

# --- text ---------------------------------------------------------------------------------------------------------


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return packed.getvalue()


def _png() -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + bytes(40)


_MIXED = "# Bäcker\r\nWir backen.\rJeden Tag.\n\u2028Und\u2029nachts\x0b\x0c.\x85Ende"

TEXT = _cases("text", {
    "empty": "",
    "a blank": " ",
    "blanks": " \t\n\r\n" * 500,
    "newlines": "\n" * 5000,
    "a letter": "x",
    "NUL": "\0",
    "NULs among words": "# Ba\0ker\n\nWe\0bake 5\0 years",
    "a post": POST,
    "a post on one line": POST.replace("\n", " "),
    **{f"{encoding} {'with' if bom else 'without'} BOM": lambda encoding=encoding, bom=bom: (bom + POST.encode(encoding))  # type: ignore[misc]
       for encoding, bom in [("utf-16-le", b"\xff\xfe"), ("utf-16-le", b""), ("utf-16-be", b"\xfe\xff"), ("utf-16-be", b""),
                             ("utf-32-le", b"\xff\xfe\0\0"), ("utf-32-le", b""), ("utf-32-be", b"\0\0\xfe\xff"), ("utf-32-be", b"")]},
    "utf-16 cut in the middle": POST.encode("utf-16")[:-1],
    "a BOM only": b"\xef\xbb\xbf",
    "a utf-16 BOM only": b"\xff\xfe",
    "ten BOMs": "\ufeff" * 10 + POST,
    "invalid UTF-8": POST.encode() + b"\xff\xfe\xfa \x80\x80 \xc3 \xf5\x80\x80\x80",
    "overlong UTF-8": b"# Ba\xc0\xafker \xe0\x80\xaf \xf0\x80\x80\xaf",
    "surrogates in UTF-8": b"# Ba\xed\xa0\x80ker \xed\xbf\xbf\xed\xa0\xbd\xed\xb8\x80",
    "beyond Unicode": b"# Ba\xf4\x90\x80\x80ker",
    "cp1252": "# Café – Bäcker “gesucht” für 3.000 €".encode("cp1252"),
    "cp1252 pretending to be UTF-8": POST.encode() + "Café – “x”".encode("cp1252") + "Äußerst".encode(),
    "latin-1 C1": bytes(range(0x80, 0xA0)) + POST.encode(),
    "mojibake": POST.replace("Engineer", "Ingénieur – “été”").encode().decode("cp1252", "replace"),
    "every byte": bytes(range(256)) * 4,
    "mixed newlines": _MIXED,
    "growing letters": "# İ ß ﬁ ½ ŉ ǰ ΐ İİİİ\n\nSalary: ½ - ¾ million €\nLocation: İstanbul, TÜRKİYE\n" + "İ" * 500 + " remote",
    "bidi overrides": "# Engineer\u202e\u2066reenignE\u2069\u202c\n\nCompany: \u202eemcA\u202c\nSalary: \u2067$100k\u2069 - \u202e$120k",
    "zero width inside words": "# En\u200bgin\u200deer\n\nSal\u200bary: $1\u200b00,0\ufeff00 a ye\u00adar\nPy\u200cthon re\u2060mote",
    "full-width digits in pay": "# 工程师\n\nSalary: ＄１２０，０００ – １５０，０００ a year\n５ years of experience",
    "Arabic-Indic digits in pay": "# Engineer\n\nSalary: $١٢٠٬٠٠٠ - ١٥٠٬٠٠٠ a year\n٥ years of experience\nPosted: ٢٠٢٤-٠٥-١٣",
    "digits that are none": "Salary: $²³¹ - ①②③k a year, ⅷ years of experience, 𝟏𝟐𝟎k €, ½ years, 五 years, posted ²⁰²⁴-⁰⁵-¹³",
    "combining marks": "# E" + "\u0301" * 100_000 + "ngineer",
    "unclosed comment": "# Baker\n\n<!-- " + "We bake. " * 3000,
    "code fences": "```\n" * 3001,
    "nested fences": "\n".join("`" * n for n in range(3, 400)),
    "50,000 brackets": "[" * 50_000,
    "50,000 emphases": "*_" * 50_000,
    "HTML tables": "<table><tr><td>Salary</td><td>$100k</td></tr>" * 2000,
    "a table of 5,000 columns": "|" + "a|" * 5000 + "\n|" + "-|" * 5000 + "\n|" + "b|" * 5000,
    "a list 1,000 deep": "\n".join("  " * n + "- x" for n in range(1000)),
    "quotes 5,000 deep": ">" * 5000 + " x",
    "10,000 paragraphs": "We bake.\n\n" * 10_000,
    "rules": "---\n" * 10_000,
    "headings": "# Engineer\n" * 3000,
    "terminal controls": "# \x1b[31mRed\x1b]8;;http://x\x1b\\Engineer\x1b]52;c;cm0gLXJm\x07\n\nCompany: A\x9b2JB\x07\x08\r\x1b[2J\n",
    "markup of a terminal library": "# [/x] [red]Engineer[/] [link=file:///etc/passwd]x[/link] :fire:\n\nCompany: [bold]Acme[/bold]",
    "cells a spreadsheet would run": "# =cmd|' /C calc'!A0\n\nCompany: @SUM(1+1)*cmd\nLocation: +1-2\nSalary: -5 EUR\n",
    "wide letters": "# 高级后端工程师🧑‍💻👩‍👩‍👧‍👦é\u0301\n\n公司：测试有限公司\n地点：北京",
    "template and shell": "# ${jndi:ldap://x} {{7*7}} $(id) `id` %s %n {0.__class__} <script>alert(1)</script>\n\nCompany: '; DROP TABLE posts; --",
    "links that would run": "# Engineer\n\n[apply](javascript:alert(1)) [here](file:///etc/passwd) <data:text/html;base64,eA==> http://[::1]:99999/ https://\u202e.example http://a@b@c:d/",
    "addresses": "a@b.c " * 300 + "@" * 3000 + "a.b.c.d@" * 500 + "mailto:" * 500,
    "phones": "+" + "1 " * 3000 + "(0)" * 1000 + "+49 " + "0" * 3000,
    "amounts": "$" * 3000 + "1" * 5000 + "," * 3000 + "$1," * 2000 + "k" * 3000 + " $1-$2-$3" * 1000,
    "ranges that are huge": "Salary: $" + "9" * 400 + " - " + "9" * 400 + " a year\n" + "9" * 400 + "+ years of experience\nTravel: " + "9" * 400 + "%",
    "dates out of range": "Posted: 9999-99-99\nDeadline: 0000-00-00\n31.02.2024 32/13/20245 1e999 Date: " + "9" * 30 + "\nPosted " + "9" * 30 + " days ago",
    "zeros": "Salary: $0 - $0\n0 years of experience\n0% travel\nUTC+99:99 UTC-0 UTC±∞",
    "labels": "Salary: Salary: Salary: " * 1000 + "\n" + ":\n" * 1000 + "Location:" * 1000,
    "names of one letter": "R C D " * 3000 + "C# C++ F# .NET " * 500,
    "front matter again and again": "---\ntitle: x\n---\n" * 2000,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "docx": _zip("[Content_Types].xml", "word/document.xml"),
    "zip": _zip("a.md"),
    "gz": gzip.compress(POST.encode()),
    "png": _png(),
    "jpeg": b"\xff\xd8\xff\xe0" + bytes(40),
    "ELF": b"\x7fELF\x02\x01\x01" + bytes(200),
    "base64": base64.b64encode(bytes(range(256)) * 30),
    "a post that begins like a PDF": "%PDF- skills wanted\n\n" + POST,
})

# --- JSON and HTML ------------------------------------------------------------------------------------------------


def ld(inside: str) -> str:
    return f'<html><head><script type="application/ld+json">{inside}</script></head><body><h1>Baker</h1><p>We bake.</p></body></html>'


JSON_HTML = _cases("JSON and HTML", {
    "100,000 brackets": "[" * 100_000,
    "100,000 braces": '{"a":' * 100_000,
    "brackets that close": "[" * 50_000 + "]" * 50_000,
    "an empty object": "{}",
    "an empty list": "[]",
    "a list of empty lists": "[[],[],[]]",
    "a string": '"title"',
    "null": "null",
    "NaN and Infinity": '{"title": "x", "salary": NaN, "min": Infinity, "max": -Infinity}',
    "1e999": '{"title": "x", "salary": {"min": 1e999, "max": -1e999, "currency": "USD"}, "salary_min": 1e999}',
    "integers of 5,000 digits": '{"title": "x", "salary": ' + "9" * 5000 + "}",
    "duplicate keys": '{"title": "a", "title": "b", "description": "x", "description": "y"}',
    "30 levels deep": '{"title": "x", "description": "y", "a": ' + "[" * 30 + "true" + "]" * 30 + "}",
    "900 levels deep": '{"title": "x", "description": "y", "a": ' + '{"b":' * 900 + "1" + "}" * 900 + "}",
    "NaN everywhere": '[{"title": NaN, "description": NaN, "id": NaN, "tags": [NaN, {"a": -Infinity}]}, {"title": "x", "description": "y", "x": NaN}]',
    "a lone surrogate": '{"title": "\\ud800", "company": "\\udc00\\ud83d", "k\\ud800": "x", "description": "\\ud83d\\ude00"}',
    "wrong types": '{"title": ["a", {"b": 1}], "company": 5, "salary": [[1], null, {}], "description": {"x": []}, "tags": {"a": true}, "locations": 3, "url": [], "date": {"$date": -1}}',
    "JSON lines with a broken one": '{"title": "a", "description": "x"}\n{"title": \n{"title": "b"}\n',
    "500 records": "[" + ",".join(['{"title": "Baker", "description": "We bake"}'] * 500) + "]",
    "nested jobs": '{"jobs": [{"title": "a"}, 5, null, {"title": {"b": "c"}}], "data": "x"}',
    "keys of hostile names": '{"__class__": "x", "title\\u0000": "y", "": "z", "a.b.c": {"": {"": 1}}, "\\u202e": 1, "description": "x"}',
    "controls in strings": '{"title": "a\tb\nc\u0001d", "description": "x\x1b[31m"}',
    "our own record": '{"schema_version":1,"id":"x","source":{"path":"/etc/passwd","format":"x","encoding":"y","repairs":[],"bytes":-1},"title":"x"}',
    "ld: comments and controls": ld('/* x */ // y\n<!-- {"@type": "JobPosting", "title": "a\x01b\tc\nd", "description": "x",} -->'),
    "ld: </script> in a string": ld('{"@type":"JobPosting","title":"a </script> b","description":"<p>x</p>"}'),
    "ld: brackets": ld("[" * 50_000),
    "ld: braces": ld('{"a":' * 30_000),
    "ld: everything a list": ld('{"@type":["JobPosting"],"title":[["x"]],"baseSalary":[{"value":{"minValue":"1e999","maxValue":NaN}}],"jobLocation":[[[{}]]]}'),
    "ld: wrong types": ld('{"@type":"JobPosting","title":5,"baseSalary":"x","jobLocation":5,"hiringOrganization":[null],"datePosted":{},"description":[]}'),
    "ld: many scripts": "<html>" + '<script type="application/ld+json">{"@type":"JobPosting","title":"x"}</script>' * 2000,
    "an attribute of 1 MB": '<html><body><a href="' + "x" * 1_000_000 + '">Baker</a><h1>Baker</h1>',
    "10,000 attributes": "<html><body><p " + "a=b " * 10_000 + ">x</p>",
    "an attribute that never ends": '<html><body><h1>Baker</h1><a href="' + "x " * 50_000,
    "entities": "<html><body><p>" + "&amp;" * 50_000 + "&lt;" * 1000 + "&#x1F525;" * 1000,
    "entities that are none": "<html><body><p>&#0; &#xFFFFFFFFFF; &#55296; &#99999999999999999999; &#x; &; &a; &#27;[31m &#x9b; &#8238;",
    "doctype of entities": '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;',
    "external entity": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body>&e;</body></html>',
    "20,000 divs": "<html><body>" + "<div>" * 20_000 + "x",
    "lists nobody closes": "<html><body>" + "<ul><li>x" * 10_000,
    "scripts nobody closes": "<html>" + "<script>" * 10_000,
    "styles": "<html><style>" + "a{b:c}" * 5000 + "<body><p>x",
    "comments": "<html>" + "<!-- <!-- --!> -->" * 3000,
    "cdata": "<html><body><![CDATA[" + "<p>x" * 1000 + "]]>",
    "tags of one letter": "<" * 50_000,
    "tags that never close": "<a " * 20_000,
    "a table of 5,000 cells": "<html><table><tr>" + "<td>a" * 5000 + "</table>",
    "base, meta and iframe": '<html><base href="http://x/"><meta http-equiv="refresh" content="0;url=http://x/"><iframe src="file:///etc/passwd"></iframe><body onload="x()"><h1>Baker</h1>',
})

CASES: tuple[Case, ...] = (*FRONT_MATTER, *TEXT, *JSON_HTML)

# --- as large as a file may be --------------------------------------------------------------------------------------


def full(piece: str, begin: str = "", end: str = "") -> Callable[[], str]:
    """A piece again and again, up to the limit in UTF-8."""
    room = MAX_SIZE - len((begin + end).encode("utf-8", "surrogatepass"))
    return lambda: begin + piece * (room // len(piece.encode("utf-8", "surrogatepass"))) + end


LARGE: tuple[Case, ...] = tuple(_cases("large", {
    "a line of words": full("word "),
    "one word": full("a"),
    "one digit": full("1"),
    "rules": full("---\n"),
    "a rule": full("-"),
    "newlines": full("\n"),
    "blanks": full(" "),
    "tabs and newlines": full("\t\n"),
    "paragraphs": full("We bake bread.\n\n"),
    "posts": full(POST),
    "posts on a line": full(POST.replace("\n", " ")),
    "posts as items": full("- " + POST.replace("\n", " ") + "\n"),
    "post in UTF-16": lambda: (POST * 4000).encode("utf-16")[:MAX_SIZE],
    "post with bytes that are none": full(POST, end="").__call__ and (lambda: (POST.encode() + b"\xff\x80") * 8000),
    "items": full("- Python\n"),
    "long items": full("- 5+ years of experience with Python, Ruby or Go in the EU, remote or hybrid\n"),
    "headings": full("# Requirements\n"),
    "headings and items": full("## Requirements\n- a\n\n## Benefits\n- b\n\n"),
    "labels": full("Location: Berlin\n"),
    "labels in a line": full("Location: Berlin | "),
    "salaries": full("Salary: $120-150k a year\n"),
    "salaries in a line": full("$120-150k a year, "),
    "amounts": full("$1 "),
    "dates": full("2024-05-13 "),
    "addresses": full("a@b.example "),
    "links": full("[a](https://a.example/b) "),
    "bare links": full("https://a.example/b\n"),
    "places": full("Berlin, London, New York, CA, USA\n"),
    "skills": full("Python, Java, C++, Go, R, "),
    "skills on lines": full("Go\nR\nC\n"),
    "alternatives": full("Python or Java or "),
    "titles": full("Senior Backend Engineer\n"),
    "titles in a line": full("Senior Backend Engineer, "),
    "capitals": full("ABOUT US\n"),
    "companies": full("We at Acme GmbH are hiring. "),
    "companies on lines": full("At Acme Inc. we are hiring.\n"),
    "remote": full("remote in the EU "),
    "visas": full("We sponsor no visa. "),
    "degrees": full("Bachelor's degree or equivalent experience, "),
    "years": full("5+ years of "),
    "languages": full("fluent in English and German, "),
    "languages on lines": full("Fluent in English and German.\n"),
    "hashtags": full("#go "),
    "tables": full("| a | b |\n|---|---|\n"),
    "pairs": full("|Salary|$50k|\n"),
    "bold lines": full("**Requirements**\n"),
    "bold words": full("**a** "),
    "brackets": full("["),
    "stars": full("*_"),
    "backticks": full("`"),
    "ampersands": full("&amp;"),
    "less than": full("<"),
    "tags": full("<p>x"),
    "a page": full("<p>We bake.</p><li>Python</li>", "<html><body>", "</body></html>"),
    "a page of divs": full("<div>", "<html><body>"),
    "a page of scripts": full("<script>x</script>", "<html>"),
    "a page of ld": full('<script type="application/ld+json">{"@type":"JobPosting","title":"x"}</script>', "<html>"),
    "a page of tables": full("<tr><td>Salary</td><td>$50k</td></tr>", "<html><table>", "</table></html>"),
    "records": full('{"title": "Baker", "description": "We bake"},', "[", '{"title": "x"}]'),
    "record lines": full('{"title": "Baker", "description": "We bake"}\n'),
    "a record": full("We bake bread. ", '{"title": "Baker", "description": "', '"}'),
    "keys of a record": lambda: "{" + ",".join(f'"k{n}": "v"' for n in range(300_000)) + "}",
    "list of a record": full('"a",', '{"title": "x", "tags": [', '"b"]}'),
    "JSON brackets": full("["),
    "JSON braces": full('{"a":'),
    "combining marks": full("\u0301", "e"),
    "Chinese": full("高级后端工程师，"),
    "Chinese on lines": full("职位要求：五年以上经验\n"),
    "emoji": full("🔥"),
    "full width": full("＄１２０，０００ "),
    "growing letters": full("İ"),
    "zero width": full("\u200b"),
    "bidi": full("\u202ea\u202c"),
    "controls": full("a\x1b[31m "),
    "lone surrogates": full("\ud800 word "),
    "mojibake": full("Ã©tÃ© â€“ "),
    "mojibake on lines": full("Ã©tÃ© â€“ ü¶Ü\n"),
    "cp1252": lambda: "Café – für 3.000 € “x” ".encode("cp1252") * 200_000,
    "carriage returns": full("a\r"),
    "U+2028": full("a\u2028"),
    "an unclosed header": full("a: b\n", "---\n"),
    "a comment": full("a ", "<!-- "),
    "fences": full("```\na\n"),
    "quotes": full("> "),
    "quoted lines": full("> We bake\n"),
    "bullets in a line": full("• some words in an item "),
    "glued headings": full("RequirementsYou know Python.BenefitsWe have cake."),
    "hn": full("Acme | Backend Engineer | Berlin | REMOTE | $100k\n"),
    "semicolons": full("; "),
    "colons": full(": "),
    "colons on lines": full("a:\n"),
    "question lines": full("Who are you?\n"),
    "random words": lambda: b" ".join(b"%x" % (n * 2654435761 % 2**32) for n in range(550_000)),
    "random bytes": lambda: b"".join(((n * 2654435761) & 0xFFFFFFFF).to_bytes(4, "little") for n in range(1_200_000)),
}))


def by_name(name: str) -> bytes:
    """The bytes of one case, `group: name`."""
    return next(case.data for case in (*CASES, *LARGE) if str(case) == name)
