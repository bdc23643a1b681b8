"""Every form of every lesson as Moodle XML: importable, complete, and marked as the program marks."""

from functools import cache
from typing import Any

import moodle_xml_parser.parser as second_reader
import pytest

from generator.export import moodle, moodle_items
from generator.export.carrier import Carrier
from generator.export.exported import Export
from generator.export.folded_forms import grammar_of
from generator.export.wording import asked
from generator.mark import mark
from generator.model.item import ExtendedText, Grid, Match, Order, Question, ShortText
from tests.export.completeness import Found, even, falsely_lost, missing, report_words, words_of
from tests.export.forms import Form, lessons, of_lesson, say
from tests.export.moodle_reader import Read, as_dict, read
from tests.export.moodle_rules import problems
from tests.export.tries import from_list, in_reading_order, item_of, tries

BY_HAND = {"extended-text", "text-selection", "short-text"}


@cache
def exported(lesson: str) -> tuple[tuple[Form, Export, dict[str, Read]], ...]:
    made = [(form, moodle.make(form.sheet, form.key, say(form.sheet.language))) for form in of_lesson(lesson)]
    return tuple((form, export, as_dict(read(export.data)[1])) for form, export in made)


def found_in(form: Form, export: Export) -> Found:
    """All words of the file by what they belong to."""
    categories, questions = read(export.data)
    found = Found()
    found.add("", *categories, export.data.decode().partition("</question>")[0])
    for question in questions:
        part = question.id.removeprefix(f"{form.sheet.lesson}:")
        owner = part.removeprefix("passage-") if part.startswith("passage-") else part
        known = owner in {q.id for q in form.sheet.items} | {p.label for p in form.sheet.passages}
        found.add(owner if known else "", question.everything)
    return found


@pytest.mark.parametrize("lesson", lessons())
def test_the_importer_takes_it(lesson: str) -> None:
    for _, export, _ in exported(lesson):
        assert problems(export.data) == []


@pytest.mark.parametrize("lesson", lessons())
def test_everything_is_there_or_reported(lesson: str) -> None:
    for form, export, _ in exported(lesson):
        found, words = found_in(form, export), say(form.sheet.language)
        assert missing(form, found, export.losses, words) == []
        assert falsely_lost(form, found, export.losses, words) == []
        assert all(report_words(form.sheet.language, export.losses).values())


@pytest.mark.parametrize("lesson", lessons())
def test_marks_are_those_of_the_sheet(lesson: str) -> None:
    for form, export, questions in exported(lesson):
        changed = {loss.item for loss in export.losses if loss.feature == "points" and loss.why == "weights"}
        for question, _ in form.items():
            points = questions[f"{form.sheet.lesson}:{question.id}"].points
            assert points == question.points or question.id in changed
        assert sum(q.points for q in questions.values()) == form.sheet.points or changed


@pytest.mark.parametrize("lesson", lessons())
def test_it_marks_as_the_program_does(lesson: str) -> None:
    judged = 0
    for form, export, questions in exported(lesson):
        whys = {(loss.item, loss.feature): loss.why for loss in export.losses}
        for question, entry in form.items():
            there = questions[f"{form.sheet.lesson}:{question.id}"]
            if there.kind == "essay":
                told = whys.get((question.id, "response")) == "by-hand"
                assert told or isinstance(question.response, ExtendedText)
                assert question.response.kind in BY_HAND
                continue
            item, grammar = item_of(question, entry), grammar_of(form.sheet.language)
            uneven = (question.id, "points") in whys
            menus = isinstance(question.response, ShortText) and there.gaps[0].kind == "MULTICHOICE"
            given_answers = list(from_list(question, entry) if menus else tries(question, entry))
            for given in given_answers:
                want, got = mark(item, given, grammar), marks_of(there, question, given)
                assert int(got + 1e-3) == want, (form.name, question.id, given)
                assert uneven or abs(got - (want or 0)) < 1e-3
            assert marks_of(there, question, given_answers[0]) == pytest.approx(question.points, abs=1e-3)
            judged += 1
    assert judged


def marks_of(there: Read, question: Question, given: Any) -> float:
    """What Moodle gives for a student's answer."""
    response = question.response
    names = {}
    for part in ("options", "rows", "columns"):
        names |= {option.id: even(option.text) for option in getattr(response, part, ())}
    if there.kind == "multichoice":
        return there.choose({names[id_] for id_ in ([given] if isinstance(given, str) else given)})
    if isinstance(response, Match | Grid):
        return there.match({names[row]: names[option] for row, option in given.items()})
    if isinstance(response, Order):
        if there.kind == "cloze":
            return there.fill(tuple(names[id_] for id_ in given))
        places = [row for row, _ in there.pairs if row]
        return there.match({place: names[id_] for place, id_ in zip(places, given, strict=True)})
    assert isinstance(response, ShortText)
    if there.kind == "shortanswer":
        return there.write(next(iter(given.values())))
    return there.fill(tuple(given.get(id_, "") for id_ in in_reading_order(response)))


