"""The teacher's screens in a real browser: the right words light up; layers and steps work by keyboard alone."""

import re
import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page

from generator.build.documents import Document, documents
from generator.build.request import Request
from generator.load.content import load_lesson
from generator.load.project import bundled_root, open_project
from generator.load.prompts import load_prompts
from generator.load.theme import contrast
from generator.model.booklet import SheetPassage
from generator.model.theme import Colours, Theme
from generator.render.filters import in_rem, on_dark
from generator.render.pages import Pages
from generator.render.teacher import annotated_page, key_page, notes_page
from tests.checker import violations_in_both_schemes

LESSON, THREE, SPANISH = "footbridge", "band-rumour", "huerto-escolar"
KINDS = ("key", "notes", "annotated")
WALL = {"width": 1280, "height": 800}
Open = Callable[..., Page]
browser_test = pytest.mark.needs_program("chromium")


@cache
def papers(lesson: str) -> tuple[Document, ...]:
    project = open_project(bundled_root())
    loaded = load_lesson(project, lesson)
    assert loaded.dossier is not None
    assert loaded.dossier.dossier is not None
    prompts = load_prompts(project, loaded.dossier.dossier.language)
    request = Request((lesson,), ("html",), ("A",), ("core",))
    return tuple(documents(loaded, prompts, request, []))


def document(kind: str, lesson: str) -> Document:
    return next(one for one in papers(lesson) if one.kind == kind)


def made(kind: str, lesson: str = LESSON, theme: Theme | None = None) -> str:
    project, one = open_project(bundled_root()), document(kind, lesson)
    pages = Pages(project.template_dirs(), load_prompts(project, one.language).ui, one.language, theme)
    if one.kind == "key":
        assert one.sheet is not None
        assert one.key is not None
        return pages.embed_fonts(key_page(pages, one.sheet, one.key))
    if one.kind == "notes":
        assert one.notes is not None
        return pages.embed_fonts(notes_page(pages, one.notes))
    assert one.annotated is not None
    return pages.embed_fonts(annotated_page(pages, one.annotated))


