"""What every exporter rests on: pieces and losses, passages, ways of writing, and signs that formats reserve."""

import re
from importlib import import_module
from io import BytesIO
from typing import get_args
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export import cloze, gift_text, moodle, moodle_xml
from generator.export.carrier import Carrier, Feature, Loss, inventory
from generator.export.exported import Export
from generator.export.folded_forms import MOST, grammar_of, written_forms
from generator.export.passage_html import passage_html
from generator.export.texts import escaped, plain, rich
from generator.mark import folded
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.item import (
    BlankKey,
    Grid,
    MultiChoiceAnswer,
    Option,
    OrderAnswer,
    ShortTextAnswer,
)
from tests.export.completeness import words_of
from tests.export.forms import Form, all_forms, of_lesson, say, words
from tests.export.gift_reader import read as read_gift
from tests.export.moodle_reader import as_dict, gaps_of, read
from tests.export.moodle_rules import problems

ODD = st.text(alphabet="a {}~#=:%\\<>&\"'*é“”’–]1SHORTANSWER", min_size=1, max_size=30)
WORDS = ODD.filter(lambda text: bool(text.strip()) and "**" not in text)


# -- pieces and losses ---------------------------------------------------------------------------------


def test_no_two_pieces_share_a_place() -> None:
    for form in all_forms():
        places = [(p.item, p.feature, p.part) for p in inventory(form.sheet, form.key)]
        assert len(set(places)) == len(places), form.name
        assert {feature for _, feature, _ in places} <= set(get_args(Feature))


def test_what_nobody_takes_is_left_out_and_what_is_changed_says_why() -> None:
    form = of_lesson("footbridge-starter")[0]
    carrier = Carrier(form.sheet, form.key)
    everything = carrier.losses()
    assert sum(loss.count for loss in everything) == len(carrier.pieces)
    first = form.sheet.items[0].id
    carrier.take(first, "prompt")
    carrier.take(first, "response", changed="matching")
    losses = carrier.losses()
    assert Loss(first, "response", "matching", 1) in losses
    assert not [loss for loss in losses if (loss.item, loss.feature) == (first, "prompt")]
    assert carrier.take(first, "option", "no such option") == ""


def test_the_report_names_what_was_lost_and_where() -> None:
    losses = (
        Loss("", "facts", None, 2),
        Loss("A", "line", None, 5),
        Loss("x", "hint", None, 1),
        Loss("y", "hint", None, 1),
    )
    report = Export(
        "moodle", "form-1", b"", (*losses, Loss("y", "points", "fractions", 1)), {"x": 1, "y": 2}
    ).report(say("en"))
    changed, _, left = report.partition("Left out:")
    assert "- marks (item 2): parts of a mark count" in changed
    assert "- help (items 1, 2)" in left
    assert "(passage A)" in left
    assert "(the whole sheet)" in left
    assert "form-1" in report


TARGETS = ("moodle", "gift", "canvas", "qti21", "qti3")


@pytest.mark.parametrize("target", TARGETS)
def test_the_report_says_how_to_keep_the_key_from_students(target: str) -> None:
    for language in ("en", "es"):
        report = Export(target, "form-1", b"", (), {}).report(say(language))
        assert say(language)(f"loss.before.{target}") in report
        assert say(language)("loss.licence", text="") not in report


@pytest.mark.parametrize("target", TARGETS)
def test_the_report_names_passages_without_a_known_licence(target: str) -> None:
    form = next(form for form in all_forms() if len(form.sheet.passages) > 1)
    first, *others = form.sheet.passages
    assert first.licence
    english = say("en")
    told = english("loss.licence", text=english("loss.passages.one", text=first.label))
    for licence, there in ((first.licence, False), (None, True), ("", True)):
        sheet = form.sheet.model_copy(
            update={"passages": (first.model_copy(update={"licence": licence}), *others)}
        )
        made = import_module(f"generator.export.{target}").make(sheet, form.key, english)
        assert (told in made.report(english)) is there


@pytest.mark.parametrize("target", ["moodle", "gift"])
def test_ids_fit_into_the_database_and_stay_apart(target: str) -> None:
    form = all_forms()[0]
    sheet = form.sheet.model_copy(update={"lesson": "a-long-name-" * 10})
    data = import_module(f"generator.export.{target}").make(sheet, form.key, say("en")).data.decode()
    ids = re.findall(r"<idnumber>(.*?)</idnumber>|\[id:(.*?)\]", data)
    assert len(ids) > len(sheet.items)
    assert len(set(ids)) == len(ids)
    assert max(len(id_) for found in ids for id_ in found) <= 100


@pytest.mark.parametrize("target", ["moodle", "gift", "canvas"])
def test_whoever_cannot_tick_is_told_to_choose(target: str) -> None:
    for form in all_forms():
        grids = sum(isinstance(question.response, Grid) for question in form.sheet.items)
        told = say(form.sheet.language)
        data = import_module(f"generator.export.{target}").make(form.sheet, form.key, told).data
        if target == "canvas":
            with ZipFile(BytesIO(data)) as archive:
                data = b"".join(archive.read(name) for name in archive.namelist())
        assert data.decode().count(told("lms.choose_row")) == grids


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_feature_has_its_name(language: str) -> None:
    assert [f for f in get_args(Feature) if not words(language).has(f"loss.feature.{f}")] == []


