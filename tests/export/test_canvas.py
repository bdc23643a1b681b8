"""Quizzes for Canvas: importable, whole, and marked as the program itself marks."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import qti2latex
from qti_package_maker.common.package_integrity import check_package

from generator.export import canvas
from generator.export.carrier import Carrier
from generator.export.exported import Export
from generator.export.folded_forms import grammar_of
from generator.export.texts import plain
from generator.export.xml_tree import package
from generator.mark import mark
from generator.model import item as model
from tests.export.canvas_reader import Question, Row, number, read
from tests.export.canvas_rules import problems
from tests.export.completeness import Found, falsely_lost, missing, report_words, words_of
from tests.export.forms import Form, all_forms, lessons, of_lesson, say
from tests.export.tries import from_list, item_of, tries

BY_HAND = "essay_question"


@cache
def made(lesson: str) -> tuple[tuple[Form, Export, dict[str, Question]], ...]:
    out = []
    for form in of_lesson(lesson):
        export = canvas.make(form.sheet, form.key, say(form.sheet.language))
        prefix = f"{form.name}-"
        out.append((form, export, {q.ident.removeprefix(prefix): q for q in read(export.data)[0]}))
    return tuple(out)


def squeezed(text: str) -> str:
    """Text without tags, signs for bold and spaces."""
    return re.sub(r"\s|\*\*", "", unescape(re.sub(r"<[^>]+>", " ", text)))


def found_in(form: Form, export: Export) -> Found:
    questions, settings, _ = read(export.data)
    found = Found()
    # Titles and the labels of pairs are no HTML, so they count as they stand.
    found.add("", words_of(settings), unescape(settings))
    owners = {f"{form.name}-{q.id}": q.id for q in form.sheet.items}
    for question in questions:
        told = words_of(question.everything)
        found.add(owners.get(question.ident, ""), told, question.everything)
        if question.ident.endswith("-reports"):
            for passage in form.sheet.passages:
                found.add(passage.label, told)
    return found


@pytest.mark.parametrize("lesson", lessons())
def test_the_importer_takes_it(lesson: str) -> None:
    for _, export, _ in made(lesson):
        assert problems(export.data) == []


@pytest.mark.parametrize("lesson", lessons())
def test_everything_is_there_or_reported(lesson: str) -> None:
    for form, export, _ in made(lesson):
        found, words = found_in(form, export), say(form.sheet.language)
        assert missing(form, found, export.losses, words) == []
        assert falsely_lost(form, found, export.losses, words) == []
        assert all(report_words(form.sheet.language, export.losses).values())


@pytest.mark.parametrize("lesson", lessons())
def test_reports_come_first_and_every_item_stands_beside_them(lesson: str) -> None:
    for form, export, questions in made(lesson):
        order = [q.ident for q in read(export.data)[0]]
        assert order[0] == f"{form.name}-reports"
        assert [i for i in order if i.removeprefix(f"{form.name}-") in {q.id for q in form.sheet.items}] == [
            f"{form.name}-{q.id}" for q in form.sheet.items
        ]
        assert {questions[q.id].parent for q in form.sheet.items} == {f"{form.name}-reports"}
        assert [questions[q.id].points for q in form.sheet.items] == [q.points for q in form.sheet.items]


@pytest.mark.parametrize("lesson", lessons())
def test_options_stand_in_the_order_of_the_sheet(lesson: str) -> None:
    for form, _, questions in made(lesson):
        for question in form.sheet.items:
            there, response = questions[question.id], question.response
            if isinstance(response, model.Choice | model.MultiChoice):
                assert [squeezed(t) for t in there.rows[0].options.values()] == [
                    squeezed(o.text) for o in response.options
                ]
            if isinstance(response, model.Match | model.Grid):
                columns = response.options if isinstance(response, model.Match) else response.columns
                assert [squeezed(row.text) for row in there.rows] == [squeezed(row.text) for row in response.rows]
                for row in there.rows:
                    assert list(row.options.values()) == [plain(column.text) for column in columns]


# -- marking ---------------------------------------------------------------------------------------


def as_given(question: model.Question, there: Question, given: Any) -> dict[str, Any]:
    """A response in the program's shape as a student would give it in Canvas, found by its words."""
    response = question.response
    if isinstance(response, model.Choice | model.MultiChoice):
        names = dict(zip([o.id for o in response.options], there.rows[0].options, strict=True))
        chosen = names[given] if isinstance(response, model.Choice) else [names[id_] for id_ in given]
        return {there.rows[0].name: chosen}
    if isinstance(response, model.Match | model.Grid):
        columns = response.options if isinstance(response, model.Match) else response.columns
        rows = dict(zip([row.id for row in response.rows], there.rows, strict=True))
        return {
            rows[row].name: _option(rows[row], [c.id for c in columns].index(option))
            for row, option in given.items()
        }
    if isinstance(response, model.Order):
        ids = [o.id for o in response.options]
        return {row.name: _option(row, ids.index(id_)) for row, id_ in zip(there.rows, given, strict=True)}
    assert isinstance(response, model.ShortText)
    blanks = dict(zip([blank.id for blank in response.blanks], there.rows, strict=True))
    if there.kind == "fill_in_multiple_blanks_question":
        return {blanks[blank].name: text for blank, text in given.items()}
    return {blanks[b].name: _option(blanks[b], response.bank.index(text)) for b, text in given.items() if text}


