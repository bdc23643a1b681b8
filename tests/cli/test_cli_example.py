"""`secondsource example`: an item with its key as text, and the catalogue as pages with pictures."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.exercises import EXERCISES


class Links(HTMLParser):
    """Addresses that a page names, and the alternative texts of its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.alts: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "img":
            self.alts.append(values.get("alt"))
        for name in ("href", "src"):
            if value := values.get(name):
                self.found.append(value)


def test_an_item_with_its_passages_and_its_key(cli, tmp_path: Path) -> None:
    done = cli("example", "hedge_hunt")
    assert done.returncode == 0, done.stderr
    head, key = done.stdout.split("\nAnswer key\n")
    assert "hedge_hunt" in head
    assert re.search(r"^ +1  \S", head, re.M), "no numbered line"
    quotes = re.findall(r"“([^”]+)”", key.split("Evidence")[1].split("Why")[0])
    text = " ".join(re.findall(r"^ *\d*  (.*)$", head, re.M))
    assert quotes
    assert all(quote in text for quote in quotes)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lane", ["support", "core", "extension"])
def test_a_lane_can_be_asked_for(cli, lane: str) -> None:
    assert f"· {lane}" in cli("example", "claim-grid", "--lane", lane).stdout.splitlines()[0]


def test_unknown_words_are_told_with_what_was_meant(cli) -> None:
    done = cli("example", "hedge_hint")
    assert done.returncode == 2
    assert "hedge_hunt" in done.stderr
    assert "xx" in cli("example", "hedge_hunt", "--language", "xx").stderr
    assert cli("example").returncode == 2


def test_the_catalogue_has_a_page_and_a_picture_for_each_and_no_dead_link(cli, tmp_path: Path) -> None:
    names = ["hedge_hunt", "claim_grid", "who_said_it"]
    done = cli("example", *names, "--out", "shown")
    assert done.returncode == 0, done.stderr
    out = tmp_path / "shown"
    assert {p.stem for p in out.glob("*.html")} == {"index", *names}
    for name in names:
        assert (out / "pictures" / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    for page in out.glob("*.html"):
        links = Links(page.read_text("utf-8"))
        assert all(links.alts)
        for link in links.found:
            assert link.startswith("data:") or (out / link).is_file(), (page.name, link)
    again = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    cli("example", *names, "--out", "shown")
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == again
    assert set(names) <= set(EXERCISES)