@cache
def html(kind: str, lesson: str = LESSON) -> str:
    return made(kind, lesson)


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`visit(kind, lesson, **context)` opens a screen from a file; it may ask for nothing and say no error."""
    contexts, problems = [], []

    def visit(kind: str, lesson: str = LESSON, **context: Any) -> Page:
        file = tmp_path / f"{lesson}-{kind}.html"
        file.write_text(html(kind, lesson), "utf-8")
        contexts.append(browser.new_context(**{"viewport": WALL, "reduced_motion": "reduce", **context}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: problems.append(asked.url) if asked.url[:5] != "data:" else None)
        page.goto(file.as_uri())
        assert problems.pop(0) == file.as_uri()
        return page

    yield visit
    for context in contexts:
        context.close()
    assert problems == []


LIT = """(selector) => {
  const lines = new Map();
  for (const word of document.querySelectorAll(selector)) {
    if (word.parentElement.closest(selector)) continue;
    const line = word.closest(".line, h2"), copy = word.cloneNode(true);
    for (const sign of copy.querySelectorAll(".no, .bracket")) sign.remove();
    lines.set(line, (lines.get(line) || "") + copy.textContent);
  }
  return [...lines.values()].join(" ");
}"""


def lit(page: Page, selector: str = ".w.lit") -> str:
    """The words that are lit, without numbers and brackets, and with a space between two lines."""
    return str(page.evaluate(LIT, selector))


def seen(where: Locator) -> str:
    """What can be read there now."""
    return re.sub(r"\s+", " ", where.inner_text().replace("\u2060", "")).strip()


# -- what the files are ------------------------------------------------------------------------------


@pytest.mark.parametrize("lesson", [LESSON, THREE, SPANISH])
@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_is_one_file_whose_only_script_is_the_one_it_names(kind: str, lesson: str) -> None:
    page = html(kind, lesson)
    assert page == made(kind, lesson)
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}';" in policy
    assert page.count("<script") == 1
    assert not re.search(r"\son[a-z]+=", re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL))
    addresses = re.findall(r"""\b(?:src|href)=["']([^"'#][^"']*)["']|url\(["']?([^"')]+)""", page)
    assert addresses
    assert all((a or b).startswith(("data:", "#")) for a, b in addresses)


def test_the_key_on_the_screen_says_all_that_the_key_on_paper_says() -> None:
    one = document("key", LESSON)
    assert one.key is not None
    text = unescape(re.sub(r"<[^>]+>", "", html("key"))).replace("\u2060", "")
    text = re.sub(r"\s+", " ", text)
    told = 0
    for entry in one.key.items:
        parts = [entry.rationale, entry.marking, *entry.accept, *entry.misreadings.values()]
        parts += [part for reject in entry.reject for part in (reject.text, reject.why)]
        parts += [part for level in entry.rubric for part in (level.level, level.names)]
        parts += [part for e in entry.evidence for part in (e.quote, e.shows or "")]
        for line in (line for part in parts for line in part.split("\n")):
            assert re.sub(r"\s+", " ", line.replace("**", "")) in text, entry.id
            told += bool(line)
    assert told > 100


def test_a_school_finds_its_name_and_its_colours() -> None:
    theme = Theme(school="Hillside School", foot="Room 4", colours=Colours(attribution="#7a1020"))
    for kind in KINDS:
        page = made(kind, LESSON, theme)
        assert "Hillside School" in page
        assert "Room 4" in page
        assert "--attribution: #7a1020" in page
        assert Colours().attribution not in page.split("</style>")[0]


@given(parts=st.tuples(*[st.integers(0, 255)] * 3))
def test_a_colour_for_white_paper_has_a_lighter_one_for_the_dark(parts: tuple[int, int, int]) -> None:
    colour = "#" + "".join(f"{part:02x}" for part in parts)
    assume(contrast(colour) >= 4.5)
    for paper in ("#14161b", "#1e2128"):
        assert contrast(paper) / contrast(on_dark(colour)) >= 4.5


def test_lengths_of_paper_become_lengths_that_grow_with_the_text() -> None:
    sheet = 'a { margin: 6pt -12pt; width: 25.4mm; color: #12pt34; src: url("data:,9pt+3mm/") }'
    grown = 'a { margin: 0.5rem -1rem; width: 6rem; color: #12pt34; src: url("data:,9pt+3mm/") }'
    assert in_rem(sheet) == grown


def test_unreviewed_notes_are_told_on_every_screen() -> None:
    project = open_project(bundled_root())
    pages = Pages(project.template_dirs(), load_prompts(project, "en").ui)
    one, notes, copy = (document(kind, LESSON) for kind in KINDS)
    assert one.sheet is not None
    assert one.key is not None
    assert notes.notes is not None
    assert copy.annotated is not None
    draft = {"draft": True}
    assert pages.say("draft.key") in key_page(pages, one.sheet, one.key.model_copy(update=draft))
    assert pages.say("draft.notes") in notes_page(pages, notes.notes.model_copy(update=draft))
    assert pages.say("draft.notes") in annotated_page(pages, copy.annotated.model_copy(update=draft))
    assert not [kind for kind in KINDS if pages.say("draft.notes") in html(kind)]
    assert pages.say("draft.key") not in html("key")


# -- the key -----------------------------------------------------------------------------------------


@browser_test
@pytest.mark.parametrize("lesson", [LESSON, THREE])
def test_a_chosen_item_lights_exactly_its_evidence_and_brings_it_into_view(visit: Open, lesson: str) -> None:
    key = document("key", lesson).key
    assert key is not None
    page = visit("key", lesson)
    for number, entry in enumerate(key.items, 1):
        page.locator(f"#item-{number} h3").click()
        for i, evidence in enumerate(entry.evidence, 1):
            assert lit(page, f".w.lit[data-names~=e{number}-{i}]") == evidence.quote, entry.id
        assert page.evaluate(
            "(n) => [...document.querySelectorAll('.w.lit')]"
            ".every((w) => w.dataset.names.split(' ').some((name) => name.startsWith(`e${n}-`)))",
            number,
        )
        lines = set(page.evaluate("[...document.querySelectorAll('.line.has-lit')].map((l) => l.dataset.line)"))
        wanted = {str(n) for e in entry.evidence for n in range(e.lines[0], e.lines[1] + 1) if n > 0}
        assert lines == wanted
        for label in {e.passage for e in entry.evidence}:
            inside = page.evaluate(
                "(label) => { const box = document.getElementById(`text-${label}`);"
                " const a = box.getBoundingClientRect(), b = box.querySelector('.lit').getBoundingClientRect();"
                " return b.top >= a.top && b.bottom <= a.bottom; }",
                label,
            )
            assert inside, f"{entry.id} {label}"


@browser_test
def test_one_quote_is_pointed_at_by_mouse_and_by_keyboard(visit: Open) -> None:
    key = document("key", LESSON).key
    assert key is not None
    number, entry = next((n, e) for n, e in enumerate(key.items, 1) if len(e.evidence) > 2)
    page = visit("key")
    page.locator(f"#item-{number} h3").click()
    assert lit(page, ".w.now") == ""
    proofs = page.locator(f"#item-{number} .proof")
    proofs.nth(1).hover()
    assert lit(page, ".w.now") == entry.evidence[1].quote
    page.mouse.move(0, 0)
    assert lit(page, ".w.now") == ""
    proofs.nth(0).focus()
    page.keyboard.press("Tab")
    assert lit(page, ".w.now") == entry.evidence[1].quote


@browser_test
def test_items_and_steps_by_keyboard_alone(visit: Open) -> None:
    sheet, key = document("key", LESSON).sheet, document("key", LESSON).key
    assert sheet is not None
    assert key is not None
    page = visit("key")
    for pressed, number in (("n", 1), ("n", 2), ("ArrowRight", 3), ("p", 2), ("ArrowLeft", 1)):
        page.keyboard.press(pressed)
        assert page.locator(".answer.chosen").get_attribute("id") == f"item-{number}"
        assert page.evaluate("document.activeElement.id") == f"item-{number}"
        assert page.locator(f"#item-{number}").bounding_box() is not None
    page.keyboard.press("h")
    page.keyboard.press("o")
    assert page.locator(".answer:visible").count() == 1
    for number, (question, entry) in enumerate(zip(sheet.items, key.items, strict=True), 1):
        item = page.locator(f"#item-{number}")
        covered = seen(item)
        assert question.prompt.replace("**", "") in covered
        secrets = [entry.rationale.split("\n")[0], entry.marking, *entry.misreadings.values()]
        secrets += [level.names for level in entry.rubric] + [e.shows for e in entry.evidence if e.shows]
        asked = re.sub(r"\s+", " ", unescape(question.model_dump_json()))
        secrets = [secret.replace("**", "") for secret in secrets if len(secret) > 12 and secret not in asked]
        assert not [secret for secret in secrets if secret in covered], entry.id
        assert lit(page) == ""
        if entry.evidence:
            page.keyboard.press("r")
            assert lit(page) != ""
            assert not [secret for secret in secrets if secret in seen(item)], entry.id
        page.keyboard.press("r")
        assert "shows-answer" in (item.get_attribute("class") or "")
        page.keyboard.press("r")
        assert re.sub(r"\s+", " ", entry.rationale.split("\n")[0].replace("**", "")) in seen(item)
        page.keyboard.press("n")


@browser_test
def test_covered_answers_are_neither_seen_nor_read_out(visit: Open) -> None:
    page = visit("key")
    shown = page.locator(".hand:visible").count()
    ticks = "[...document.querySelectorAll('.box.ticked')].map((b) => getComputedStyle(b).backgroundImage)"
    assert shown > 20
    assert page.evaluate(ticks).count("none") == 0
    page.locator("#hide").click()
    assert page.locator(".hand:visible").count() == 0
    assert set(page.evaluate(ticks)) == {"none"}
    assert page.locator(".brief:visible").count() == 0
    bold = "[...document.querySelectorAll('.options .words')].map((w) => getComputedStyle(w).fontWeight)"
    assert set(page.evaluate(bold)) == {"400"}
    tree = page.locator("main").aria_snapshot()
    assert page.locator("main").get_attribute("data-right") not in re.findall(r"text: (.*)", tree)
    page.locator("#item-2 [data-step=answer]").click()
    assert page.locator(".hand:visible").count() > 0
    assert page.locator(".brief:visible").count() == 1
    page.locator("#hide").click()
    assert page.locator(".hand:visible").count() == shown


@browser_test
def test_keys_can_be_switched_off(visit: Open) -> None:
    page = visit("key")
    page.locator(".keys summary").click()
    page.locator("#use-keys").uncheck()
    page.keyboard.press("n")
    page.keyboard.press("h")
    assert page.locator(".answer.chosen").count() == 0
    assert page.locator("#hide").get_attribute("aria-pressed") == "false"


@browser_test
@pytest.mark.needs_program("pdftotext")
def test_the_key_is_printed_with_passages_and_answers(visit: Open, tmp_path: Path) -> None:
    one = document("key", LESSON)
    assert one.sheet is not None
    assert one.key is not None
    page = visit("key")
    page.keyboard.press("n")
    text = printed(page, tmp_path / "key.pdf")
    for passage in one.sheet.passages:
        for line in passage.lines[1:]:
            assert line.text in text
    for entry in one.key.items:
        assert entry.rationale.split("\n")[0].replace("**", "")[:40] in text
    assert seen(page.locator("#hide")) not in text


def printed(page: Page, file: Path) -> str:
    page.pdf(path=str(file))
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)
    return re.sub(r"\s+", " ", done.stdout.replace("\u2060", ""))


# -- the annotated passages --------------------------------------------------------------------------


def words(passage: SheetPassage, start: int, end: int) -> str:
    """What stands there, with a space between two lines."""
    cut = (line.text[max(0, start - line.start) : max(0, end - line.start)] for line in passage.lines)
    return " ".join(part for part in cut if part)


SHAPES = {
    "attribution": (".column .m-source", "borderBottomStyle", "solid"),
    "marker": (".column .m-marker", "textDecorationStyle", "wavy"),
    "wording": (".column .m-wording", "borderBottomStyle", "dotted"),
    "claim": (".line .claims", "display", "flex"),
}


@browser_test
def test_each_layer_is_switched_by_its_button_and_its_number_and_has_a_shape(visit: Open) -> None:
    page = visit("annotated")
    for number, (layer, (where, style, shape)) in enumerate(SHAPES.items(), 1):
        button = page.locator(f"[data-layer={layer}]")
        drawn = f"getComputedStyle(document.querySelector('{where}')).{style} === '{shape}'"
        for by_key in (True, False, True, False):
            was = page.evaluate(drawn)
            assert button.get_attribute("aria-pressed") == str(was).lower()
            if by_key:
                page.keyboard.press(str(number))
            else:
                button.click()
            assert page.evaluate(drawn) is not was
            assert button.get_attribute("aria-pressed") == str(not was).lower()


@browser_test
def test_a_remark_opens_by_focus_and_click_and_closes_by_escape(visit: Open) -> None:
    copy = document("annotated", LESSON).annotated
    assert copy is not None
    page = visit("annotated")
    page.keyboard.press("2")
    dock = page.locator(".dock")
    first = next(m for m in copy.annotations[0].marks if m.kind == "marker" and m.number == 1)
    page.locator("[data-open=A-marker-1]").focus()
    assert first.note in seen(dock)
    assert lit(page, ".m.lit") == words(copy.passages[0], first.start, first.end)
    page.keyboard.press("Escape")
    assert first.note not in seen(dock)
    assert lit(page, ".m.lit") == ""
    page.locator(".m-marker[data-name=A-marker-1]").first.click()
    assert first.note in seen(dock)
    page.keyboard.press("2")
    assert first.note not in seen(dock)


@browser_test
@pytest.mark.parametrize("lesson", [LESSON, THREE])
def test_a_chosen_claim_lights_its_words_in_every_report_and_joins_them(visit: Open, lesson: str) -> None:
    copy = document("annotated", lesson).annotated
    assert copy is not None
    page = visit("annotated", lesson)
    joined = 0
    for row in copy.comparison:
        rings = page.locator(f"[data-open=claim-{row.number}]")
        if rings.count() == 0:
            continue
        rings.first.click()
        for annotation in copy.annotations:
            passage = next(p for p in copy.passages if p.label == annotation.label)
            spans = [m for m in annotation.marks if m.kind == "claim" and m.number == row.number]
            wanted = " ".join(words(passage, m.start, m.end) for m in spans)
            here = lit(page, f".column[data-label={annotation.label}] .m.lit")
            assert here == wanted, row.topic
        dock = seen(page.locator(".dock"))
        assert row.topic.replace("**", "") in dock
        assert (row.explain or "").replace("**", "") in dock
        places = sum(any(m.number == row.number and m.kind == "claim" for m in a.marks) for a in copy.annotations)
        assert page.locator(".joins path.now").count() == places - 1
        joined += places - 1
        for ring in rings.all():
            box, column = ring.bounding_box(), ring.locator("xpath=ancestor::section[1]").bounding_box()
            assert box is not None
            assert column is not None
            assert column["y"] <= box["y"] <= column["y"] + column["height"]
    assert joined > 4


@browser_test
def test_one_view_at_a_time_by_arrow_keys(visit: Open) -> None:
    copy = document("annotated", THREE).annotated
    assert copy is not None
    page = visit("annotated", THREE)
    views = [button.get_attribute("data-view") for button in page.locator("[data-view]").all()]
    assert views == ["together", "A", "B", "C", "graph", "map", "table"]
    for i in range(len(views)):
        assert page.locator("[data-view][aria-pressed=true]").get_attribute("data-view") == views[i]
        columns = [c.get_attribute("data-label") for c in page.locator(".column:visible").all()]
        assert columns == {"together": ["A", "B", "C"]}.get(str(views[i]), [views[i]] if i < 4 else [])
        pictures = page.locator(".picture:visible svg[role=img]").count()
        assert pictures == (1 if views[i] in ("graph", "map") else 0)
        assert page.locator("#table:visible tbody tr").count() == (len(copy.comparison) if i == 6 else 0)
        page.keyboard.press("ArrowRight")
    assert page.locator("[data-view][aria-pressed=true]").get_attribute("data-view") == "together"


@browser_test
@pytest.mark.needs_program("pdftotext")
def test_all_views_and_remarks_are_printed(visit: Open, tmp_path: Path) -> None:
    copy = document("annotated", SPANISH).annotated
    assert copy is not None
    page = visit("annotated", SPANISH)
    text = printed(page, tmp_path / "annotated.pdf")
    for row in copy.comparison:
        assert (row.explain or "")[:25] in text
    assert seen(page.locator("#hint")) not in text
    for heading in page.locator(".view h2:not(.column h2)").all():
        assert (heading.text_content() or "?") in text
    note = next(m.note for a in copy.annotations for m in a.marks if m.kind == "source")
    assert note[:25] in text


# -- every screen ------------------------------------------------------------------------------------


@browser_test
@pytest.mark.parametrize("lesson", [LESSON, THREE])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_on_any_window(visit: Open, kind: str, lesson: str) -> None:
    page = visit(kind, lesson)
    page.keyboard.press("n")
    # The third is a window of 1280 by 800 at 200 %.
    for width, height in ((320, 640), (390, 844), (640, 400), (768, 1024), (1280, 800), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    for _ in range(8):
        page.keyboard.press("+")
    assert page.locator("#larger").is_disabled()
    for width in (640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@browser_test
def test_frozen_lines_stay_on_one_line_where_there_is_room(visit: Open) -> None:
    for kind, line in (("key", ".text .line"), ("annotated", ".column .line")):
        page = visit(kind)
        heights = page.evaluate(
            f"[...document.querySelectorAll('{line}')].map((l) => l.getBoundingClientRect().height)"
        )
        assert len(heights) > 60
        assert max(heights) < 1.6 * min(heights), kind


@browser_test
@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_checker_finds_nothing(visit: Open, kind: str) -> None:
    page = visit(kind, SPANISH if kind == "annotated" else LESSON)
    assert violations_in_both_schemes(page) == []
    if kind == "key":
        page.keyboard.press("n")
        page.keyboard.press("h")
        page.keyboard.press("r")
        page.locator(".keys summary").click()
        assert violations_in_both_schemes(page) == []
    if kind == "annotated":
        for key in "23nn":
            page.keyboard.press(key)
        assert violations_in_both_schemes(page) == []
        for view in ("A", "graph", "map", "table"):
            page.locator(f"[data-view={view}]").click()
            assert violations_in_both_schemes(page) == [], view
    page.set_viewport_size({"width": 390, "height": 844})
    assert violations_in_both_schemes(page) == []


@browser_test
def test_light_and_dark_are_the_readers_choice(visit: Open) -> None:
    for scheme in ("light", "dark"):
        page = visit("notes", color_scheme=scheme)
        paper = "getComputedStyle(document.body).backgroundColor"
        before = page.evaluate(paper)
        assert (before == "rgb(255, 255, 255)") is (scheme == "light")
        page.locator("#scheme").click()
        assert page.evaluate(paper) != before
        page.emulate_media(media="print", color_scheme=scheme)
        assert page.evaluate(paper) == "rgb(255, 255, 255)"
