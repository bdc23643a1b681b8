"""Nothing of the key stands in a student's file of any format: not in text, metadata, structure or alt text."""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.load.project import bundled_root

LESSON = "footbridge"


@pytest.fixture(scope="module", params=["core", "support"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build")
    words = ["build", LESSON, "--lane", request.param, "--variant", "A", "--format", "pdf,html,json"]
    subprocess.run(
        [sys.executable, "-m", "generator", *words, "--out", str(out)],
        cwd=bundled_root(),
        check=True,
        capture_output=True,
    )
    return next(out.glob(f"{LESSON}/*-worksheet.json")).with_suffix("")


def secrets(sheet: Path) -> list[str]:
    """Every sentence that only the key holds."""
    key = json.loads(Path(f"{sheet}".replace("-worksheet", "-key") + ".json").read_text("utf-8"))
    found = []
    for item in key["items"]:
        found += [item["rationale"], item["marking"], *item["misreadings"].values(), *item["accept"]]
        found += [reject["why"] for reject in item["reject"]]
        found += [level[part] for level in item["rubric"] for part in ("names", "sample")]
    return [plain(text) for text in found if len(text) > 16]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("**", "").replace("\u2060", "")).strip()


def strings(thing: Any, seen: set[tuple[int, int]]) -> Iterator[str]:
    """Every text string of a PDF's objects, whatever they are for."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for inner in thing:  # type: ignore[attr-defined]
            yield from strings(inner, seen)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if thing.is_indirect:
            if thing.objgen in seen:
                return
            seen.add(thing.objgen)
        for _, inner in thing.items():
            yield from strings(inner, seen)


def test_there_are_secrets_to_look_for(built: Path) -> None:
    assert len(secrets(built)) > 40
    key = plain(
        html.unescape(
            re.sub(r"<[^>]+>", "", Path(f"{built}".replace("-worksheet", "-key") + ".html").read_text("utf-8"))
        )
    )
    assert sum(secret in key for secret in secrets(built)) > 20


def test_html(built: Path) -> None:
    text = plain(html.unescape(built.with_suffix(".html").read_text("utf-8")))
    bare = plain(re.sub(r"<[^>]+>", "", text))
    for secret in secrets(built):
        assert secret not in text
        assert secret not in bare


def test_json(built: Path) -> None:
    text = plain(built.with_suffix(".json").read_text("utf-8"))
    for secret in secrets(built):
        assert secret not in text
        assert json.dumps(secret)[1:-1] not in text


@pytest.mark.needs_program("pdftotext")
def test_pdf(built: Path) -> None:
    path = built.with_suffix(".pdf")
    shown = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    with pikepdf.open(path) as pdf:
        hidden = " ".join(text for thing in pdf.objects for text in strings(thing, set()))
        with pdf.open_metadata() as metadata:
            hidden += str(metadata)
    for secret in secrets(built):
        assert secret not in plain(shown)
        assert secret not in plain(hidden)


def shapes(page: str) -> set[str]:
    """The mark-up around each option to tick, without its letter and words."""
    lists = re.findall(r'<ul class="options[^"]*">(.*?)</ul>', page, re.DOTALL)
    options = [option for one in lists for option in re.findall(r"<li.*?</li>", one, re.DOTALL)]
    assert len(options) > 10
    # Every option has a name of its own, which says nothing of the key.
    named = [re.sub(r' (?:data-option|name|value)="[^"]*"', "", option) for option in options]
    alike = [option.replace('class="box one', 'class="box').replace("radio", "checkbox") for option in named]
    bare = [re.sub(r"</?strong>", "", option) for option in alike]
    return {re.sub(r">[^<]+<", "><", option) for option in bare}


def test_nothing_marks_the_right_option(built: Path) -> None:
    """Without their letters and words right and wrong options are the same mark-up; in the key they are not."""
    student = built.with_suffix(".html").read_text("utf-8")
    key = Path(f"{built}".replace("-worksheet", "-key") + ".html").read_text("utf-8")
    assert len(shapes(student)) == 1
    assert len(shapes(key)) > 1
