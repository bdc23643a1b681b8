"""What all tests share."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine must not fail a property; and what lands must not depend on chance, so CI draws the same examples
# each time, while everybody's own runs go on looking for new ones.
settings.register_profile("unhurried", deadline=None, derandomize=bool(os.environ.get("SECONDSOURCE_CI")))
settings.load_profile("unhurried")

# What is found must not hang on whether somebody has installed the parser; its own tests ask for it.
os.environ["SECONDSOURCE_PARSER"] = "off"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs_program(name, ...): skipped where a program is not installed; under CI that is a failure"
    )
    config.addinivalue_line("markers", "slow: takes many seconds; leave out with -m 'not slow'")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs_program"):
        for program in mark.args:
            if shutil.which(program) is None:
                give_up = pytest.fail if os.environ.get("SECONDSOURCE_CI") else pytest.skip
                give_up(f"needs the program '{program}'")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """One browser for all tests of a process: two of them at a time get into each other's way."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    assert program is not None, "mark the test with needs_program('chromium')"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