def _option(row: Row, at: int) -> str:
    return list(row.options)[at]


@pytest.mark.parametrize("lesson", lessons())
def test_every_response_earns_what_the_program_gives_before_it_rounds_down(lesson: str) -> None:
    for form, export, questions in made(lesson):
        grammar = grammar_of(form.sheet.language)
        reported = {loss.item for loss in export.losses if loss.feature == "points" and loss.why == "fractions"}
        for question, entry in form.items():
            there = questions[question.id]
            if there.kind == BY_HAND:
                continue
            menus = there.kind == "multiple_dropdowns_question"
            for n, given in enumerate(from_list(question, entry) if menus else tries(question, entry)):
                earned = question.points * there.share(as_given(question, there, given))
                ours = mark(item_of(question, entry), given, grammar)
                assert int(earned) == ours, (there.ident, given)
                assert earned == ours or question.id in reported
                assert n or earned == question.points
            assert there.share({}) == 0


@pytest.mark.parametrize("lesson", lessons())
def test_what_a_machine_could_mark_wrong_is_left_to_a_person(lesson: str) -> None:
    for form, export, questions in made(lesson):
        told = {loss.item for loss in export.losses if loss.why == "by-hand-feedback"}
        for question, entry in form.items():
            there, response = questions[question.id], question.response
            by_hand = there.kind == BY_HAND
            if isinstance(response, model.TextSelection | model.ExtendedText):
                assert by_hand
            if isinstance(entry.answer, model.OrderAnswer):
                assert by_hand == any(len(group) > 1 for group in entry.answer.groups)
            if isinstance(response, model.ShortText) and entry.accept:
                assert by_hand or there.kind == "multiple_dropdowns_question"
            assert (question.id in told) == (by_hand and not isinstance(response, model.ExtendedText))
            if by_hand:
                assert squeezed(entry.brief) in squeezed(there.comments["general_fb"])


@pytest.mark.parametrize("lesson", lessons())
def test_a_wrong_option_is_told_its_misreading(lesson: str) -> None:
    for form, _, questions in made(lesson):
        for question, entry in form.items():
            if isinstance(question.response, model.Choice):
                there = questions[question.id]
                for option, name in zip(question.response.options, there.rows[0].options, strict=True):
                    told = there.comments.get(f"{name}_fb", "")
                    assert squeezed(told) == squeezed(entry.misreadings.get(option.id, ""))


def test_students_see_no_key_before_they_answer() -> None:
    """The words of the key stand in comments alone."""
    for form in all_forms():
        for question, entry in form.items():
            there = next(found[question.id] for f, _, found in made(form.sheet.lesson) if f is form)
            for text in (entry.rationale, entry.marking, *(level.names for level in entry.rubric)):
                assert len(text) < 25 or squeezed(text) not in squeezed(there.text)


# -- other programs --------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", lessons())
def test_a_checker_of_packages_finds_nothing_loose(lesson: str, tmp_path: Path) -> None:
    path = tmp_path / "quiz.zip"
    path.write_bytes(made(lesson)[0][1].data)
    assert check_package(str(path)) == []


@pytest.mark.parametrize("lesson", lessons())
def test_a_reader_of_canvas_quizzes_finds_types_options_and_keys(lesson: str, tmp_path: Path) -> None:
    form, export, questions = made(lesson)[0]
    path = tmp_path / "quiz.zip"
    path.write_bytes(export.data)
    folder = qti2latex.extract_zip_to_tmp(path)
    root = next(
        r
        for r in (qti2latex.ET.parse(p).getroot() for p in qti2latex.read_qti_dir(folder))
        if r.tag.endswith("questestinterop")
    )
    theirs = {
        item.get("ident").removeprefix(f"{form.name}-"): item for item in qti2latex.findall_anyns(root, "item")
    }
    assert set(theirs) == set(questions)
    for question, _entry in form.items():
        item, ours = theirs[question.id], questions[question.id]
        meta = qti2latex.get_qti_metadata(item)
        assert qti2latex.guess_type(meta, item) == ours.kind
        assert int(float(meta["points_possible"])) == question.points
        assert squeezed(qti2latex.get_item_stem(item)) == squeezed(ours.text)
        choices = [pair for row in ours.rows for pair in row.options.items() if ours.kind != BY_HAND]
        assert qti2latex.get_choices(item) == [(name, text.strip()) for name, text in choices]
        if ours.kind in ("multiple_choice_question", "multiple_answers_question"):
            stated = set(qti2latex.get_correct_idents(item))
            # It takes options with a comment of their own for right as well.
            assert ours.rows[0].right <= stated


