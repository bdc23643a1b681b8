"""Every form of every lesson in GIFT: importable, complete, and marked as the program marks."""

import io
import re
from functools import cache
from typing import Any

import pytest
from pygiftparser import answer as their_answers
from pygiftparser import parser as second_reader

from generator.export import gift, gift_items
from generator.export.carrier import Carrier
from generator.export.exported import Export
from generator.export.folded_forms import grammar_of
from generator.export.wording import asked
from generator.mark import mark
from generator.model.item import ExtendedText, Grid, Match, Order, Question, ShortText
from tests.export.completeness import Found, even, falsely_lost, missing, report_words, words_of
from tests.export.forms import Form, lessons, of_lesson, say
from tests.export.gift_reader import read, undone
from tests.export.gift_rules import problems
from tests.export.moodle_reader import Read, as_dict
from tests.export.tries import from_list, item_of, tries


@cache
def exported(lesson: str) -> tuple[tuple[Form, Export, dict[str, Read]], ...]:
    made = [(form, gift.make(form.sheet, form.key, say(form.sheet.language))) for form in of_lesson(lesson)]
    return tuple((form, export, as_dict(list(read(export.data).questions))) for form, export in made)


def found_in(form: Form, export: Export) -> Found:
    """All words of the file by what they belong to."""
    file, found = read(export.data), Found()
    found.add("", *file.categories, *file.remarks)
    for question in file.questions:
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
def test_marks_stand_in_the_text(lesson: str) -> None:
    for form, _, questions in exported(lesson):
        words = say(form.sheet.language)
        for question in form.sheet.items:
            key = "item.points.one" if question.points == 1 else "item.points.many"
            assert words(key, n=question.points) in questions[f"{form.sheet.lesson}:{question.id}"].text


@pytest.mark.parametrize("lesson", lessons())
def test_it_marks_as_the_program_does(lesson: str) -> None:
    judged = 0
    for form, export, questions in exported(lesson):
        whys = {(loss.item, loss.feature): loss.why for loss in export.losses}
        for question, entry in form.items():
            there = questions[f"{form.sheet.lesson}:{question.id}"]
            if there.kind == "essay":
                told = whys.get((question.id, "response")) == "by-hand-feedback"
                assert told or isinstance(question.response, ExtendedText)
                continue
            there.points = question.points
            item, grammar = item_of(question, entry), grammar_of(form.sheet.language)
            menus = isinstance(question.response, ShortText) and there.kind == "matching"
            given_answers = list(from_list(question, entry) if menus else tries(question, entry))
            for given in given_answers:
                got = marks_of(there, question, given)
                assert int(got + 1e-3) == mark(item, given, grammar), (form.name, question.id, given)
            assert marks_of(there, question, given_answers[0]) == pytest.approx(question.points, abs=1e-3)
            judged += 1
    assert judged


def marks_of(there: Read, question: Question, given: Any) -> float:
    """What Moodle gives for a student's answer."""
    response = question.response
    names = {}
    for part in ("options", "rows", "columns"):
        names |= {option.id: even(option.text) for option in getattr(response, part, ())}
    rows = [row for row, _ in there.pairs if row]
    if there.kind == "multichoice":
        return there.choose({names[id_] for id_ in ([given] if isinstance(given, str) else given)})
    if isinstance(response, Match | Grid):
        return there.match({names[row]: names[option] for row, option in given.items()})
    if isinstance(response, Order):
        return there.match({place: names[id_] for place, id_ in zip(rows, given, strict=True)})
    assert isinstance(response, ShortText)
    if there.kind == "shortanswer":
        return there.write(next(iter(given.values())))
    texts = (given.get(blank.id, "") for blank in response.blanks)
    return there.match(dict(zip(rows, texts, strict=True)))


# -- an independent reader, and proofs that these tests can fail -----------------------------------------

KINDS = {
    their_answers.Essay: "essay",
    their_answers.Description: "description",
    their_answers.MatchingSet: "matching",
    their_answers.ShortSet: "shortanswer",
    their_answers.SelectSet: "multichoice",
    their_answers.MultipleChoicesSet: "multichoice",
}


def test_another_reader_finds_the_same() -> None:
    for form, export, questions in exported("footbridge"):
        theirs = second_reader.parseFile(io.StringIO(export.data.decode()))
        assert len(theirs) == len(questions)
        for other, mine in zip(theirs, questions.values(), strict=True):
            assert (KINDS[type(other.answers)], undone(other.title)) == (mine.kind, mine.name), form.name
            assert words_of(undone(other.text)) == mine.text
            assert words_of(undone(other.generalFeedback)) == mine.feedback
            if mine.kind == "multichoice":
                assert [words_of(undone(a.answer)) for a in other.answers.answers] == [
                    a.text for a in mine.answers
                ]
                shares = [answer.share * 100 for answer in mine.answers]
                assert [a.fraction for a in other.answers.answers] == pytest.approx(shares)
            if mine.kind == "matching":
                pairs = [(words_of(undone(a.question)), undone(a.answer).strip()) for a in other.answers.answers]
                assert pairs == list(mine.pairs)


FEATURES = ("hint", "stem", "evidence", "misreading", "rubric", "option", "line", "credit", "points", "section")


@pytest.mark.parametrize("feature", FEATURES)
def test_what_an_exporter_does_not_take_is_reported(feature: str, monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(f for f in of_lesson("footbridge") if f.sheet.lane == "support")
    before = {loss.feature for loss in gift.make(form.sheet, form.key, say("en")).losses if loss.why is None}
    take = Carrier.take

    def forgetful(carrier: Carrier, item: str, what: Any, part: str = "", **more: Any) -> str:
        return "2" if what == feature else take(carrier, item, what, part, **more)

    monkeypatch.setattr(Carrier, "take", forgetful)
    after = {loss.feature for loss in gift.make(form.sheet, form.key, say("en")).losses if loss.why is None}
    assert after - before == {feature}


def test_what_is_taken_and_not_written_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    form = next(f for f in of_lesson("footbridge") if f.sheet.lane == "support")
    monkeypatch.setattr(gift_items, "asked", lambda *given: asked(*given)[:1])
    export = gift.make(form.sheet, form.key, say("en"))
    assert any(" hint " in wrong for wrong in missing(form, found_in(form, export), export.losses, say("en")))


@pytest.mark.parametrize("break_it", [("\n\t=", "\n\t"), ("}", ""), ("[html]", ""), ("~%50%", "~%51%")])
def test_a_broken_file_is_noticed(break_it: tuple[str, str]) -> None:
    _, export, _ = exported("footbridge")[0]
    text = export.data.decode()
    assert break_it[0] in text
    assert problems(re.sub(re.escape(break_it[0]), break_it[1], text, count=1).encode())
