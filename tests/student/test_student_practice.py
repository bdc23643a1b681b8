"""Practice: an answer is checked when the student wants it, misreadings are explained, the evidence lights up."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.mark import full_response
from generator.model.item import Choice, Item
from tests.student import desk, hand
from tests.student.conftest import Open

pytestmark = pytest.mark.needs_program("chromium")
SAY = desk.pages("en").say


def check(page: Page, number: int) -> Locator:
    here = hand.article(page, number)
    here.locator("[data-check]").click()
    return here.locator(".verdict")


def marks(item: Item, n: int) -> str:
    return SAY("student.marks", n=n, points=item.question.points)


@pytest.mark.parametrize("lesson", ["footbridge", "helmet-recall"])
def test_the_right_answer_to_every_item_is_right_and_explained(visit: Open, lesson: str) -> None:
    papers = desk.papers(lesson)
    page = visit("practice", lesson)
    for number, item in enumerate(papers.items, 1):
        hand.give(page, number, item, full_response(item), papers.sheet)
        verdict = check(page, number)
        if item.key.answer.kind == "extended-text":
            expect(verdict).to_contain_text(item.key.rubric[0].names)
            continue
        expect(verdict.locator(".result")).to_have_text(
            f"{SAY('student.right')} {marks(item, item.question.points)}"
        )
        expect(verdict).to_contain_text(item.key.rationale.split("\n")[0].replace("**", "")[:20])
        expect(hand.article(page, number).locator("[data-show]")).to_be_hidden()
        assert page.locator(".proof").count() > 0
        for told in hand.article(page, number).locator(".told").all():
            assert told.text_content() == SAY("student.part.right")


def test_a_wrong_choice_tells_its_own_misreading_and_not_the_answer(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("choice")
    response: Any = item.question.response
    assert isinstance(response, Choice)
    wrong = [o.id for o in response.options if o.id in item.key.misreadings]
    assert wrong
    for option in wrong:
        hand.give(page, number, item, option, papers.sheet)
        verdict = check(page, number)
        expect(verdict.locator(".result")).to_contain_text(SAY("student.wrong"))
        expect(verdict).to_contain_text(item.key.misreadings[option].replace("**", ""))
        for other in wrong:
            if other != option:
                assert item.key.misreadings[other] not in verdict.inner_text()
        assert item.key.rationale not in verdict.inner_text()
        assert page.locator(".proof").count() == 0


def test_where_to_look_again_leads_to_the_lines_of_the_evidence(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("choice")
    hand.give(page, number, item, next(iter(item.key.misreadings)), papers.sheet)
    link = check(page, number).locator("[data-part=look] a").first
    link.click()
    evidence = item.key.evidence[0]
    expect(page.locator(f"#{evidence.passage}-{evidence.lines[0]}")).to_contain_class("lit")


def test_showing_the_answer_lights_up_each_quote_and_trying_again_puts_it_out(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("grid")
    first = next(iter(full_response(item)))
    wrong = next(c.id for c in item.question.response.columns if c.id != full_response(item)[first])  # type: ignore[union-attr]
    hand.give(page, number, item, {first: wrong}, papers.sheet)
    check(page, number)
    here = hand.article(page, number)
    here.locator("[data-show]").click()
    lit = " ".join(page.locator(".proof").all_inner_texts())
    for evidence in item.key.evidence:
        assert evidence.quote.split()[0] in lit
    assert here.locator("td.answer-here").count() == len(full_response(item))
    here.locator("[data-again]").click()
    assert page.locator(".proof, .told, .answer-here").count() == 0
    expect(here.locator(".verdict")).to_be_empty()
    assert here.locator("input:checked").count() == 1


def test_each_quote_of_the_key_stands_where_the_page_lights_it_up(visit: Open) -> None:
    """The words lit up are the quote itself, line breaks aside."""
    for lesson in ("footbridge", "huerto-escolar"):
        papers = desk.papers(lesson)
        page = visit("practice", lesson)
        data = page.evaluate("JSON.parse(document.getElementById('data').textContent).key")
        texts = {
            p.label: {line.start + i: c for line in p.lines for i, c in enumerate(line.text)}
            for p in papers.sheet.passages
        }
        for item in papers.items:
            spans = data[item.question.id]["evidence"]
            assert len(spans) == len(item.key.evidence)
            for (label, start, end), evidence in zip(spans, item.key.evidence, strict=True):
                lit = "".join(texts[label].get(at, " ") for at in range(start, end))
                assert lit.split() == evidence.quote.split()


def test_a_new_answer_takes_back_what_was_said_of_the_old_one(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    for kind in ("choice", "match", "order", "short-text"):
        number, item = papers.item(kind)
        hand.give(page, number, item, full_response(item), papers.sheet)
        verdict = check(page, number)
        expect(verdict.locator(".result")).to_be_visible()
        here = hand.article(page, number)
        if kind == "choice":
            here.locator("input:not(:checked)").first.check()
        elif kind == "match":
            here.locator("select").first.select_option(index=0)
        elif kind == "order":
            here.locator('[data-move="1"]').first.click()
        else:
            here.locator("textarea").first.fill("x")
        expect(verdict).to_be_empty()
        assert here.locator(".told").count() == 0


def test_an_unknown_word_is_not_called_wrong(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("short-text")
    hand.give(page, number, item, dict.fromkeys(full_response(item), "wombat"), papers.sheet)
    verdict = check(page, number)
    expect(verdict).to_contain_text(SAY("student.compare"))
    expect(verdict).to_contain_text(SAY("student.unknown"))
    expect(verdict).to_contain_text(SAY("student.marks.listed", n=0, points=item.question.points))
    assert SAY("student.wrong") not in hand.article(page, number).inner_text()
    assert marks(item, 0) not in verdict.inner_text()


def test_a_mark_with_words_too_many_is_called_close_and_one_elsewhere_is_not(visit: Open) -> None:
    papers = desk.papers()
    number, item = papers.item("text-selection")
    response: Any = item.question.response
    span = next(iter(full_response(item)))
    words = hand.words_of(papers.sheet, response)
    taken = [(a, b) for _, a, b in full_response(item)]
    at = next(i for i, (a, b) in enumerate(words) if a < span[2] and span[1] < b)
    far = next(w for w in words if all(w[1] <= a or b <= w[0] for a, b in taken))
    end = words[min(at + 8, len(words) - 1)][1]
    page = visit("practice")
    hand.give(page, number, item, [(span[0], words[at][0], end), (span[0], *far)], papers.sheet)
    check(page, number)
    told = hand.article(page, number).locator(".marks .told")
    expect(told).to_have_text([SAY("student.part.near"), SAY("student.part.wrong")])


def test_the_key_is_not_read_out_at_one_go(visit: Open) -> None:
    """What is said aloud is the result and what explains it; the key itself is there to be read."""
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("choice")
    hand.give(page, number, item, full_response(item), papers.sheet)
    verdict = check(page, number)
    expect(page.locator("#live")).to_contain_text(SAY("student.right"))
    expect(verdict).to_contain_text(item.key.evidence[0].quote)
    assert item.key.evidence[0].quote not in page.locator("#live").inner_text()
    assert page.locator("[role=status], [aria-live]").count() == 1
    wrong = next(o for o in item.key.misreadings if o != full_response(item))
    hand.give(page, number, item, wrong, papers.sheet)
    check(page, number)
    expect(page.locator("#live")).to_contain_text(item.key.misreadings[wrong].replace("**", ""))


def test_a_refused_answer_is_told_why(visit: Open) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("short-text")
    reject = next(r for r in item.key.reject if len(r.text.split()) == 1)
    hand.give(page, number, item, dict.fromkeys(full_response(item), reject.text), papers.sheet)
    expect(check(page, number)).to_contain_text(reject.why[:40])


def test_nothing_is_checked_before_there_is_an_answer(visit: Open) -> None:
    page = visit("practice")
    for number in range(1, len(desk.papers().items) + 1):
        expect(check(page, number)).to_have_text(SAY("student.first"))


def test_practice_is_not_kept_as_a_test(visit: Open, tmp_path: Path) -> None:
    papers = desk.papers()
    page = visit("practice")
    number, item = papers.item("choice")
    hand.give(page, number, item, full_response(item), papers.sheet)
    expect(page.locator("#saved")).to_have_text(SAY("student.saved"))
    assert hand.export(visit("test"), tmp_path)["answers"] == {}


def test_places_to_look_at_again_never_share_a_line(visit: Open) -> None:
    for lesson in ("footbridge", "huerto-escolar"):
        page = visit("practice", lesson)
        refs: list[list[str]] = page.evaluate(
            "[...document.querySelectorAll('.item template')].map((t) =>"
            " [...t.content.querySelectorAll('[data-part=look] a')].map((a) => a.dataset.ref))"
        )
        for item, links in zip(desk.papers(lesson).items, refs, strict=True):
            named = [(r[0], n) for r in map(str.split, links) for n in range(int(r[1]), int(r[2]) + 1)]
            assert len(named) == len(set(named))
            wanted = {(e.passage, n) for e in item.key.evidence for n in range(e.lines[0], e.lines[1] + 1)}
            assert set(named) == wanted


def test_a_refused_pair_is_told_why(visit: Open) -> None:
    papers = desk.papers("huerto-escolar", "extension")
    number, item = next(
        (n, i) for n, i in enumerate(papers.items, 1) if i.key.answer.kind == "match" and i.key.reject
    )
    response: Any = item.question.response
    pairs = {f"{r.text.rstrip('.')}: {o.text}": (r.id, o.id) for r in response.rows for o in response.options}
    reject = next(r for r in item.key.reject if r.text in pairs)
    page = visit("practice", "huerto-escolar", "extension")
    hand.give(page, number, item, dict([pairs[reject.text]]), papers.sheet)
    expect(check(page, number)).to_contain_text(reject.why)
