"""The command line as a whole: help, wrong words, interruptions, our own mistakes."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator.cli import main, verbs

HEAVY = {"pydantic", "yaml", "jinja2", "weasyprint", "fontTools", "pikepdf"}
VERBS = ["annotate", "build", "check", "compare", "coverage", "doctor", "draft", "example", "init", "list", "mark"]
VERBS += ["new", "review", "schema", "sign", "stress"]


def test_the_verbs() -> None:
    assert verbs() == VERBS


def test_no_words_show_three_examples(cli) -> None:
    done = cli()
    assert done.returncode == 0
    for reader in ("teacher", "maintainer", "newcomer"):
        assert any(reader in line and "secondsource " in line for line in done.stdout.splitlines())


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help_names_every_verb_with_its_summary(cli, words: list[str]) -> None:
    done = cli(*words)
    assert done.returncode == 0
    for verb in VERBS:
        assert any(line.split()[:1] == [verb] and len(line.split()) > 3 for line in done.stdout.splitlines()), verb
    assert "exit codes" in done.stdout


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_for_itself_and_for_every_option(cli, verb: str) -> None:
    done = cli(verb, "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: secondsource {verb}")
    assert cli("help", verb).stdout == done.stdout

    from importlib import import_module

    from generator.cli._frame import Parser

    module = import_module(f"generator.cli.{verb}")
    parser = Parser(prog=verb)
    module.add_arguments(parser)
    assert module.SUMMARY
    assert not module.SUMMARY.endswith(".")
    for action in parser._actions:
        assert action.help, f"{verb}: {action.dest} has no help"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(repo: Path, verb: str) -> None:
    readme = (repo / "README.md").read_text("utf-8")
    assert re.search(rf"(secondsource|\./run) {verb}\b", readme)


def test_version(cli) -> None:
    for word in ("--version", "-V"):
        assert cli(word).stdout == f"secondsource {generator.__version__}\n"


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], [], ["list", "--help"], ["build", "--help"], ["biuld"]]
)
def test_help_and_usage_errors_load_nothing_heavy(words: list[str], tmp_path: Path, repo: Path) -> None:
    script = (
        "import sys; from generator.cli import main; main(sys.argv[1:]);"
        "print('LOADED', *sorted({m.partition('.')[0] for m in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repo)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stderr.rpartition("LOADED")[2].split())
    assert "generator" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["biuld"], "did you mean 'build'?"),
        (["chekc"], "did you mean 'check'?"),
        (["--hlep"], "did you mean '--help'?"),
        (["list", "--jsno"], "did you mean '--json'?"),
        (["schema", "--uot=x"], "did you mean '--out'?"),
        (["list", "lesson"], "did you mean 'lessons'?"),
        (["new", "dosier", "x"], "did you mean 'dossier'?"),
        (["schema", "workshet"], "did you mean 'worksheet'?"),
        (["quux"], "--help"),
        (["list", "--quux"], "list --help"),
        (["list", "lessons", "more"], "list --help"),
        (["new"], "new --help"),
        (["schema", "--out"], "schema --help"),
        (["init"], "init --help"),
    ],
)
def test_wrong_usage_says_what_was_meant(cli, words: list[str], hint: str) -> None:
    done = cli(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert hint in done.stderr
    assert len(done.stderr.splitlines()) <= 2
    assert "Traceback" not in done.stderr


def test_options_cannot_be_abbreviated(cli) -> None:
    assert cli("list", "--js").returncode == 2


def test_the_program_names_itself_as_it_was_called(cli) -> None:
    done = cli(env={"SECONDSOURCE_CALLED_AS": "./run"})
    assert "./run build" in done.stdout
    assert "secondsource build" not in done.stdout
    assert '"/a b/run" build' in cli(env={"SECONDSOURCE_CALLED_AS": "/a b/run"}).stdout


def _failing(error: str, tmp_path: Path, repo: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """A process whose verb `list` ends in this way."""
    script = (
        "import sys, generator.cli as c, generator.cli.list as v\n"
        f"def run(args): {error}\n"
        "v.run = run\n"
        "sys.exit(c.main(['list']))"
    )
    return subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repo), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_our_mistake_is_one_message_and_no_traceback(tmp_path: Path, repo: Path) -> None:
    done = _failing("raise RuntimeError('boom')", tmp_path, repo)
    assert done.returncode == 70
    assert "mistake in secondsource" in done.stderr
    assert "boom" in done.stderr
    assert "SECONDSOURCE_DEBUG" in done.stderr
    assert "Traceback" not in done.stderr


def test_our_mistake_with_its_traceback(tmp_path: Path, repo: Path) -> None:
    done = _failing("raise RuntimeError('boom')", tmp_path, repo, SECONDSOURCE_DEBUG="1")
    assert done.returncode == 70
    assert "Traceback" in done.stderr


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, repo: Path) -> None:
    done = _failing("open('/nowhere/at/all', 'w')", tmp_path, repo)
    assert done.returncode == 3
    assert "/nowhere/at/all: No such file or directory" in done.stderr
    assert "mistake in secondsource" not in done.stderr


def test_a_missing_package_is_named(tmp_path: Path, repo: Path) -> None:
    done = _failing("import no_such_package_at_all", tmp_path, repo)
    assert done.returncode == 3
    assert "'no_such_package_at_all' is not installed" in done.stderr
    assert "doctor" in done.stderr


def test_a_broken_module_of_our_own_is_our_mistake(tmp_path: Path, repo: Path) -> None:
    assert _failing("import generator.nothing_here", tmp_path, repo).returncode == 70


def test_control_c_ends_with_130_and_one_line(tmp_path: Path, repo: Path) -> None:
    script = (
        "import signal, sys, time, generator.cli as c, generator.cli.list as v\n"
        # A job in the background is started deaf to Ctrl-C.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def run(args):\n    print('ready', flush=True)\n    time.sleep(60)\n"
        "v.run = run\n"
        "sys.exit(c.main(['list']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repo)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.split() == ["stopped"]


def test_a_reader_that_closes_the_pipe_is_no_error(tmp_path: Path, repo: Path) -> None:
    done = subprocess.run(
        f"'{sys.executable}' -P -m generator schema lesson | true; exit ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repo)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode in (0, 141)


def test_a_terminal_without_our_letters_is_no_error(cli) -> None:
    done = cli("schema", "lesson", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr


def test_main_returns_codes_and_never_exits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["list", "--help"]) == 0
    assert main(["nonsense"]) == 2
    capsys.readouterr()
