"""Reads a quiz as Canvas imports it and marks responses as classic quizzes do, apart from the exporter.

A part of the answer earns a part of the marks, a wrong tick takes one part back, and typed words count when they
are the same but for capitals and outer spaces.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass
class Row:
    """A place to answer: a row to match, a blank, or the one field of an item."""

    name: str
    text: str
    options: dict[str, str]
    right: set[str] = field(default_factory=set)


@dataclass
class Question:
    ident: str
    title: str
    kind: str
    points: int
    parent: str | None
    text: str
    rows: list[Row]
    comments: dict[str, str]
    everything: str

    def share(self, given: Mapping[str, Any]) -> Fraction:
        """The part of the marks that a response earns. `given` holds names of options or typed words by row."""
        if not any(given.values()):
            return Fraction(0)
        if self.kind == "multiple_answers_question":
            row = self.rows[0]
            ticked = set(given[row.name])
            return Fraction(max(0, len(ticked & row.right) - len(ticked - row.right)), len(row.right))
        hits = 0
        for row in self.rows:
            answer = given.get(row.name)
            if self.kind == "matching_question":
                # Canvas knows an option by the first digits in its name alone.
                hits += answer is not None and number(answer) in {number(right) for right in row.right}
            elif self.kind == "fill_in_multiple_blanks_question":
                hits += (answer or "").strip().lower() in {text.strip().lower() for text in row.options.values()}
            else:
                hits += answer in row.right
        return Fraction(hits, len(self.rows))


def number(name: str) -> int:
    found = re.search(r"\d+", name)
    assert found
    return int(found[0])


def read(data: bytes) -> tuple[list[Question], str, dict[str, bytes]]:
    """The questions in their order, the words of the settings, and all files."""
    with ZipFile(BytesIO(data)) as archive:
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    path = next(p for p in files if p.count("/") == 1 and not p.endswith("assessment_meta.xml"))
    settings = next(p for p in files if p.endswith("assessment_meta.xml"))
    root = ET.fromstring(files[path])
    title = next(root.iter(f"{QTI}assessment")).get("title", "")
    told = title + " " + " ".join(ET.fromstring(files[settings]).itertext())
    return [_question(item) for item in root.iter(f"{QTI}item")], told, files


def _question(item: ET.Element) -> Question:
    fields = {
        f.findtext(f"{QTI}fieldlabel"): f.findtext(f"{QTI}fieldentry") or ""
        for f in item.iter(f"{QTI}qtimetadatafield")
    }
    presentation = item.find(f"{QTI}presentation")
    assert presentation is not None
    rows = [_row(e) for e in presentation if e.tag in (f"{QTI}response_lid", f"{QTI}response_str")]
    for condition in item.iter(f"{QTI}respcondition"):
        if condition.find(f"{QTI}setvar") is not None:
            _learn(condition, rows)
    comments = {e.get("ident", ""): "".join(e.itertext()) for e in item.iter(f"{QTI}itemfeedback")}
    return Question(
        ident=item.get("ident", ""),
        title=item.get("title", ""),
        kind=fields["question_type"],
        points=int(float(fields["points_possible"])),
        parent=fields.get("parent_stimulus_item_ident"),
        text=presentation.findtext(f"{QTI}material/{QTI}mattext") or "",
        rows=rows,
        comments=comments,
        everything=" ".join(item.get("title", "") if n == 0 else t for n, t in enumerate(["", *item.itertext()])),
    )


def _row(element: ET.Element) -> Row:
    options = {}
    for label in element.iter(f"{QTI}response_label"):
        options[label.get("ident", "")] = label.findtext(f"{QTI}material/{QTI}mattext") or ""
    return Row(element.get("ident", ""), element.findtext(f"{QTI}material/{QTI}mattext") or "", options)


def _learn(condition: ET.Element, rows: list[Row]) -> None:
    """Which options are right: those that must equal the response, but not within a 'not'."""
    wrong = {id(e) for no in condition.iter(f"{QTI}not") for e in no.iter(f"{QTI}varequal")}
    for equal in condition.iter(f"{QTI}varequal"):
        row = next(row for row in rows if row.name == equal.get("respident"))
        if id(equal) not in wrong:
            row.right.add(equal.text or "")
