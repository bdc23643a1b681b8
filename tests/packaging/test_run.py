"""`./run`: sets up once, works where it is called, mends what was interrupted. Python and pip are stand-ins."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]

STAND_IN = f"""#!/bin/sh
# Stands in for Python, and for everything in the environment's bin/. Writes down what it is asked to do.
note() {{ printf '%s\\n' "$*" >>"$STAND_IN_LOG"; }}
case $(basename "$0") in
    ruff | mypy | lint-imports | pytest)
        note "$(basename "$0") $* (in $PWD)"
        [ "$(basename "$0")" != "${{STAND_IN_FAIL-}}" ]
        exit ;;
esac
case $1 in
    -c) [ -z "${{STAND_IN_NO_VENV-}}" ] || case $2 in *ensurepip*) exit 1 ;; esac
        exec {sys.executable} "$@" ;;
    -) [ $# -gt 1 ] || [ -z "${{STAND_IN_NO_PANGO-}}" ] || exit 1
       [ $# -gt 1 ] || exit 0
       exec {sys.executable} "$@" ;;
    -m)
        shift
        case $1 in
            venv)
                note "venv"
                mkdir -p "$2/bin"
                for name in python ruff mypy lint-imports pytest; do cp "$0" "$2/bin/$name"; done ;;
            pip)
                note "$*"
                [ -z "${{STAND_IN_SLOW-}}" ] || sleep "$STAND_IN_SLOW"
                [ -z "${{STAND_IN_OFFLINE-}}" ] || {{ echo 'no network'; exit 1; }} ;;
            pytest) note "$* (in $PWD)" ;;
        esac ;;
    *)
        shift
        printf '%s|' "$PWD" "$SECONDSOURCE_CALLED_AS" "$@" ;;