# -- package ---------------------------------------------------------------------------------------


def test_the_same_form_gives_the_same_bytes_and_no_rewording_changes_a_name() -> None:
    form = of_lesson(lessons()[0])[0]
    once = canvas.make(form.sheet, form.key, say("en"))
    assert once.data == canvas.make(form.sheet, form.key, say("en")).data
    first = form.sheet.items[0].model_copy(update={"prompt": "Choose.", "stem": "Another stem."})
    sheet = form.sheet.model_copy(update={"items": (first, *form.sheet.items[1:]), "title": "Another"})
    other = read(canvas.make(sheet, form.key, say("en")).data)[0]
    assert [names_of(q) for q in other] == [names_of(q) for q in read(once.data)[0]]


def names_of(question: Question) -> tuple[str, list[tuple[str, list[str]]]]:
    return question.ident, [(row.name, list(row.options)) for row in question.rows]


def test_canvas_tells_all_options_of_a_quiz_apart() -> None:
    for form in all_forms():
        for _, _, questions in made(form.sheet.lesson):
            for question in questions.values():
                for row in question.rows if question.kind != BY_HAND else ():
                    assert len({number(name) for name in row.options}) == len(row.options)


def test_what_the_exporter_does_not_take_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(f for f in all_forms() if any(q.hints for q in f.sheet.items))
    before = canvas.make(form.sheet, form.key, say("en"))
    take = Carrier.take

    def forgetful(self: Carrier, item: str, feature: Any, part: str = "", *, changed: str | None = None) -> str:
        return "" if feature == "hint" else take(self, item, feature, part, changed=changed)

    monkeypatch.setattr(Carrier, "take", forgetful)
    after = canvas.make(form.sheet, form.key, say("en"))
    assert {loss.item for loss in after.losses if loss.feature == "hint"} == {
        q.id for q in form.sheet.items if q.hints
    }
    assert not any(loss.feature == "hint" for loss in before.losses)
    assert missing(form, found_in(form, after), before.losses, say("en"))
    assert missing(form, found_in(form, after), after.losses, say("en")) == []


SPOILT = {
    "no settings": ("imsmanifest", "identifierref=", "identifierref2="),
    "a file elsewhere": ("imsmanifest", "/assessment_meta.xml", "/meta.xml"),
    "another type": (".*-A/.*-A", "multiple_choice_question", "some_question"),
    "an option that is not there": (".*-A/.*-A", r'(respident="response1">)a', r"\1b"),
    "an option twice": (".*-A/.*-A", r'(<response_label ident=")a\d+', r"\1a1"),
    "digits that Canvas mixes up": (".*-A/.*-A", r'(<response_label ident=")a(\d+)', r"\1a1-\2"),
    "a score that is no percentage": (".*-A/.*-A", 'maxvalue="100"', 'maxvalue="1"'),
    "parts that do not add up": (".*-A/.*-A", r">25\.00<", ">20.00<"),
    "a comment nobody sees": (".*-A/.*-A", '<itemfeedback ident="general_fb"', '<itemfeedback ident="other_fb"'),
    "another quiz": (".*-A/.*-A", r'<assessment ident="', '<assessment ident="x'),
    "a parent that is not there": (".*-A/.*-A", "-reports</fieldentry>", "-report</fieldentry>"),
    "shuffled answers": (".*/assessment_meta", "<shuffle_answers>false", "<shuffle_answers>true"),
    "results at once": (".*/assessment_meta", "<hide_results>always", "<hide_results>"),
    "points that do not add up": (".*/assessment_meta", r"<points_possible>\d+", "<points_possible>1"),
    "broken HTML": (".*-A/.*-A", "&lt;/p&gt;", ""),
}


@pytest.mark.parametrize("what", SPOILT)
def test_the_checker_finds_what_is_wrong(what: str) -> None:
    where, old, new = SPOILT[what]
    form, export, _ = next(m for m in made("footbridge") if m[0].name == "footbridge-core-A")
    files = read(export.data)[2]
    path = next(p for p in files if re.match(where, p))
    spoilt = re.sub(old, new, files[path].decode()).encode()
    assert spoilt != files[path]
    assert problems(package({**files, path: spoilt})), form.name
