"""A student's hand: gives answers on a page as people do, and reads what the page holds."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from generator.mark import full_response
from generator.model.booklet import Worksheet
from generator.model.item import Item, TextSelection
from tests.student.desk import Papers

_WORD = re.compile(r"[^\s\u2013\u2014]+")


def article(page: Page, number: int) -> Locator:
    return page.locator(f"#q{number}")


def give(page: Page, number: int, item: Item, given: Any, sheet: Worksheet, touch: bool = False) -> None:
    """Answers an item with mouse or finger."""
    here = article(page, number)
    kind = item.question.response.kind
    if kind in ("choice", "multi-choice"):
        for value in [given] if kind == "choice" else given:
            here.locator(f'input[value="{value}"]').check()
    elif kind == "match":
        for row, option in given.items():
            here.locator(f'[data-row="{row}"] select').select_option(option)
    elif kind == "grid":
        for row, column in given.items():
            here.locator(f'[data-row="{row}"] input[value="{column}"]').check()
    elif kind == "order":
        put_in_order(here, given)
    elif kind == "short-text":
        for blank, text in given.items():
            here.locator(f'[data-blank="{blank}"] textarea').fill(text)
    elif kind == "extended-text":
        here.locator("textarea.long").fill(given)
    else:
        mark_words(page, here, item, given, sheet, touch)


def put_in_order(here: Locator, wanted: list[str]) -> None:
    for at, option in enumerate(wanted):
        while order_of(here).index(option) > at:
            here.locator(f'li[data-option="{option}"] [data-move="-1"]').click()
    if here.locator("[data-keep]").is_visible():
        here.locator("[data-keep]").click()


def order_of(here: Locator) -> list[str]:
    return [str(li.get_attribute("data-option")) for li in here.locator(".order > li").all()]


def words_of(sheet: Worksheet, response: TextSelection) -> list[tuple[int, int]]:
    """Start and end of each word of the lines to look at, in the order of the text."""
    passage = next(p for p in sheet.passages if p.label == response.passage)
    lines = [line for line in passage.lines if response.lines[0] <= line.n <= response.lines[1]]
    return [(line.start + m.start(), line.start + m.end()) for line in lines for m in _WORD.finditer(line.text)]


def first_and_last(words: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Indexes of the words that hold a span."""
    inside = [i for i, (a, b) in enumerate(words) if a < end and start < b]
    return inside[0], inside[-1]


def mark_words(page: Page, here: Locator, item: Item, spans: Any, sheet: Worksheet, touch: bool) -> None:
    response = item.question.response
    assert isinstance(response, TextSelection)
    here.locator("[data-mark]").click()
    words = words_of(sheet, response)
    for kind, start, end in spans:
        page.locator(f'#marking input[value="{kind}"]').check()
        first, last = first_and_last(words, start, end)
        one, other = (page.locator(f'.word[data-word="{i}"]').first for i in (first, last))
        if touch:
            one.tap()
            other.tap()
        elif first == last:
            one.click()
            one.click()
        else:
            drag(page, one, other)
    page.locator("#marking [data-done]").click()


def drag(page: Page, one: Locator, other: Locator) -> None:
    one.scroll_into_view_if_needed()
    for place, deed in ((one, page.mouse.down), (other, page.mouse.up)):
        box = place.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        deed()


def export(page: Page, folder: Path) -> dict[str, Any]:
    """The file that the page gives out."""
    with page.expect_download() as waiting:
        page.locator(".finish [data-do=export]").click()
    path = folder / "answers.json"
    waiting.value.save_as(path)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def put_in(page: Page, papers: Papers, folder: Path, name: str = "Ana") -> None:
    """Gives all answers of the key at once, by a file."""
    answers = {item.question.id: full_response(item) for item in papers.items}
    frame = {"format": "secondsource-answers", "version": 1, "form_id": papers.sheet.form_id, "name": name}
    (folder / "in.json").write_text(json.dumps({**frame, "answers": answers}), "utf-8")
    page.set_input_files("#file", folder / "in.json")
    expect(page.locator("#who-name")).to_have_value(name)


def comparable(answers: dict[str, Any], items: tuple[Item, ...]) -> dict[str, Any]:
    """Answers in one shape: chosen options in the order of their names, and marks left out."""
    kinds = {item.question.id: item.question.response.kind for item in items}
    sorts = {id_: sorted(given) if kinds[id_] == "multi-choice" else given for id_, given in answers.items()}
    return {id_: given for id_, given in sorts.items() if kinds[id_] != "text-selection"}
