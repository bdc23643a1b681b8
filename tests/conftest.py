"""What all tests share."""

import os
import shutil

import pytest
from hypothesis import settings

# A busy machine must not fail a property; and what lands must not depend on chance, so CI draws the same examples
# each time, while everybody's own runs go on looking for new ones.
settings.register_profile("unhurried", deadline=None, derandomize=bool(os.environ.get("SECONDSOURCE_CI")))
settings.load_profile("unhurried")


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