esac
"""


class Place:
    """A copy of the project's set-up with a stand-in for Python."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "the project"
        self.home.mkdir(parents=True)
        for name in ("run", "pyproject.toml", "constraints.txt"):
            shutil.copy(REPO / name, self.home / name)
        self.elsewhere = folder / "else where"
        self.elsewhere.mkdir()
        self.log = folder / "log"
        self.python = folder / "stand-in" / "python3"
        self.python.parent.mkdir()
        self.python.write_text(STAND_IN)
        self.python.chmod(0o755)
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("SECONDSOURCE", "STAND_IN"))},
            "PATH": f"{self.python.parent}:/usr/bin:/bin",
            "SECONDSOURCE_NO_INSTALL": "1",
            "SECONDSOURCE_PYTHON": "python3",
            "STAND_IN_LOG": str(self.log),
        }

    def start(self, *words: str, run: str | None = None, **env: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [run or str(self.home / "run"), *words],
            cwd=self.elsewhere,
            env={**self.env, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: str, run: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        process = self.start(*words, run=run, **env)
        out, errors = process.communicate()
        return subprocess.CompletedProcess(words, process.returncode, out, errors)

    def asked(self) -> list[str]:
        """What the stand-in was asked to do since the last time."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_first_call_sets_up_and_the_second_is_silent(place: Place) -> None:
    first = place.run("list")
    assert first.returncode == 0, first.stderr
    assert "setting up" in first.stderr
    asked = place.asked()
    assert asked[0] == "venv"
    assert [line.split()[0] for line in asked] == ["venv", "pip", "pip"]
    assert all(f"-c {place.home}/constraints.txt" in line for line in asked[1:])
    assert asked[2].endswith(f"-e {place.home}"), "the programs for tests are not installed"
    second = place.run("list")
    assert (second.stderr, place.asked()) == ("", [])


def test_words_and_folder_reach_the_program_as_they_are(place: Place) -> None:
    place.run()
    done = place.run("build", "two words", "*", "")
    assert done.stdout == f"{place.elsewhere}|{place.home}/run|build|two words|*||"


def test_it_may_be_called_through_links(place: Place, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link2")
    (tmp_path / "link2").symlink_to(place.home / "run")
    done = place.run("x", run=str(tmp_path / "link"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{place.elsewhere}|")
    assert (place.home / ".venv").is_dir()


@pytest.mark.parametrize("file", ["pyproject.toml", "constraints.txt"])
def test_a_changed_list_of_packages_is_installed_again(place: Place, file: str) -> None:
    place.run()
    place.asked()
    with (place.home / file).open("a") as changed:
        changed.write("\n# more\n")
    done = place.run()
    assert "up to date" in done.stderr
    assert [line.split()[0] for line in place.asked()] == ["pip", "pip"]
    assert place.run().stderr == ""


def test_what_was_killed_half_way_is_made_anew(place: Place) -> None:
    process = place.start(STAND_IN_SLOW="60")
    while not place.log.exists() or "pip" not in place.log.read_text():
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    place.asked()
    (place.home / ".venv" / "left-over").touch()
    done = place.run()
    assert done.returncode == 0, done.stderr
    assert place.asked()[0] == "venv"
    assert not (place.home / ".venv" / "left-over").exists()


def test_two_at_once_set_up_once(place: Place) -> None:
    first = place.start("first", STAND_IN_SLOW="0.5")
    while not place.log.exists():
        time.sleep(0.02)
    second = place.start("second")
    ends = [process.communicate() for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0), ends
    assert place.asked().count("venv") == 1
    assert "waiting" in ends[1][1]
    assert "second" in ends[1][0]


def test_without_network_it_says_so_and_tries_again_later(place: Place) -> None:
    done = place.run(STAND_IN_OFFLINE="1")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "no network" in done.stderr
    assert "could not be installed" in done.stderr
    assert place.run().returncode == 0


def test_an_environment_that_lost_its_python_is_made_anew(place: Place) -> None:
    place.run()
    place.asked()
    (place.home / ".venv/bin/python").unlink()
    (place.home / ".venv/bin/python").symlink_to("/nowhere/python")
    assert place.run().returncode == 0
    assert place.asked()[0] == "venv"


def test_a_moved_folder_gets_a_new_environment(place: Place, tmp_path: Path) -> None:
    place.run()
    place.asked()
    place.home = place.home.rename(tmp_path / "moved")
    assert place.run().returncode == 0
    assert place.asked()[0] == "venv"


def test_no_python_is_told_in_one_line(place: Place) -> None:
    done = place.run(SECONDSOURCE_PYTHON="no-such-python")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "Python 3.11" in done.stderr
    assert "install" in done.stderr


def test_python_without_venv_is_told_in_one_line(place: Place) -> None:
    done = place.run(STAND_IN_NO_VENV="1")
    assert done.returncode == 3
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert done.stderr.splitlines() == [
        f"run: Python's venv is missing. Type: sudo apt-get install python{version}-venv"
    ]


def test_an_old_python_is_passed_over(place: Place) -> None:
    old = place.python.with_name("python3-old")
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    assert place.run(SECONDSOURCE_PYTHON="python3-old python3").returncode == 0


@pytest.mark.skipif(sys.platform == "darwin", reason="the line is another one there")
def test_without_pango_it_says_the_remedy_once_and_goes_on(place: Place) -> None:
    done = place.run("list", STAND_IN_NO_PANGO="1")
    assert done.returncode == 0
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in done.stderr
    assert "|list|" in done.stdout
    assert place.run("list", STAND_IN_NO_PANGO="1").stderr == ""


def test_test_runs_every_check_in_the_project(place: Place) -> None:
    done = place.run("test")
    assert done.returncode == 0, done.stderr
    asked = place.asked()
    assert asked[2].endswith(f"-e {place.home}[dev]")
    assert asked[3:] == [
        f"{check} (in {place.home})"
        for check in ("ruff check", "ruff format --check", "mypy ", "lint-imports ", "pytest -n auto")
    ]
    assert place.run("list").stderr == "", "what tests need includes what the program needs"


def test_a_failed_check_fails_the_test_and_the_others_still_run(place: Place) -> None:
    done = place.run("test", STAND_IN_FAIL="mypy")
    assert done.returncode == 1
    assert "failed: mypy" in done.stderr
    assert any(line.startswith("pytest -n auto") for line in place.asked())


def test_test_with_words_is_pytest_alone(place: Place) -> None:
    place.run("test")
    place.asked()
    assert place.run("test", "tests/cli", "-k", "a b").returncode == 0
    assert place.asked() == [f"pytest tests/cli -k a b (in {place.home})"]


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param(shell, marks=pytest.mark.needs_program(shell.split()[0]))
        for shell in ("sh", "dash", "bash --posix", "busybox sh")
    ],
)
def test_every_shell_can_read_it(shell: str) -> None:
    done = subprocess.run([*shell.split(), "-n", str(REPO / "run")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_both_scripts_can_be_executed() -> None:
    for script in ("run", ".ci/run"):
        assert os.access(REPO / script, os.X_OK), script
