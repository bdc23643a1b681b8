"""Access for all: the checker finds nothing in any face of the page; it prints with the answers in it."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.mark import full_response
from tests.checker import violations, violations_in_both_schemes
from tests.student import desk, hand
from tests.student.conftest import PHONE, WIDE, Open

pytestmark = pytest.mark.needs_program("chromium")
SCREENS = {"wide": {"viewport": WIDE}, "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True}}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("mode", ["test", "practice"])
def test_the_checker_finds_nothing(visit: Open, mode: str, screen: str) -> None:
    papers = desk.papers()
    page = visit(mode, **SCREENS[screen])
    number, item = papers.item("text-selection")
    hand.give(page, number, item, full_response(item)[:2], papers.sheet, touch=screen == "phone")
    if mode == "practice":
        for kind in ("choice", "grid", "extended-text"):
            n, one = papers.item(kind)
            hand.give(page, n, one, full_response(one), papers.sheet)
            hand.article(page, n).locator("[data-check]").click()
        hand.article(page, number).locator("[data-check]").click()
        hand.article(page, number).locator("[data-show]").click()
    page.locator("#menu").evaluate("(menu) => { menu.open = true; }")
    assert violations_in_both_schemes(page) == []
    if mode == "practice":
        return
    page.keyboard.press("Escape")
    page.locator(f"#q{number} [data-mark]").click()
    page.locator("#marking summary").click()
    assert violations_in_both_schemes(page) == []


@pytest.mark.parametrize("lesson", ["helmet-recall", "huerto-escolar"])
def test_the_checker_finds_nothing_in_other_lessons(visit: Open, lesson: str) -> None:
    page = visit("test", lesson, "support")
    assert violations(page) == []
    page.click("#menu summary")
    page.click("[data-do=reset]")
    expect(page.locator("#ask")).to_be_visible()
    assert violations(page) == []


def test_the_switch_goes_over_the_device_s_own_choice_and_is_remembered(visit: Open) -> None:
    page = visit(color_scheme="dark")
    paper = "getComputedStyle(document.querySelector('.pane')).backgroundColor"
    dark = page.evaluate(paper)
    page.click("#menu summary")
    page.click("#scheme")
    light = page.evaluate(paper)
    assert (light, dark) == ("rgb(255, 255, 255)", page.evaluate("'rgb(27, 29, 34)'"))
    page.reload()
    assert page.evaluate(paper) == light
    expect(page.locator("#scheme")).to_have_attribute("aria-pressed", "false")


def test_nothing_moves_for_those_who_want_no_motion(visit: Open) -> None:
    page = visit(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].map((e) => getComputedStyle(e)).filter((s) =>
        s.scrollBehavior === 'smooth' || s.animationName !== 'none' || s.transitionDuration !== '0s').length"""
    )
    assert moving == 0


def test_marks_keep_their_shape_in_forced_colours(visit: Open) -> None:
    papers = desk.papers()
    page = visit(forced_colors="active")
    number, item = papers.item("text-selection")
    hand.give(page, number, item, full_response(item)[:1], papers.sheet)
    style = page.locator(".passage .m-wavy").first.evaluate("(e) => getComputedStyle(e).textDecorationStyle")
    assert style == "wavy"
    assert violations(page) == []


def test_headings_are_in_order_and_each_question_is_named(visit: Open) -> None:
    page = visit()
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    for number, item in enumerate(desk.papers().items, 1):
        name = page.get_by_role("group", name=re.compile(f"^{number} "))
        assert name.count() == 1, item.question.id


# -- paper -----------------------------------------------------------------------------------------


@pytest.mark.needs_program("pdftotext")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_with_the_answers_in_it(visit: Open, tmp_path: Path, scheme: str) -> None:
    papers = desk.papers()
    page = visit(color_scheme=scheme, viewport=PHONE)
    given: dict[str, Any] = {item.question.id: full_response(item) for item in papers.items}
    hand.put_in(page, papers, tmp_path, name="Ana Ruiz")
    page.click(".views [data-view=questions]")
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    command = ["pdftotext", "-layout", str(tmp_path / "sheet.pdf"), "-"]
    rows = subprocess.run(command, check=True, capture_output=True, text=True).stdout.replace("\u2060", "")
    text = re.sub(r"\s+", " ", rows)
    assert "Ana Ruiz" in text
    lines = [re.sub(r"\s+", " ", row) for row in rows.splitlines()]
    for passage in papers.sheet.passages:
        for line in passage.lines[1:]:
            assert any(line.text in row for row in lines), line
    places = [text.find(q.prompt.split("**")[0][:24]) for q in papers.sheet.items]
    assert text.find(papers.sheet.passages[-1].lines[-1].text) < places[0]
    assert places == sorted(places)
    for item in papers.items:
        answer = given[item.question.id]
        if item.question.response.kind == "short-text":
            assert all(words in text for words in answer.values())
        elif item.question.response.kind == "extended-text":
            assert re.sub(r"\s+", " ", answer)[:60] in text
        elif item.question.response.kind == "match":
            options = {o.id: o.text for o in item.question.response.options}  # type: ignore[union-attr]
            assert all(f"– {options[id_]}" in text for id_ in answer.values())
    for word in ("student.print", "student.export", "student.menu", "student.mark.remove"):
        assert desk.pages("en").say(word) not in text
    assert papers.sheet.form_id in text


def test_ticks_and_order_are_seen_on_paper(visit: Open) -> None:
    papers = desk.papers()
    page = visit()
    number, item = papers.item("choice")
    hand.give(page, number, item, full_response(item), papers.sheet)
    n, order = papers.item("order")
    hand.give(page, n, order, full_response(order), papers.sheet)
    page.emulate_media(media="print")
    look = "(e) => [getComputedStyle(e).backgroundColor, getComputedStyle(e).appearance]"
    here = hand.article(page, number)
    ticked = here.locator("input:checked").evaluate(look)
    blank = here.locator("input:not(:checked)").first.evaluate(look)
    assert ticked[1] == blank[1] == "none"
    assert ticked[0] != blank[0]
    slots = hand.article(page, n).locator(".slot").all_inner_texts()
    assert slots == [str(i) for i in range(1, len(slots) + 1)]
    assert page.locator("button:visible").count() == 0