# -- an independent reader, and proofs that these tests can fail -----------------------------------------


def test_another_reader_finds_the_same_options_and_gaps() -> None:
    for form, export, questions in exported("helmet-recall"):
        theirs = second_reader.parse_bytes(export.data)
        ours = {q.name: q for q in questions.values() if q.kind in ("multichoice", "cloze")}
        assert {q.name for kind in theirs.values() for q in kind} == set(ours), form.name
        for choice in theirs["multichoice"]:
            mine = ours[choice.name]
            assert [words_of(o.answer) for o in choice.options] == [a.text for a in mine.answers]
            assert [o.score_fraction for o in choice.options] == pytest.approx(
                [a.share * 100 for a in mine.answers]
            )
            assert [words_of(o.feedback) for o in choice.options] == [a.feedback for a in mine.answers]
            assert (choice.single, choice.default_grade) == (mine.single, mine.points)
        for cloze in theirs["cloze"]:
            mine = ours[cloze.name]
            assert [gap.sub_grade for gap in cloze.gaps] == [gap.marks for gap in mine.gaps]
            assert [[o.answer for o in gap.options] for gap in cloze.gaps] == [
                [answer.text for answer in gap.answers] for gap in mine.gaps
            ]
            assert [[o.score == 100 for o in gap.options] for gap in cloze.gaps] == [
                [answer.share == 1 for answer in gap.answers] for gap in mine.gaps
            ]


FEATURES = ("hint", "stem", "evidence", "misreading", "rubric", "option", "line", "credit", "points", "section")


@pytest.mark.parametrize("feature", FEATURES)
def test_what_an_exporter_does_not_take_is_reported(feature: str, monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(f for f in of_lesson("footbridge") if f.sheet.lane == "support")
    before = {loss.feature for loss in moodle.make(form.sheet, form.key, say("en")).losses if loss.why is None}
    take = Carrier.take

    def forgetful(carrier: Carrier, item: str, what: Any, part: str = "", **more: Any) -> str:
        return "2" if what == feature else take(carrier, item, what, part, **more)

    monkeypatch.setattr(Carrier, "take", forgetful)
    export = moodle.make(form.sheet, form.key, say("en"))
    after = {loss.feature for loss in export.losses if loss.why is None}
    assert after - before == {feature}
    assert say("en")(f"loss.feature.{feature}") in export.report(say("en")).partition("Left out")[2]


def test_what_is_taken_and_not_written_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(f for f in of_lesson("footbridge") if f.sheet.lane == "support")
    monkeypatch.setattr(moodle_items, "asked", lambda *given: asked(*given)[:1])
    export = moodle.make(form.sheet, form.key, say("en"))
    assert any(" hint " in wrong for wrong in missing(form, found_in(form, export), export.losses, say("en")))


def test_names_stay_when_words_change() -> None:
    form = of_lesson("footbridge-starter")[0]
    first, *rest = form.sheet.items
    other = form.sheet.model_copy(update={"items": (first.model_copy(update={"prompt": "Say it."}), *rest)})
    ids = [list(as_dict(read(moodle.make(s, form.key, say("en")).data)[1])) for s in (form.sheet, other)]
    assert ids[0] == ids[1]
    assert f"{form.sheet.lesson}:{first.id}" in ids[0]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    form = of_lesson("huerto-escolar")[0]
    assert len({moodle.make(form.sheet, form.key, say("es")).data for _ in range(2)}) == 1


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('fraction="100"', 'fraction="99"'),
        ('fraction="50"', 'fraction="33.33333"'),
        ("<single>true", "<single>perhaps"),
        ("$course$/top/", ""),
        ("graderinfo", "remark"),
        ("<responsefieldlines>", "<responsefieldlines>1"),
        ("MULTICHOICE:=", "MULTICHOICE:"),
        ("}</p>", "</p>"),
        ("<p><strong>", "<p><b>"),
        ("<answer><text><![CDATA[", "<answer><text><![CDATA[**bold** "),
        ("<idnumber>helmet-recall:passage-A", "<idnumber>helmet-recall:passage-B"),
    ],
)
def test_a_broken_file_is_noticed(good: str, bad: str) -> None:
    form = next(f for f in of_lesson("helmet-recall") if f.name == "helmet-recall-support-A")
    text = moodle.make(form.sheet, form.key, say("en")).data.decode()
    assert good in text
    assert problems(text.replace(good, bad).encode())
