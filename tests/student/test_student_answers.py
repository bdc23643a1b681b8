"""Answers on the page: given in every way, kept on the device, taken out as a file and put in again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.mark import full_response, mark
from tests.student import desk, hand
from tests.student.conftest import PHONE, Open

pytestmark = pytest.mark.needs_program("chromium")
BROKEN_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"


def fill(page, papers, touch=False):  # type: ignore[no-untyped-def]
    page.fill("#who-name", "Ana Ruiz")
    page.fill("#who-class", "8 b")
    page.fill("#who-date", "3 May")
    for number, item in enumerate(papers.items, 1):
        hand.give(page, number, item, full_response(item), papers.sheet, touch)


def full_marks(answers, papers):  # type: ignore[no-untyped-def]
    for item in papers.items:
        given = answers.get(item.question.id)
        marks = mark(item, given, papers.grammar)
        assert marks == (None if item.key.answer.kind == "extended-text" else item.question.points), (
            item.question.id
        )


@pytest.mark.parametrize("lesson", ["footbridge", "helmet-recall", "huerto-escolar"])
def test_the_file_holds_what_was_entered_and_the_key_gets_full_marks(
    visit: Open, tmp_path: Path, lesson: str
) -> None:
    papers = desk.papers(lesson)
    page = visit("test", lesson)
    fill(page, papers)
    made = hand.export(page, tmp_path)
    answers = made.pop("answers")
    assert made == {
        "format": "secondsource-answers",
        "version": 1,
        "form_id": papers.sheet.form_id,
        "lesson": lesson,
        "title": papers.sheet.title,
        "language": papers.sheet.language,
        "name": "Ana Ruiz",
        "class": "8 b",
        "date": "3 May",
    }
    wanted = {item.question.id: full_response(item) for item in papers.items}
    assert hand.comparable(answers, papers.items) == hand.comparable(wanted, papers.items)
    full_marks(answers, papers)
    total = len(papers.items)
    assert page.inner_text("#progress-text") == desk.pages(papers.sheet.language).say(
        "student.progress", n=total, total=total
    )


def test_a_reload_finds_everything_again(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit()
    fill(page, papers)
    before = hand.export(page, tmp_path)
    page.reload()
    assert hand.export(page, tmp_path) == before
    assert page.input_value("#who-name") == "Ana Ruiz"
    assert page.locator(".m-wavy.begins").count() > 0


def test_what_is_typed_last_is_kept_when_the_page_closes_at_once(visit: Open) -> None:
    page = visit()
    page.fill("#who-name", "Ana")
    page.reload()
    assert page.input_value("#who-name") == "Ana"


def test_another_page_of_the_same_lesson_begins_empty(visit: Open) -> None:
    page = visit()
    page.fill("#who-name", "Ana")
    expect(page.locator("#saved")).to_have_text(desk.pages("en").say("student.saved"))
    other = visit("practice")
    assert other.input_value("#who-name") == ""


def test_a_file_is_put_in_on_another_device(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    first = visit()
    hand.put_in(first, papers, tmp_path, name="Ana Ruiz")
    made = hand.export(first, tmp_path)
    other = visit()
    other.set_input_files("#file", tmp_path / "answers.json")
    expect(other.locator("#who-name")).to_have_value("Ana Ruiz")
    assert hand.export(other, tmp_path) == made


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("not json", "student.import.broken"),
        ('{"format": "other"}', "student.import.broken"),
        (
            '{"format": "secondsource-answers", "version": 1, "form_id": "x", "answers": {}}',
            "student.import.wrong",
        ),
    ],
)
def test_a_file_that_does_not_belong_here_changes_nothing(
    visit: Open, tmp_path: Path, content: str, said: str
) -> None:
    page = visit()
    page.fill("#who-name", "Ana")
    page.wait_for_selector("#saved:has-text('Saved')")
    (tmp_path / "wrong.json").write_text(content)
    page.set_input_files("#file", tmp_path / "wrong.json")
    page.wait_for_selector(f"#saved:has-text('{desk.pages('en').say(said, text='x')}')")
    assert page.input_value("#who-name") == "Ana"


def test_odd_answers_in_a_file_are_left_out_and_the_rest_is_taken(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit()
    odd = [None, 7, "nonsense", ["nonsense"], {"nonsense": "x"}, [[1, 2, 3]], {"a": {"b": 1}}, [None, None, None]]
    number, choice = papers.item("choice")
    for given in odd:
        answers = {
            item.question.id: given for item in papers.items if item.question.response.kind != "extended-text"
        }
        answers[choice.question.id] = full_response(choice)
        frame = {"format": "secondsource-answers", "version": 1, "form_id": papers.sheet.form_id, "name": 5}
        (tmp_path / "odd.json").write_text(json.dumps({**frame, "answers": answers}))
        page.set_input_files("#file", tmp_path / "odd.json")
        if given is not odd[0]:
            page.click("#ask-yes")
        page.wait_for_selector(f"#saved:has-text('{desk.pages('en').say('student.import.done')}')")
        assert hand.export(page, tmp_path)["answers"] == {choice.question.id: full_response(choice)}
    assert hand.article(page, number).locator("input:checked").count() == 1


def test_deleting_asks_first_and_then_leaves_nothing_behind(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit()
    hand.put_in(page, papers, tmp_path)
    for answer, left in (("#ask-no", len(papers.items)), ("#ask-yes", 0)):
        page.click("#menu summary")
        page.click("[data-do=reset]")
        page.click(answer)
        page.wait_for_selector("#ask", state="hidden")
        assert len(hand.export(page, tmp_path)["answers"]) == left
    assert page.input_value("#who-name") == ""
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':test'))") == []
    page.reload()
    assert hand.export(page, tmp_path)["answers"] == {}


def test_without_storage_it_says_so_and_all_else_works(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit(script=BROKEN_STORAGE)
    fill(page, papers)
    page.wait_for_selector(f"#saved.trouble:has-text('{desk.pages('en').say('student.unsaved')}')")
    full_marks(hand.export(page, tmp_path)["answers"], papers)


def test_on_a_phone_a_whole_sheet_is_done_by_touch(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    fill(page, papers, touch=True)
    full_marks(hand.export(page, tmp_path)["answers"], papers)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lesson", ["town-count", "band-rumour", "river-otters"])
def test_whole_words_are_close_enough_to_every_mark_of_the_key(visit: Open, tmp_path: Path, lesson: str) -> None:
    """Marks go by words, so a span of the key that ends inside a word must still be met by marking the word."""
    papers = desk.papers(lesson)
    page = visit("test", lesson)
    found = [(n, i) for n, i in enumerate(papers.items, 1) if i.key.answer.kind == "text-selection"]
    assert found
    for number, item in found:
        hand.give(page, number, item, full_response(item), papers.sheet)
    answers = hand.export(page, tmp_path)["answers"]
    for _, item in found:
        assert mark(item, answers[item.question.id], papers.grammar) == item.question.points


def test_only_whole_items_count_as_answered(visit: Open) -> None:
    papers = desk.papers()
    page = visit()
    number, item = papers.item("grid")
    rows = full_response(item)
    *most, last = rows
    hand.give(page, number, item, {row: rows[row] for row in most}, papers.sheet)
    assert page.inner_text("#progress-text").startswith("0 of")
    assert page.locator(f'.overview [href="#q{number}"]').get_attribute("data-state") == "some"
    hand.give(page, number, item, {last: rows[last]}, papers.sheet)
    assert page.inner_text("#progress-text").startswith("1 of")


def test_words_of_a_bank_and_beginnings_of_sentences_go_into_fields(visit: Open) -> None:
    papers = desk.papers(lane="support")
    page = visit(lane="support")
    number, item = papers.item("short-text")
    response = item.question.response
    chips = hand.article(page, number).locator("[data-insert]")
    hand.article(page, number).locator("textarea").nth(1).focus()
    chips.nth(0).click()
    assert hand.article(page, number).locator("textarea").nth(1).input_value() == response.bank[0]  # type: ignore[union-attr]
    number, item = papers.item("extended-text")
    for start in hand.article(page, number).locator("[data-insert]").all()[:2]:
        start.click()
    first, second = item.question.response.frame[:2]  # type: ignore[union-attr]
    assert hand.article(page, number).locator("textarea").input_value() == f"{first}\n{second} "
