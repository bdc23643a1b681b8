"""Work that takes too much is stopped; work that does not comes back whole."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.render.limits import LimitError, run_limited
from generator.render.look import Look
from generator.render.pages import PageError, Pages
from tests.render import desk, fixture


def own(tmp_path: Path, body: str) -> Pages:
    """Pages with a worksheet template of the user's own."""
    (tmp_path / "worksheet").mkdir()
    (tmp_path / "worksheet" / "page.html").write_text(body, encoding="utf-8")
    return Pages((tmp_path, desk.TEMPLATES), desk.pages()._ui)


def work(pages: Pages) -> Callable[[], bytes]:
    return lambda: pages.worksheet(fixture.sheet(), Look("a4")).encode()


def test_what_comes_back_is_what_was_made() -> None:
    big = os.urandom(300_000)
    assert run_limited(lambda: big) == big


def test_a_template_that_grows_without_end(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="memory"):
        run_limited(work(own(tmp_path, "{{ 'a' * 10**10 }}")), memory=256)


def test_a_template_that_loops_without_end(tmp_path: Path) -> None:
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    with pytest.raises(LimitError, match="1 seconds of computing time"):
        run_limited(work(own(tmp_path, loops)), cpu=1)


def test_a_single_huge_range_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"templates/worksheet/page\.html:1"):
        run_limited(work(own(tmp_path, "{% for a in range(10**9) %}{% endfor %}")))


def test_work_that_only_waits() -> None:
    with pytest.raises(LimitError, match=r"longer than 0\.2 seconds"):
        run_limited(lambda: time.sleep(60), wall=0.2)


@pytest.mark.parametrize("end", ["comes back", "waits", "dies"])
def test_temporary_files_go_however_the_work_ends(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def leave() -> str:
        folder = tempfile.mkdtemp()
        if end == "waits":
            time.sleep(60)
        if end == "dies":
            os._exit(9)
        return folder

    if end == "comes back":
        assert tmp_path in Path(run_limited(leave)).parents
    else:
        with pytest.raises(LimitError):
            run_limited(leave, wall=0.5)
    assert list(tmp_path.iterdir()) == []
    assert tempfile.gettempdir() == str(tmp_path)


def test_work_that_is_done_is_given_time_to_clear_up(tmp_path: Path) -> None:
    from multiprocessing.util import Finalize

    told = tmp_path / "told"

    def slow() -> None:
        time.sleep(0.8)
        told.write_text("cleared")

    def busy() -> str:
        Finalize(None, slow, exitpriority=10)
        return "done"

    assert run_limited(busy) == "done"
    assert told.read_text() == "cleared"


def test_work_that_dies_without_a_word() -> None:
    with pytest.raises(LimitError, match="broke off"):
        run_limited(lambda: os._exit(9))


def test_errors_come_back_as_themselves(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="nothing_such"):
        run_limited(work(own(tmp_path, "{{ nothing_such }}")))


def test_errors_that_cannot_travel_are_told_in_words() -> None:
    class Stuck(Exception):
        pass

    def fail() -> None:
        raise Stuck("here")

    with pytest.raises(RuntimeError, match="Stuck: here"):
        run_limited(fail)


def test_the_limits_hold_for_the_child_only() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    run_limited(lambda: b"", memory=64)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
