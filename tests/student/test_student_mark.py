"""The page's own marking is the program's marking: the same marks for the same answers, whatever they are."""

import copy
import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.mark import folded, full_response, mark
from generator.model.item import Item
from tests.student import desk

pytestmark = pytest.mark.needs_program("chromium")
LESSONS = ("footbridge", "helmet-recall", "band-rumour", "huerto-escolar", "roman-well")
TRIES = 40


@pytest.fixture(scope="module")
def marker(browser: Browser) -> Iterator[Page]:
    """A page with the marking functions and nothing else."""
    context = browser.new_context()
    page = context.new_page()
    page.add_script_tag(content=(desk.TEMPLATES / "student" / "js" / "mark.js").read_text("utf-8"))
    yield page
    context.close()


def noise(rng: Random, text: str) -> str:
    """The same words as somebody else may write them, or others."""
    ways = (
        str.upper,
        str.title,
        lambda t: f"  {t}. ",
        lambda t: f"“{t}”",
        lambda t: f"the {t}",
        lambda t: f"el {t}",
    )
    more = (lambda t: t.replace(" ", "\u00a0 \n"), lambda t: t[: len(t) // 2], lambda t: t + " x", lambda _: "?")
    return rng.choice((*ways, *more))(text)


def perturbed(rng: Random, item: Item, pool: list[Any]) -> Any:
    """An answer somewhere between full and nonsense, in the shape that the item takes."""
    full: Any = copy.deepcopy(full_response(item))
    kind = item.question.response.kind
    response: Any = item.question.response
    if kind == "choice":
        return rng.choice([*(o.id for o in response.options), None])
    if kind == "multi-choice":
        return [o.id for o in response.options if rng.random() < 0.5]
    if kind in ("match", "grid"):
        ids = [o.id for o in (response.options if kind == "match" else response.columns)]
        return {row: rng.choice([option, *ids]) for row, option in full.items() if rng.random() < 0.8}
    if kind == "order":
        rng.shuffle(full)
        return [None if rng.random() < 0.15 else id_ for id_ in full]
    if kind == "short-text":
        return {
            id_: rng.choice([text, noise(rng, text), rng.choice(pool), ""])
            for id_, text in full.items()
            if rng.random() < 0.9
        }
    if kind == "text-selection":
        moved = [(m, max(0, a + rng.randint(-6, 6)), b + rng.randint(-3, 12)) for m, a, b in full]
        marks = [m for m in moved if rng.random() < 0.8 and m[1] < m[2]]
        marks += [(rng.choice(full)[0], at, at + 9) for at in rng.sample(range(1500), rng.randint(0, 2))]
        rng.shuffle(marks)
        return marks
    return rng.choice([full, "", "words"])


@pytest.mark.parametrize("lesson", LESSONS)
def test_marks_are_the_same_for_full_empty_and_many_other_answers(marker: Page, lesson: str) -> None:
    papers = desk.papers(lesson)
    rng = Random(lesson)
    pool = [
        b.model for i in papers.items if i.key.answer.kind == "short-text" for b in i.key.answer.blanks.values()
    ]
    cases, wanted = [], []
    for item in papers.items:
        answers = [full_response(item), None, "", [], {}]
        answers += [perturbed(rng, item, pool or ["word"]) for _ in range(TRIES)]
        for answer in answers:
            cases.append([item.key.answer.model_dump(mode="json"), item.question.points, answer])
            wanted.append(mark(item, answer, papers.grammar))
    judging = (
        "([cases, articles]) => cases.map(([key, points, given]) => judge(key, points, given, articles).marks)"
    )
    found = marker.evaluate(judging, [cases, papers.grammar.words("articles")])
    wrong = [(json.dumps(c)[:600], w, f) for c, w, f in zip(cases, wanted, found, strict=True) if w != f]
    assert wrong == []
    closed = [w for w, (answer, _, _) in zip(wanted, cases, strict=True) if answer["kind"] != "extended-text"]
    assert len(set(closed)) > 3


TEXTS = st.lists(
    st.text(
        st.characters(max_codepoint=0x2FF) | st.sampled_from("’‘“”«»–¿¡ßſµςΣﬁﬆẞİŉ\x1c\x85\u2003\ufeff"),
        max_size=14,
    )
    | st.sampled_from(["the council", "The  Council.", "“a”", "la", "la casa", "?", "-", "un  dos", "AN apple"]),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60)
@given(TEXTS)
def test_texts_fold_alike(marker_page: Page, texts: list[str]) -> None:
    for lesson in ("footbridge", "huerto-escolar"):
        grammar = desk.papers(lesson).grammar
        found = marker_page.evaluate(
            "([texts, articles]) => texts.map((text) => folded(text, articles))",
            [texts, grammar.words("articles")],
        )
        assert found == [folded(text, grammar) for text in texts]


def test_each_letter_folds_alike(marker: Page) -> None:
    """Latin letters and signs one by one, where chance may pass over the rare ones."""
    signs = [chr(code) for code in range(0x20, 0x345)] + [*"ςΣµẞﬀﬁﬂﬃﬄﬅﬆ–—’“€…"]
    texts = [f"a{sign}b c" for sign in signs] + [f"{sign}x" for sign in signs] + [f"x{sign}" for sign in signs]
    found = marker.evaluate("(texts) => texts.map((text) => folded(text, []))", texts)
    wrong = [(text, folded(text), got) for text, got in zip(texts, found, strict=True) if folded(text) != got]
    assert wrong == []


@pytest.fixture(scope="module")
def marker_page(marker: Page) -> Page:
    return marker
