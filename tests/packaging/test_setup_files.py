"""The files around the code: versions, licences, changes."""

import re
import tomllib
from pathlib import Path

import pytest

import generator

REPO = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    lines = (REPO / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    assert all(len(pin) == 2 for pin in pins), "name==version and nothing else, above all no address"
    return {normal(name): version for name, version in pins}


def test_every_dependency_is_pinned() -> None:
    wanted = [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["dev"],
    ]
    names = {normal(re.split(r"[<>=!~\[ ;]", requirement, maxsplit=1)[0]) for requirement in wanted}
    assert names - pinned().keys() == set()


def test_everything_that_dependencies_need_is_pinned_too() -> None:
    from importlib.metadata import PackageNotFoundError, requires

    from packaging.requirements import Requirement

    todo, seen = [f"{name}" for name in pinned()], set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            needed = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue
        todo += [normal(r.name) for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})]
    assert seen - pinned().keys() == set()


def test_the_versions_agree() -> None:
    assert PROJECT["project"]["version"] == generator.__version__
    assert generator.__version__ in (REPO / "CHANGELOG.md").read_text("utf-8")


def test_each_version_tells_of_code_and_of_content() -> None:
    text = (REPO / "CHANGELOG.md").read_text("utf-8")
    versions = re.split(r"^## ", text, flags=re.M)[1:]
    assert versions
    for version in versions:
        assert re.findall(r"^### (.*)$", version, re.M) == ["Code", "Content"], version.splitlines()[0]


def test_the_licence_covers_every_kind_of_file() -> None:
    text = (REPO / "LICENSE").read_text("utf-8")
    for words in (
        "Permission is hereby granted",
        "CC BY 4.0",
        "SIL Open Font License",
        "lessons/",
        "source_texts/",
    ):
        assert words in text


def test_every_font_has_its_licence_beside_it() -> None:
    fonts = REPO / "templates" / "fonts"
    licences = {path.stem.removeprefix("OFL-") for path in fonts.glob("OFL-*.txt")}
    assert {path.stem.partition("-")[0] for path in fonts.glob("*.ttf")} == licences


@pytest.mark.parametrize("folder", ["lessons", "source_texts", "templates"])
def test_content_goes_into_the_wheel(folder: str) -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included[folder] == f"generator/_bundled/{folder}"