# -- passages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("every_line", [False, True])
def test_passages_keep_their_lines_and_numbers(every_line: bool) -> None:
    for form in all_forms():
        carrier = Carrier(form.sheet, form.key)
        for passage in form.sheet.passages:
            html = passage_html(carrier, passage, say(form.sheet.language), every_line=every_line)
            rows = [
                ["".join(cell.itertext()) for cell in row]
                for row in ElementTree.fromstring(f"<div>{html}</div>").iter("tr")
            ]
            body = [line for line in passage.lines if line.n > 0]
            extras = [extra.text for extra in passage.extras]
            shown = [row for row in rows if row[1] and not any(row[1].endswith(text) for text in extras)]
            assert [text for _, text in shown] == [line.text for line in body]
            numbers = [str(n) if every_line or n == 1 or n % 5 == 0 else "" for n in (line.n for line in body)]
            assert [number for number, _ in shown] == numbers
        labels = {passage.label for passage in form.sheet.passages}
        assert [loss for loss in carrier.losses() if loss.item in labels] == []


# -- ways of writing -----------------------------------------------------------------------------------


def test_every_way_of_writing_counts_as_the_answer() -> None:
    for form in all_forms():
        grammar = grammar_of(form.sheet.language)
        for _, entry in form.items():
            if isinstance(entry.answer, ShortTextAnswer):
                for known in entry.answer.blanks.values():
                    forms = written_forms(known, form.sheet.language)
                    right = {folded(text, grammar) for text in (known.model, *known.accept)}
                    assert {folded(text, grammar) for text in forms} == right
                    assert len({text.casefold() for text in forms}) == len(forms) <= MOST
                    assert folded(forms[0], grammar) == folded(known.model, grammar)


@pytest.mark.parametrize(
    "typed",
    [
        "the county’s inspector",
        "The county's inspector",
        "county's inspector.",
        "A COUNTY’S INSPECTOR",
        "Can't tell",
    ],
)
def test_what_students_type_is_among_them(typed: str) -> None:
    forms = written_forms(BlankKey(model="the county’s inspector", accept=("can’t tell",)), "en")
    assert typed.casefold() in {text.casefold() for text in forms}


# -- signs ---------------------------------------------------------------------------------------------


@given(WORDS)
def test_rich_text_is_well_formed_and_keeps_its_words(text: str) -> None:
    assert words_of(rich(text)) == plain(text)
    ElementTree.fromstring(f"<p>{rich(text)}</p>")


@given(st.lists(WORDS, min_size=2, max_size=4, unique_by=lambda text: plain(text)), WORDS)
def test_gaps_keep_their_answers(texts: list[str], other: str) -> None:
    made = cloze.menu(2, [(text, n == 0) for n, text in enumerate(texts)]) + cloze.line(1, texts, other)
    (menu, line), rest = gaps_of(f"<p>{made}</p>")
    assert rest == "<p>________</p>"
    assert [answer.text for answer in menu.answers] == [plain(text) for text in texts]
    assert [answer.share for answer in menu.answers] == [1, *(0 for _ in texts[1:])]
    assert [a.text.replace("\\*", "*") for a in line.answers[:-1]] == [text.strip() for text in texts]
    assert (line.answers[-1].text, line.answers[-1].share) == ("*", 0)
    assert (menu.marks, line.marks) == (2, 1)


@given(WORDS)
def test_no_text_around_gaps_looks_like_one(text: str) -> None:
    body = cloze.around(f"<p>{escaped(text)} {{1:SHORTANSWER:=a}}</p>")
    assert gaps_of(body)[0] == ()
    assert words_of(body) == " ".join(f"{text} {{1:SHORTANSWER:=a}}".split())


@given(WORDS, WORDS, WORDS, WORDS)
def test_gift_keeps_names_texts_and_answers(name: str, body: str, right: str, wrong: str) -> None:
    lines = [
        f"={gift_text.formatted(rich(right))}#{gift_text.formatted(rich(wrong))}",
        f"~{gift_text.formatted(rich(wrong))}",
    ]
    made = gift_text.question(plain(name), f"<p>{rich(body)}</p>", lines, f"<p>{rich(body)}</p>", "[id:x]")
    (question,) = read_gift(made.encode()).questions
    assert (question.name, question.text, question.feedback) == (plain(name), plain(body), plain(body))
    assert [answer.text for answer in question.answers] == [plain(right), plain(wrong)]
    assert question.answers[0].feedback == plain(wrong)
    assert [answer.share for answer in question.answers] == [1, 0]


@given(st.text(max_size=40))
def test_any_text_stands_in_moodle_s_xml(text: str) -> None:
    element = ElementTree.fromstring(moodle_xml.text(f"a{text}]]>b"))
    kept = "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    )
    assert (element.text or "").replace("\r\n", "\n").replace("\r", "\n") == f"a{kept}]]>b".replace(
        "\r\n", "\n"
    ).replace("\r", "\n")


