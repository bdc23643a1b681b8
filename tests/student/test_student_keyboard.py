"""The whole page without a mouse: a sheet completed with the keyboard alone, and the ways around the page."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.mark import full_response, mark
from tests.student import desk, hand
from tests.student.conftest import WIDE, Open

pytestmark = pytest.mark.needs_program("chromium")

FOCUS = """() => {
  const at = document.activeElement;
  const article = at.closest('.item');
  const near = (selector, name) => at.closest(selector) && at.closest(selector).dataset[name];
  return {
    item: article && article.dataset.item, tag: at.tagName, type: at.type || '', value: at.value,
    row: near('[data-row]', 'row'), blank: near('[data-blank]', 'blank'), option: near('[data-option]', 'option'),
    mark: 'mark' in at.dataset, move: at.dataset.move, who: at.dataset.who, word: at.dataset.word,
    export: Boolean(at.closest('.finish')) && at.dataset.do === 'export',
    order: article ? [...article.querySelectorAll('.order > li')].map((li) => li.dataset.option) : [],
    selects: at.tagName === 'SELECT' ? [...at.options].map((option) => option.value) : [],
    radios: at.type === 'radio' ? [...document.getElementsByName(at.name)].map((radio) => radio.value) : [],
  };
}"""


class Typist:
    """Moves through the page with Tab and answers whatever gets the focus."""

    def __init__(self, page: Page, papers: desk.Papers) -> None:
        self.page, self.papers = page, papers
        self.wanted = {item.question.id: full_response(item) for item in papers.items}
        self.items = {item.question.id: item for item in papers.items}
        self.ordered: set[str] = set()
        self.marked: set[str] = set()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def focus(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(FOCUS)
        return found

    def work(self) -> None:
        for _ in range(600):
            at = self.focus()
            if at["export"]:
                return
            if at["who"] == "name":
                self.page.keyboard.type("Ana")
            elif at["item"]:
                self.answer(at)
            self.press("Tab")
        raise AssertionError("the end of the page was not reached")

    def answer(self, at: dict[str, Any]) -> None:
        wanted = self.wanted[at["item"]]
        if at["type"] == "radio":
            value = wanted[at["row"]] if at["row"] else wanted
            place = at["radios"].index(value)
            self.press(*["ArrowDown"] * place if place else ["Space"])
        elif at["type"] == "checkbox":
            if at["value"] in wanted:
                self.press("Space")
        elif at["tag"] == "SELECT":
            self.press(*["ArrowDown"] * at["selects"].index(wanted[at["row"]]))
        elif at["tag"] == "TEXTAREA":
            self.page.keyboard.insert_text(wanted[at["blank"]] if at["blank"] else wanted)
        elif at["mark"] and at["item"] not in self.marked:
            self.marked.add(at["item"])
            self.mark(self.items[at["item"]], wanted)
        elif at["move"] and at["item"] not in self.ordered:
            self.ordered.add(at["item"])
            self.put_in_order(wanted)

    def put_in_order(self, wanted: list[str]) -> None:
        while True:
            at = self.focus()
            wrong = next((i for i, id_ in enumerate(at["order"]) if id_ != wanted[i]), None)
            if wrong is None:
                return
            if at["option"] == wanted[wrong] and at["move"] == "-1":
                self.press("Enter")
            elif at["move"]:
                back = at["order"].index(at["option"]) >= at["order"].index(wanted[wrong]) and at["move"] == "1"
                self.press("Shift+Tab" if back else "Tab")
            else:
                self.press("Shift+Tab")

    def mark(self, item: Any, spans: Any) -> None:
        self.press("Enter")
        words = hand.words_of(self.papers.sheet, item.question.response)
        kinds = [kind.id for kind in item.question.response.marks]
        for kind, start, end in spans:
            first, last = hand.first_and_last(words, start, end)
            self.press(str(kinds.index(kind) + 1))
            self.go_to(first)
            self.press("Enter")
            self.go_to(last)
            self.press("Enter")
        self.press("Escape")

    def go_to(self, wanted: int) -> None:
        self.press("Home")
        at = int(self.focus()["word"])
        while at > wanted:
            self.press("ArrowUp", "Home")
            at = int(self.focus()["word"])
        while True:
            self.press("ArrowDown", "Home")
            below = int(self.focus()["word"])
            if below > wanted:
                self.press("ArrowUp", "Home")
            if below > wanted or below == at:
                break
            at = below
        self.press(*["ArrowRight"] * (wanted - at))
        assert int(self.focus()["word"]) == wanted


@pytest.mark.parametrize("lesson", ["footbridge", "footbridge-starter"])
def test_a_whole_sheet_with_the_keyboard_alone(visit: Open, tmp_path: Path, lesson: str) -> None:
    papers = desk.papers(lesson)
    page = visit("test", lesson)
    typist = Typist(page, papers)
    typist.work()
    with page.expect_download() as waiting:
        typist.press("Enter")
    waiting.value.save_as(tmp_path / "a.json")
    made = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert made["name"] == "Ana"
    for item in papers.items:
        given = made["answers"].get(item.question.id)
        assert given is not None, item.question.id
        open_ended = item.key.answer.kind == "extended-text"
        assert mark(item, given, papers.grammar) == (None if open_ended else item.question.points), (
            item.question.id
        )
    if lesson == "footbridge":
        assert {item.question.response.kind for item in papers.items} == {
            *("choice", "multi-choice", "match", "grid", "order", "short-text", "extended-text", "text-selection")
        }


def test_the_first_tab_leads_past_everything(visit: Open) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    expect(page.locator(".skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#questions")).to_be_focused()


def test_a_reference_lights_its_lines_and_leads_back(visit: Open) -> None:
    page = visit()
    link = page.locator("#q1 a.ref").first
    label, first, last = str(link.get_attribute("data-ref")).split()
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{label}-{first}")).to_be_focused()
    expect(page.locator(f"#{label}-{first}")).to_be_in_viewport()
    lit = page.locator(".line.lit")
    assert [int(str(line.get_attribute("data-n"))) for line in lit.all()] == [*range(int(first), int(last) + 1)]
    page.locator("#back").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    expect(page.locator("#back")).to_be_hidden()


def test_a_mark_is_taken_away_again_by_keyboard(visit: Open) -> None:
    papers = desk.papers()
    number, _ = papers.item("text-selection")
    page = visit()
    page.locator(f"#q{number} [data-mark]").focus()
    for key in ("Enter", "Enter", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    marks = page.locator(f"#q{number} .marks li")
    expect(marks).to_have_count(1)
    page.keyboard.press("Delete")
    expect(marks).to_have_count(0)
    for key in ("Enter", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("#marking")).to_be_visible()
    expect(marks).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#marking")).to_be_hidden()
    expect(page.locator(f"#q{number} [data-mark]")).to_be_focused()


def test_what_moves_in_an_order_is_said(visit: Open) -> None:
    number, item = desk.papers().item("order")
    page = visit()
    page.locator(f'#q{number} [data-move="1"]').first.focus()
    page.keyboard.press("Enter")
    text = item.question.response.options[0].text  # type: ignore[union-attr]
    said = desk.pages("en").say(
        "student.order.moved", text=text, number=2, total=len(item.question.response.options)
    )  # type: ignore[union-attr]
    expect(page.locator("#live")).to_contain_text(said)


@pytest.mark.parametrize("zoom", [1, 2])
def test_all_text_stays_within_reach_at_twice_the_size(visit: Open, zoom: int) -> None:
    page = visit(viewport={"width": WIDE["width"] // zoom, "height": WIDE["height"] // zoom})
    page.click("#menu summary")
    for _ in range(3):
        page.click("#larger")
    expect(page.locator("#larger")).to_be_disabled()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    wide = page.evaluate(
        "[...document.querySelectorAll('.pane')].filter((p) => p.scrollWidth > p.clientWidth + 1).map((p) => p.id)"
    )
    assert wide == []
