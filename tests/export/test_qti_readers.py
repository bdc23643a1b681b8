"""QTI as programs of others read it: each finds the same questions, options and right answers."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from citolab_qti_json_schema_converters import convert_qti_zip_to_exam_document
from onyx2moodle.parser import parse_item
from qti_convert import downgrade_package_files, upgrade_package_files
from qti_package_maker.common.package_integrity import check_package

from generator.export import qti3, qti21
from generator.export.texts import plain
from generator.export.xml_tree import package
from generator.model.item import Choice, Grid, Match, MultiChoice, Order, Question, ShortText, TextSelection
from tests.export.forms import Form, lessons, of_lesson, say
from tests.export.qti_reader import ReadItem, ReadPackage, name, read

FIRST = "core-A"


@cache
def form(lesson: str) -> Form:
    """One form of a lesson: the one of the middle lane where there is one."""
    return next((f for f in of_lesson(lesson) if f.name.endswith(FIRST)), of_lesson(lesson)[0])


@cache
def data(target: str, lesson: str) -> bytes:
    make = qti21.make if target == "qti21" else qti3.make
    found = form(lesson)
    return make(found.sheet, found.key, say(found.sheet.language)).data


@cache
def package_of(lesson: str) -> ReadPackage:
    return read(data("qti3", lesson))


def files(target: str, lesson: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(data(target, lesson))) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def as_read(items: dict[str, ReadItem]) -> dict[str, object]:
    """What must survive a conversion."""
    return {
        key: (
            item.title,
            [(i.kind, i.response, i.choices, i.shuffle) for i in item.interactions],
            item.correct,
            item.points,
            sorted(item.feedback),
        )
        for key, item in items.items()
    }


def converted(changed: dict[str, bytes | str]) -> ReadPackage:
    as_bytes = {k: v.encode() if isinstance(v, str) else v for k, v in changed.items()}
    return read(package({k: v for k, v in as_bytes.items() if k.endswith(".xml")}))


@pytest.mark.parametrize("lesson", lessons())
def test_a_converter_makes_the_same_items_of_3_from_2_1(lesson: str) -> None:
    there = converted(upgrade_package_files(files("qti21", lesson)).files)
    assert as_read(there.items) == as_read(read(data("qti21", lesson)).items)
    assert as_read(there.items) == as_read(read(data("qti3", lesson)).items)
    for question in form(lesson).sheet.items:
        told = there.items[f"{form(lesson).name}-{question.id}"]
        assert plain(question.stem).replace(" ", "") in told.body.replace(" ", "")


@pytest.mark.parametrize("lesson", lessons())
def test_a_converter_makes_the_same_items_of_2_1_from_3(lesson: str) -> None:
    result = downgrade_package_files(files("qti3", lesson))
    assert as_read(converted(result.files).items) == as_read(read(data("qti21", lesson)).items)


@pytest.mark.parametrize("lesson", lessons())
def test_a_reader_of_3_finds_questions_options_keys_and_reports(lesson: str, tmp_path: Path) -> None:
    path = tmp_path / "form.zip"
    path.write_bytes(data("qti3", lesson))
    found = form(lesson)
    exam = {item.item_identifier: item for item in convert_qti_zip_to_exam_document(str(path)).items}
    for question, entry in found.items():
        item, response = exam[f"{found.name}-{question.id}"], question.response
        assert item.max_score == question.points
        assert tight(question.stem) in tight(item.question or "")
        by_hand = package_of(lesson).items[item.item_identifier].by_hand
        assert bool(item.correction) == by_hand
        assert not by_hand or tight(entry.brief) in tight(item.correction or "")
        for passage in found.sheet.passages:
            assert all(tight(line.text) in tight(item.stimulus or "") for line in passage.lines)
        if isinstance(response, Choice | MultiChoice | Order):
            assert [option.id for option in item.question_options] == [o.id for o in response.options]
            assert [tight(o.value) for o in item.question_options] == [tight(o.text) for o in response.options]
        if isinstance(response, Match | Grid):
            columns = response.options if isinstance(response, Match) else response.columns
            assert [c["identifier"] for c in item.match_sets["set_a"]] == [row.id for row in response.rows]
            assert [tight(c["content"]) for c in item.match_sets["set_b"]] == [tight(c.text) for c in columns]
            right = entry.answer.pairs if isinstance(response, Match) else entry.answer.cells  # type: ignore[union-attr]
            assert {p["source"]: p["target"] for p in item.match_sets["correct_pairs"]} == right
        if isinstance(response, Choice):
            assert item.answer == entry.answer.option  # type: ignore[union-attr]
        if isinstance(response, TextSelection):
            assert "[[m1-" in (item.hottext_content or "")
            assert not item.answer
        if isinstance(response, ShortText):
            assert (item.inline_text or "").count("[[RESPONSE_") == len(response.blanks)


@pytest.mark.parametrize("lesson", lessons())
def test_a_reader_of_2_1_finds_the_same(lesson: str, tmp_path: Path) -> None:
    there = read(data("qti21", lesson))
    for path, content in there.files.items():
        if not path.startswith("items/"):
            continue
        file = tmp_path / Path(path).name
        file.write_bytes(content)
        theirs, ours = parse_item(file), there.items[file.stem]
        assert theirs.identifier == file.stem
        assert {k: d.correct_values for k, d in theirs.response_decls.items() if d.correct_values} == ours.correct
        kinds = {f"{i.kind}Interaction" for i in theirs.interactions}
        assert kinds == {i.kind for i in ours.interactions} - {"orderInteraction"}
        for mine in ours.interactions:
            other = [i for i in theirs.interactions if i.response_identifier == mine.response]
            if mine.kind in ("choiceInteraction", "inlineChoiceInteraction"):
                assert {c.identifier: tight(c.html) for c in other[0].choices} == texts(mine.choices[0])
            elif mine.kind == "matchInteraction":
                assert {c.identifier: tight(c.html) for c in other[0].match_sources} == texts(mine.choices[0])
                assert {c.identifier: tight(c.html) for c in other[0].match_targets} == texts(mine.choices[1])


@pytest.mark.parametrize("target", ["qti21", "qti3"])
@pytest.mark.parametrize("lesson", lessons())
def test_a_checker_of_packages_finds_nothing_loose(target: str, lesson: str, tmp_path: Path) -> None:
    path = tmp_path / "form.zip"
    path.write_bytes(data(target, lesson))
    assert check_package(str(path)) == []


def texts(choices: dict[str, str]) -> dict[str, str]:
    return {key: tight(text) for key, text in choices.items()}


def tight(text: str) -> str:
    """Letters and digits alone, so that markup and spaces of other programs do not count."""
    if "<" in text:
        text = "".join(ET.fromstring(f"<x>{text.replace('<br/>', ' ')}</x>").itertext())
    return re.sub(r"[^\w]|_", "", plain(text))


def test_the_first_names_of_both_standards_differ() -> None:
    """The two formats are really two: nothing of 2.1 is left in 3.0."""
    roots = [ET.fromstring(content) for content in files("qti3", lessons()[0]).values()]
    old = [e.tag for root in roots for e in root.iter() if "imsqti_v2p1" in e.tag]
    assert not old
    assert {name(root) for root in roots} >= {"assessmentTest", "assessmentItem", "assessmentStimulus"}


def test_questions_are_asked_in_every_kind() -> None:
    kinds = {type(q.response) for lesson in lessons() for q in form(lesson).sheet.items if isinstance(q, Question)}
    assert len(kinds) == 8
