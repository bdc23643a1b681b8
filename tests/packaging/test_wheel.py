"""An ordinary wheel holds all it takes: it works in a fresh environment, far from this folder."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@dataclass
class Installed:
    """The wheel, and the program that stands in a fresh environment."""

    wheel: Path
    program: Path

    def run(self, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH" and not k.startswith("SECONDSOURCE")}
        return subprocess.run(
            [self.program, *words], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "wheel", "--no-build-isolation", "--no-deps", "-w", folder, REPO], check=True)
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    subprocess.run([*pip, "--python", python, "install", "--no-index", "--no-deps", wheel], check=True)
    # The dependencies are taken from here, so that no network is needed. Lines of a .pth are not followed
    # further, so an installation of this folder that stands among them stays out of reach.
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return Installed(wheel, environment / "bin" / "secondsource")


def test_the_program_is_the_installed_one(installed: Installed, tmp_path: Path) -> None:
    python = installed.program.with_name("python")
    script = "import generator, sys; print(generator.__file__, *sys.path, sep='\\n')"
    done = subprocess.run([python, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert Path(lines[0]).is_relative_to(installed.program.parent.parent)
    assert str(REPO) not in lines


def test_it_holds_every_file_of_the_content_and_of_the_program(installed: Installed) -> None:
    inside = set(zipfile.ZipFile(installed.wheel).namelist())
    for folder in ("lessons", "source_texts", "templates"):
        for path in (REPO / folder).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                assert f"generator/_bundled/{path.relative_to(REPO).as_posix()}" in inside
    for path in (REPO / "generator").rglob("*.py"):
        assert path.relative_to(REPO).as_posix() in inside
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in inside)
    assert any("OFL-" in name and ".dist-info/" in name for name in inside)
    assert not any(name.startswith(("tests/", ".ci/")) for name in inside)


def test_everything_bundled_is_listed(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("list", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {row["name"] for row in found["lessons"]} == {p.stem for p in (REPO / "lessons").glob("*.yaml")}
    assert {row["name"] for row in found["dossiers"]} == {
        p.parent.name for p in REPO.glob("source_texts/*/dossier.yaml")
    }
    assert all(row["origin"] == "bundled" and row["readable"] for row in (*found["lessons"], *found["dossiers"]))


def test_schemas_are_printed(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("schema", "lesson", cwd=tmp_path)
    assert done.stdout == (REPO / "templates/schemas/lesson.schema.json").read_text("utf-8")


def test_a_folder_of_ones_own_builds(installed: Installed, tmp_path: Path) -> None:
    done = installed.run("init", "mine", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    mine = tmp_path / "mine"
    assert installed.run("check", cwd=mine).returncode == 0
    done = installed.run("build", "--format", "json,html", cwd=mine)
    assert done.returncode == 0, done.stderr
    assert list(mine.glob("build/starter/*-worksheet.json"))
    assert list(mine.glob("build/starter/*-key.html"))