# -- items that no lesson has yet ----------------------------------------------------------------------


def with_item(
    form: Form, kind: str, question: dict[str, object], entry: dict[str, object]
) -> tuple[Worksheet, AnswerKey, str]:
    """The form with its first item of a kind changed; parts given as they are in the model."""
    at, (old, key) = next((n, pair) for n, pair in enumerate(form.items()) if pair[0].response.kind == kind)
    items, entries = list(form.sheet.items), list(form.key.items)
    items[at], entries[at] = old.model_copy(update=question), key.model_copy(update=entry)
    sheet = form.sheet.model_copy(update={"items": tuple(items)})
    return sheet, form.key.model_copy(update={"items": tuple(entries)}), old.id


def imported(sheet: Worksheet, key: AnswerKey) -> Export:
    """The export, after a look at whether it can be imported."""
    export = moodle.make(sheet, key, say("en"))
    assert problems(export.data) == []
    return export


def test_one_closed_line_is_a_short_answer() -> None:
    form = of_lesson("iraq-air-defence")[0]
    old = next(q for q in form.sheet.items if q.id == "who-might-buy")
    blank = old.response.blanks[0]  # type: ignore[union-attr]
    answer = ShortTextAnswer(blanks={blank.id: BlankKey(model="Iraq*", accept=("the Republic’s",))})
    items = tuple(
        q.model_copy(update={"points": 1, "response": q.response.model_copy(update={"blanks": (blank,)})})
        if q is old
        else q
        for q in form.sheet.items
    )
    entries = tuple(e.model_copy(update={"answer": answer}) if e.id == old.id else e for e in form.key.items)
    export = imported(
        form.sheet.model_copy(update={"items": items}), form.key.model_copy(update={"items": entries})
    )
    question = as_dict(read(export.data)[1])[f"{form.sheet.lesson}:{old.id}"]
    assert question.kind == "shortanswer"
    given_marks = {"iraq*": 1, "Iraqi": 0, "republic’s": 1, "THE REPUBLIC'S.": 1, "Iran": 0, "": 0}
    assert {text: question.write(text) for text in given_marks} == given_marks


def test_so_many_right_options_that_no_share_fits_are_marked_by_hand() -> None:
    form = of_lesson("footbridge")[0]
    options = tuple(Option(id=f"o{n}", text=f"Option {n}") for n in range(13))
    old = next(q for q in form.sheet.items if q.response.kind == "multi-choice")
    sheet, key, id_ = with_item(
        form,
        "multi-choice",
        {"response": old.response.model_copy(update={"options": options, "choose": None})},
        {"answer": MultiChoiceAnswer(options=tuple(f"o{n}" for n in range(11))), "misreadings": {}},
    )
    export = imported(sheet, key)
    question = as_dict(read(export.data)[1])[f"{sheet.lesson}:{id_}"]
    assert question.kind == "essay"
    assert Loss(id_, "response", "by-hand", 1) in export.losses
    assert "Option 7" in question.text
    assert "Option 7" in question.notes


def test_places_that_may_be_changed_are_lists() -> None:
    form = of_lesson("footbridge")[0]
    old = next(q for q in form.sheet.items if q.response.kind == "order")
    ids = [option.id for option in old.response.options]  # type: ignore[union-attr]
    names = [option.text for option in old.response.options]  # type: ignore[union-attr]
    answer = OrderAnswer(groups=((ids[0], ids[1]), (ids[2],)))
    sheet, key, id_ = with_item(form, "order", {"points": 3}, {"answer": answer})
    export = imported(sheet, key)
    question = as_dict(read(export.data)[1])[f"{sheet.lesson}:{id_}"]
    assert question.kind == "cloze"
    assert question.fill((names[0], names[1], names[2])) == 3
    assert question.fill((names[1], names[0], names[2])) == 3
    assert question.fill((names[2], names[1], names[0])) == 1


def test_a_draft_is_told_to_teachers_only() -> None:
    form = of_lesson("footbridge-starter")[0]
    key = form.key.model_copy(update={"draft": True})
    data = moodle.make(form.sheet, key, say("en")).data.decode()
    category, _, questions = data.partition("</question>")
    assert say("en")("draft.key") in category
    assert say("en")("draft.key") not in questions


def test_nothing_of_the_key_stands_in_what_is_asked() -> None:
    for form in all_forms():
        questions = as_dict(read(moodle.make(form.sheet, form.key, say(form.sheet.language)).data)[1])
        for _, entry in form.items():
            there = questions[f"{form.sheet.lesson}:{entry.id}"]
            shown = " ".join((there.name, there.text, there.template))
            secret = [entry.rationale, *entry.misreadings.values(), *entry.accept, *(r.why for r in entry.reject)]
            secret += [text for level in entry.rubric for text in (level.names, level.sample)]
            told = [words_of(rich(text)) for text in secret if len(text) > 25]
            assert [text for text in told if text in shown] == [], (form.name, entry.id)
            assert not re.search(r"fraction|100%", shown)
