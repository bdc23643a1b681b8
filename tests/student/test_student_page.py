"""The file itself: whole, shut off from the net, and for a test without anything of the key."""

import html as markup
import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.model.item import KeyEntry
from generator.model.theme import Colours, Logo, Theme
from generator.render.pages import Pages
from generator.render.student import night, student_page
from tests.student import desk
from tests.student.conftest import PHONE, WIDE, Open

LESSONS = ("footbridge", "helmet-recall", "band-rumour", "huerto-escolar")


def block(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", markup.unescape(text).replace("**", "").replace("\u2060", ""))


def secrets(entry: KeyEntry) -> list[str]:
    """Every sentence that only the key holds."""
    found = [entry.rationale, entry.marking, *entry.misreadings.values(), *entry.accept]
    found += [reject.why for reject in entry.reject]
    found += [text for level in entry.rubric for text in (level.names, level.sample)]
    return [plain(text) for text in found if len(text) > 16]


# -- the key ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lane", ["core", "support"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_test_holds_no_sentence_of_the_key_and_practice_holds_them(lesson: str, lane: str) -> None:
    papers = desk.papers(lesson, lane)
    hidden = [text for entry in papers.key.items for text in secrets(entry)]
    assert len(hidden) > 30
    for mode, holds in (("test", False), ("practice", True)):
        page = desk.bare(mode, lesson, lane)
        texts = plain(page), plain(re.sub(r"<[^>]+>", "", page)), json.dumps(block(page), ensure_ascii=False)
        found = [secret for secret in hidden if any(secret in text for text in texts)]
        assert (len(found) > len(hidden) * 0.8) if holds else found == []


def test_a_test_knows_of_each_question_only_what_is_on_paper() -> None:
    data = block(desk.html("test"))
    assert set(data) == {"mode", "form_id", "lesson", "title", "language", "words", "items"}
    allowed = {"id", "number", "kind", "choose", "rows", "options", "blanks", "passage", "lines", "find", "marks"}
    for item in data["items"]:
        assert set(item) <= allowed


def test_options_stand_in_the_order_of_the_sheet_and_look_alike() -> None:
    sheet, page = desk.papers().sheet, desk.html("test")
    options = re.findall(r"<li data-option=.*?</li>", page, re.DOTALL)
    assert len(options) > 20
    shapes = {re.sub(r'="[^"]*"|>[^<]+<', "", re.sub(r"</?strong>", "", option)) for option in options}
    assert len(shapes) == 2, "one shape for boxes, one for lines to order"
    for q in sheet.items:
        ids = [o.id for o in getattr(q.response, "options", ())]
        places = [page.index(f'"{id_}"', page.index(f'data-item="{q.id}"')) for id_ in ids]
        assert places == sorted(places)


def test_a_test_has_no_code_that_judges() -> None:
    script = desk.html("test").rsplit("<script>", 1)[1]
    for word in ("judge", "misreading", "rubric", "rationale", "proof_", "evidence", "data.key"):
        assert word not in script
    assert "judge" in desk.html("practice").rsplit("<script>", 1)[1]


@pytest.mark.needs_program("chromium")
def test_a_test_leaves_nothing_in_the_memory_of_its_window(visit: Open, browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<!doctype html><title>empty</title>")
    empty = browser.new_page()
    empty.goto((tmp_path / "empty.html").as_uri())
    known = set(empty.evaluate("Object.getOwnPropertyNames(window)"))
    empty.close()
    page = visit()
    named = set(page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)"))
    assert set(page.evaluate("Object.getOwnPropertyNames(window)")) - known - named == set()
    text = plain(page.evaluate("document.documentElement.outerHTML"))
    assert [secret for entry in desk.papers().key.items for secret in secrets(entry) if secret in text] == []


# -- the net ---------------------------------------------------------------------------------------


@pytest.mark.needs_program("chromium")
@pytest.mark.parametrize("mode", ["test", "practice"])
def test_no_request_leaves_the_file(browser: Browser, tmp_path: Path, mode: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(desk.html(mode), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    page.fill("#who-name", "Ana")
    page.click("#menu summary")
    page.click("[data-do=reset]")
    page.click("#ask-yes")
    page.emulate_media(media="print")
    # The policy refuses a request even where a script of the page would make one.
    refused = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'refused')")
    context.close()
    assert refused == "refused"
    assert [url for url in asked if not url.startswith(("data:", "https://example.org"))] == [file.as_uri()]
    assert [url for url in asked if url.startswith("https:")] == []


@pytest.mark.parametrize("mode", ["test", "practice"])
def test_only_the_page_s_own_script_may_run(mode: str) -> None:
    page = desk.html(mode)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert policy
    assert len(scripts) == 1
    hashed = b64encode(sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{hashed}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert "eval" not in policy[1]
    assert re.search(r"\son[a-z]+=|javascript:|\beval\(|new Function", page) is None
    addresses = re.findall(r"""(?:src|href)=["']([^"'#][^"']*)["']|url\(["']?([^"')]+)""", page)
    assert addresses
    assert all((a or b).startswith("data:") for a, b in addresses)


@pytest.mark.parametrize("mode", ["test", "practice"])
def test_no_word_for_people_stands_in_a_script(mode: str) -> None:
    """Texts in the scripts are names of things: at most one word without a blank, or parts of selectors."""
    for file in sorted((desk.TEMPLATES / "student" / "js").glob("*.js")):
        code = re.sub(r"^ *//.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
        for text in re.findall(r"'([^'\n]*)'", code):
            assert not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]{2,}", text) or re.search(r"[#.\[\]=]|^m ", text), text
    assert f"say('student.{'saved'}')" in desk.html(mode)


# -- texts of all sorts ----------------------------------------------------------------------------


@pytest.mark.needs_program("chromium")
def test_texts_with_signs_of_markup_stay_texts(browser: Browser) -> None:
    nasty = "</script><script>document.title='gone'</script><b>&amp;\u2028"
    sheet = desk.papers().sheet
    first = sheet.items[0].model_copy(update={"prompt": nasty, "stem": nasty})
    odd = sheet.model_copy(update={"title": nasty, "items": (first, *sheet.items[1:])})
    page = browser.new_page()
    page.set_content(student_page(desk.pages("en"), odd))
    assert "document.title" in page.inner_text("h1")
    assert page.title() != "gone"
    assert page.locator("#progress-text").inner_text().startswith("0 of")
    page.close()


def test_places_in_texts_are_links_and_other_words_are_not() -> None:
    page = desk.html("test")
    found = re.findall(r'<a class="ref" href="#([A-D])-(\d+)" data-ref="([A-D]) (\d+) (\d+)">([^<]+)</a>', page)
    assert len(found) > 10
    for label, first, other, start, end, words in found:
        assert label == other
        assert first == start
        numbers = re.findall(r"\d+", words) or ["0"]
        assert (numbers[0], numbers[-1]) == (start, end), words
        assert words.startswith((f"{label},", f"{label} "))
    spanish = desk.html("test", "huerto-escolar")
    assert re.search(r'data-ref="A \d+ \d+">A, líneas?', spanish)


def test_each_line_bears_the_number_of_the_sheet() -> None:
    for lesson in LESSONS:
        sheet, page = desk.papers(lesson).sheet, desk.html("test", lesson)
        for passage in sheet.passages:
            for line in passage.lines:
                start = f'id="{passage.label}-{line.n}" data-n="{line.n}" data-start="{line.start}"'
                assert f'{start} tabindex="-1">{markup.escape(line.text, quote=False)}<' in page.replace(
                    "&#34;", '"'
                ).replace("&#39;", "'")


# -- a school's own look ---------------------------------------------------------------------------


def test_a_theme_gives_name_logo_foot_and_colours() -> None:
    theme = Theme(
        school="Hill School",
        foot="For Year 8",
        logo=Logo(data=b"\x89PNG", type="image/png", alt="Hill School’s oak"),
        colours=Colours(attribution="#700000"),
    )
    plain_pages = desk.pages("en")
    themed = Pages(plain_pages.template_dirs, plain_pages._ui, "en", theme)
    page = student_page(themed, desk.papers().sheet)
    for words in (
        "Hill School",
        "For Year 8",
        "Hill School’s oak",
        "--attribution: #700000",
        "data:image/png;base64,iVBORw==",
    ):
        assert words in page
    assert "Hill School" not in desk.html("test")


def test_colours_of_the_night_read_well_on_dark_paper() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for colours in (Colours(), Colours(**dict.fromkeys(Colours.model_fields, "#000000"))):
        for colour in night(Theme(colours=colours)).values():
            assert (light(colour) + 0.05) / (light("#262930") + 0.05) >= 4.5


# -- screens ---------------------------------------------------------------------------------------


@pytest.mark.needs_program("chromium")
def test_on_a_wide_screen_lines_are_whole_and_both_panes_are_in_sight(visit: Open) -> None:
    page = visit()
    heights = page.evaluate(
        "[...document.querySelectorAll('.lines .line')].map((l) => l.getClientRects().length && l.offsetHeight)"
    )
    assert len(set(heights)) == 1
    boxes = [page.locator(f"#{name}").bounding_box() for name in ("passages", "questions")]
    assert all(box and box["height"] > WIDE["height"] * 0.8 for box in boxes)
    before = page.locator("#passage-A h2").bounding_box()
    page.locator("#q15").scroll_into_view_if_needed()
    assert page.evaluate("document.getElementById('questions').scrollTop") > 1000
    assert page.locator("#passage-A h2").bounding_box() == before


@pytest.mark.needs_program("chromium")
def test_on_a_phone_passages_stay_in_sight_or_one_button_away(visit: Open) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    page.locator("#q9").scroll_into_view_if_needed()
    box = page.locator("#passages").bounding_box()
    assert box
    assert box["height"] > 200
    page.tap(".views [data-view=questions]")
    assert page.locator("#passages").is_hidden()
    page.locator("#q1 a.ref").first.tap()
    assert page.locator("#passages").is_visible()
    page.tap("#back")
    assert page.locator("#questions").is_visible()


@pytest.mark.needs_program("chromium")
@pytest.mark.parametrize("context", [{}, {"viewport": PHONE, "has_touch": True, "is_mobile": True}])
def test_what_is_to_be_hit_is_large_enough(visit: Open, context: dict[str, Any]) -> None:
    page = visit("practice", **context)
    hit = "button, select, summary, .options label, .choices td label, textarea, .pupil input"
    small = page.evaluate(
        """(hit) => [...document.querySelectorAll(hit)].filter((e) => e.offsetParent)
        .filter((e) => e.offsetHeight < 43 || e.offsetWidth < 43).map((e) => e.outerHTML.slice(0, 80))""",
        hit,
    )
    assert small == []
