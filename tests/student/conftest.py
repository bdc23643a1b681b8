"""Each test gets a page of its own, opened from a file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.student import desk

WIDE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`visit(mode, lesson, lane, script=..., **context)` opens a page; errors in its script fail the test."""
    contexts = []
    problems: list[str] = []

    def visit(
        mode: str = "test", lesson: str = desk.LESSON, lane: str = "core", script: str = "", **context: Any
    ) -> Page:
        file = tmp_path / f"{lesson}-{lane}-{mode}.html"
        file.write_text(desk.html(mode, lesson, lane), "utf-8")
        contexts.append(browser.new_context(**{"viewport": WIDE, **context}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        if script:
            page.add_init_script(script)
        page.goto(file.as_uri())
        return page

    yield visit
    for made in contexts:
        made.close()
    assert problems == []
