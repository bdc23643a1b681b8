"""One device, several students: each has answers of their own, and none is shown another's unasked."""

import pytest
from playwright.sync_api import Page, expect

from tests.student import desk
from tests.student.conftest import Open

pytestmark = pytest.mark.needs_program("chromium")
SAY = desk.pages("en").say


def another_window(page: Page) -> Page:
    """The same file, opened anew on the same device."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def write(page: Page, name: str) -> None:
    page.fill("#who-name", name)
    page.locator(".item input[type=radio]").first.check()
    expect(page.locator("#saved")).to_have_text(SAY("student.saved"))


def go_on_as(page: Page, name: str) -> None:
    page.locator("#whose li button", has_text=name).click()
    expect(page.locator("#who-name")).to_have_value(name)


def test_whoever_opens_the_page_next_sees_nothing_before_saying_whose(visit: Open) -> None:
    ana = visit()
    expect(ana.locator("#whose")).to_be_hidden()
    write(ana, "Ana")
    ben = another_window(ana)
    expect(ben.locator("#whose")).to_be_visible()
    expect(ben.locator("#who-name")).to_have_value("")
    assert ben.locator(".item input:checked").count() == 0
    ben.click("#whose-new")
    write(ben, "Ben")
    expect(ana.locator("#who-name")).to_have_value("Ana")
    ana.reload()
    expect(ana.locator("#whose")).to_be_hidden()
    expect(ana.locator("#who-name")).to_have_value("Ana")
    later = another_window(ana)
    assert later.locator("#whose li").count() == 2
    go_on_as(later, "Ana")
    assert later.locator(".item input:checked").count() == 1


@pytest.mark.parametrize("leave", ["click", "Escape"])
def test_the_next_student_takes_over_without_loss(visit: Open, leave: str) -> None:
    page = visit()
    write(page, "Ana")
    page.click("#menu summary")
    page.click("[data-do=other]")
    expect(page.locator("#who-name")).to_have_value("")
    if leave == "click":
        page.click("#whose-new")
    else:
        page.keyboard.press(leave)
    expect(page.locator("#whose")).to_be_hidden()
    write(page, "Ben")
    page.click("#menu summary")
    page.click("[data-do=other]")
    go_on_as(page, "Ana")


def test_what_one_deletes_is_gone_from_every_window_and_others_keep_theirs(visit: Open) -> None:
    ana = visit()
    write(ana, "Ana")
    ben = another_window(ana)
    ben.click("#whose-new")
    write(ben, "Ben")
    twin = another_window(ana)
    go_on_as(twin, "Ana")
    ana.click("#menu summary")
    ana.click("[data-do=reset]")
    ana.click("#ask-yes")
    expect(twin.locator("#who-name")).to_have_value("")
    assert twin.locator(".item input:checked").count() == 0
    expect(ben.locator("#who-name")).to_have_value("Ben")
    kept = ana.evaluate("Object.entries(localStorage).map(([, text]) => text).join()")
    assert "Ben" in kept
    assert "Ana" not in kept


def test_without_scripts_the_sheet_prints_what_was_filled_in(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    expect(page.locator(".noscript")).to_be_visible()
    page.fill("#who-name", "Ana")
    page.locator(".item textarea").first.fill("no script")
    page.emulate_media(media="print")
    for field in ("#who-name", ".item textarea >> nth=0", ".item select >> nth=0"):
        expect(page.locator(field)).to_be_visible()
    assert page.locator("button:visible, .copy:visible").count() == 0
