"""`secondsource draft`: two articles give a dossier that passes `check` and a lesson; no edit is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from two_articles import COURIER, FERRY, PUENTE, RADIO

from generator.cli import main
from generator.draft.files.entries import read_sheet
from generator.draft.files.sheet import Entry
from generator.draft.suggest import Drafted
from generator.draft.suggestion import Suggestion

Cli = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with articles in it."""
    for name, text in (("courier", COURIER), ("radio", RADIO), ("ferry", FERRY), ("puente", PUENTE)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def written(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name.startswith(("source_texts/", "lessons/"))}


def problems(cli: Cli, *names: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(cli("check", "--format", "json", *names).stdout)
    return [d for d in found if "templates/" not in d["file"]]


def front(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


# -- a first draft ---------------------------------------------------------------------------------


def test_two_articles_give_a_lesson_that_builds_at_once(cli: Cli, here: Path) -> None:
    done = cli("draft", "courier.txt", "radio.txt", "--name", "bridge")
    assert done.returncode == 0, done.stderr
    files = ["courier.md", "courier.notes.yaml", "dossier.yaml", "radio.md", "radio.notes.yaml"]
    assert sorted(done.stdout.splitlines()) == [
        "lessons/bridge.yaml",
        *(f"source_texts/bridge/{f}" for f in files),
    ]
    assert sorted(written(here)) == sorted(done.stdout.splitlines())
    found = problems(cli, "bridge")
    assert [d for d in found if d["severity"] == "error"] == []
    assert len(found) <= 8
    built = cli("build", "bridge", "--format", "txt")
    assert built.returncode == 0, built.stderr
    keys = [p.read_text("utf-8") for p in here.glob("build/bridge/*key*.txt")]
    assert len(keys) == 1
    assert "draft" in keys[0].lower(), "nobody has read the notes yet"


def test_the_text_stays_and_nothing_is_made_up_about_it(cli: Cli, here: Path) -> None:
    cli("draft", "courier.txt", "radio.txt", "--name", "bridge")
    folder = here / "source_texts" / "bridge"
    for name, text in (("courier", COURIER), ("radio", RADIO)):
        passage = (folder / f"{name}.md").read_text("utf-8")
        for paragraph in text.split("\n\n")[1:]:
            words = " ".join(paragraph.split())
            assert words in passage or words.startswith("By "), words
        meta = front(folder / f"{name}.md")
        assert (meta["kind"], meta["licence"], meta["published"]) == ("user-supplied", None, None)
    assert "2025-03-04" in (folder / "radio.md").read_text("utf-8"), "a hint in a comment"
    assert "[body] [Later]" in (folder / "courier.md").read_text("utf-8")
    for file in [*folder.glob("*.notes.yaml"), folder / "dossier.yaml"]:
        assert yaml.safe_load(file.read_text("utf-8"))["reviewed_by"] is None


def test_what_the_user_says_is_written(cli: Cli, here: Path) -> None:
    done = cli(
        *("draft", "courier.txt", "radio.txt", "--name", "bridge", "--outlet", "A=Ellerby Courier"),
        *("--outlet", "b=Valley Radio", "--published", "A=2025-03-04", "--title", "B=Bridge: shut"),
    )
    assert done.returncode == 0, done.stderr
    one, two = (front(here / "source_texts/bridge" / f"{name}.md") for name in ("courier", "radio"))
    assert (one["outlet"], str(one["published"])) == ("Ellerby Courier", "2025-03-04")
    assert (two["outlet"], two["title"]) == ("Valley Radio", "Bridge: shut")
    assert "SS468" not in {d["code"] for d in problems(cli, "bridge")}


def test_a_report_without_an_outlet_is_called_by_its_letter_on_paper(cli: Cli, here: Path) -> None:
    cli("draft", "courier.txt", "radio.txt", "--name", "bridge", "--outlet", "A=Ellerby Courier")
    assert [d["code"] for d in problems(cli, "bridge")].count("SS468") == 1
    done = cli("build", "bridge", "--format", "txt,md,html,json")
    assert done.returncode == 0, done.stderr
    for sheet in here.glob("build/bridge/*worksheet*.txt"):
        text = sheet.read_text("utf-8")
        assert "Ellerby Courier" in text
        assert "Report B" in text
        assert "None" not in text


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["courier.txt"], 2, "two articles"),
        (["courier.txt"] * 5, 2, "4 reports at most"),
        (["courier.txt", "courier.txt"], 1, "the same text"),
        (["courier.txt", "radio.txt", "--outlet", "C=X"], 2, "there is no report C"),
        (["courier.txt", "radio.txt", "--outlet", "Courier"], 2, "is not like A=..."),
        (["courier.txt", "radio.txt", "--published", "A=4 March 2025"], 2, "is not a date"),
        (["courier.txt", "radio.txt", "--update"], 1, "nothing to update"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    cli: Cli, here: Path, words: list[str], code: int, told: str
) -> None:
    done = cli("draft", *words, "--name", "bridge")
    assert done.returncode == code
    assert told in done.stderr
    assert written(here) == {}


def test_all_files_that_cannot_be_read_are_named_at_once(cli: Cli, here: Path) -> None:
    (here / "empty.txt").write_bytes(b"")
    (here / "word.txt").write_text("word", "utf-8")
    (here / "noise.txt").write_bytes(bytes(range(256)) * 400)
    done = cli("draft", "empty.txt", "word.txt", "noise.txt", "gone.txt", "--name", "bridge")
    assert done.returncode == 1
    for name in ("empty.txt", "word.txt", "noise.txt", "gone.txt"):
        assert f"{name}: " in done.stderr
    assert "Traceback" not in done.stderr
    assert written(here) == {}


def test_a_name_that_is_taken_is_left_alone(cli: Cli, here: Path) -> None:
    (here / "lessons").mkdir()
    (here / "lessons" / "bridge.yaml").write_text("mine", "utf-8")
    before = tree(here)
    assert cli("draft", "courier.txt", "radio.txt", "--name", "bridge").returncode == 1
    assert cli("draft", "courier.txt", "radio.txt", "--name", "My Bridge").returncode == 2
    assert tree(here) == before
    assert cli("draft", "courier.txt", "radio.txt", "--name", "other").returncode == 0
    before = tree(here)
    done = cli("draft", "courier.txt", "ferry.txt", "--name", "other")
    assert done.returncode == 1
    assert "ferry.txt" in done.stderr
    assert tree(here) == before


def test_unrelated_articles_are_not_compared(cli: Cli, here: Path) -> None:
    done = cli("draft", "courier.txt", "ferry.txt", "--name", "two")
    assert done.returncode == 0, done.stderr
    assert "different things" in done.stderr
    dossier = here / "source_texts/two/dossier.yaml"
    assert yaml.safe_load(dossier.read_text("utf-8"))["claims"] == []
    assert [e for e in read_sheet(dossier.read_text("utf-8")).entries if e.where == "claims"] == []
    assert [d for d in problems(cli, "two") if d["severity"] == "error"] == []


def test_other_languages_give_reports_and_nothing_made_up(cli: Cli, here: Path) -> None:
    done = cli("draft", "puente.txt", "radio.txt", "--name", "puente")
    assert done.returncode == 0, done.stderr
    assert "English" in done.stderr
    folder = here / "source_texts" / "puente"
    assert front(folder / "puente.md")["language"] == "es"
    assert all(read_sheet(p.read_text("utf-8")).entries == () for p in folder.glob("*.yaml"))
    assert not (here / "lessons").exists()
    assert [d for d in problems(cli, "puente") if d["severity"] == "error"] == []


def test_at_a_terminal_it_asks_for_what_is_not_stated(here: Path, repo: Path) -> None:
    """Enter leaves a question open; a date that is none is asked for again."""
    pty = pytest.importorskip("pty")
    parent, child = pty.openpty()
    words = [sys.executable, "-P", "-m", "generator", "draft", "courier.txt", "radio.txt", "--name", "bridge"]
    with subprocess.Popen(
        [*words, "--outlet", "B=Valley Radio"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(repo)},
        stdin=child,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        os.write(parent, b"Ellerby Courier\nyesterday\n2025-03-04\n\n")
        assert process.stderr is not None
        told = process.stderr.read()
    os.close(child)
    os.close(parent)
    assert process.returncode == 0, told
    assert "not a date" in told
    one, two = (front(here / "source_texts/bridge" / f"{name}.md") for name in ("courier", "radio"))
    assert (one["outlet"], str(one["published"])) == ("Ellerby Courier", "2025-03-04")
    assert (two["outlet"], two["published"]) == ("Valley Radio", None)


# -- a later draft ---------------------------------------------------------------------------------


def marker(id_: str, text: str, live: bool, sure: float = 0.95, **more: Any) -> Suggestion:
    note = {"id": id_, "text": text, "kind": "modal", **more}
    return Suggestion("A", "markers", id_, note, "word", sure, live, "" if live else "low")


@pytest.fixture
def suggested(here: Path, monkeypatch: pytest.MonkeyPatch) -> list[Suggestion]:
    """What is suggested, whatever the articles say; `main` runs in their folder."""
    found = [marker("probably", "probably", live=True), marker("may", "may", live=False, sure=0.5)]
    monkeypatch.chdir(here)
    monkeypatch.setattr("generator.draft.suggest.suggest", lambda *_: Drafted(tuple(found), (), {}))
    return found


def draft(*words: str) -> int:
    return main(["draft", "courier.txt", "radio.txt", "--name", "bridge", *words])


def notes(here: Path) -> Path:
    return here / "source_texts/bridge/courier.notes.yaml"


def entries(here: Path) -> dict[str, Entry]:
    return {e.id: e for e in read_sheet(notes(here).read_text("utf-8")).entries}


def test_a_note_that_check_refuses_becomes_a_comment_with_the_reason(
    here: Path, suggested: list[Suggestion]
) -> None:
    suggested.append(marker("nowhere", "these words stand nowhere", live=True))
    assert draft() == 0
    found = entries(here)
    assert {id_: e.state for id_, e in found.items()} == {"probably": "live", "may": "asked", "nowhere": "asked"}
    assert "SS310" in found["nowhere"].reason
    assert main(["check", "bridge"]) == 0


def test_what_rests_on_a_refused_note_is_refused_too(here: Path, suggested: list[Suggestion]) -> None:
    side = {"standing": "hedged", "quote": "six weeks", "said_by": "nobody"}
    claim = {"id": "c", "topic": "time of the work", "slot": "when", "A": side, "B": "absent"}
    claim |= {"statement": "It takes six weeks.", "relation": "only-in-one", "explain": "Only A says so."}
    suggested.append(Suggestion(None, "claims", "c", claim, "rule", 0.99, live=True))
    suggested.append(marker("weeks", "would probably take", live=True, limits="c"))
    assert draft() == 0
    assert main(["check", "bridge"]) == 0
    dossier = read_sheet((here / "source_texts/bridge/dossier.yaml").read_text("utf-8"))
    assert [(e.id, e.state) for e in dossier.entries] == [("c", "asked")]
    assert entries(here)["weeks"].state == "asked"


@pytest.mark.usefixtures("suggested")
def test_texts_that_carry_no_lesson_say_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draft() == 0
    assert "No lesson was written" in capsys.readouterr().err
    assert not (here / "lessons").exists()


@pytest.mark.usefixtures("suggested")
def test_the_same_again_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft()
    before = tree(here)
    capsys.readouterr()
    for words in ((), ("--update",)):
        assert draft(*words) == 0
        assert "Nothing new" in capsys.readouterr().err
    assert tree(here) == before


def test_edits_stay_and_what_is_new_is_listed_and_added_on_demand(
    here: Path, suggested: list[Suggestion], capsys: pytest.CaptureFixture[str]
) -> None:
    draft()
    text = notes(here).read_text("utf-8").replace("kind: modal", "kind: probability   # mine", 1)
    notes(here).write_text(text + "\n# the end\n", "utf-8")
    (here / "source_texts/bridge/radio.md").write_text(
        (here / "source_texts/bridge/radio.md")
        .read_text("utf-8")
        .replace("Nobody was hurt.", "Nobody was hurt at all."),
        "utf-8",
    )
    before = tree(here)
    suggested.insert(1, marker("work", "bridge", live=True))
    suggested.insert(2, marker("station", "station", live=True))
    del suggested[-1]
    capsys.readouterr()
    assert draft() == 0
    said = capsys.readouterr()
    assert tree(here) == before
    assert [line[:6] for line in said.out.splitlines()[1:]] == ["  + wo", "  + st", "  ~ pr", "  - ma"]
    assert "--update" in said.err
    assert draft("--update") == 0
    after = tree(here)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {"source_texts/bridge/courier.notes.yaml"}
    left = iter(notes(here).read_text("utf-8").splitlines())
    assert all(line in left for line in before[next(iter(changed))].decode().splitlines())
    assert list(entries(here)) == ["probably", "work", "station", "may"]
    assert entries(here)["probably"].note["kind"] == "probability"
    assert entries(here)["work"].state == "asked", "these words stand several times"
    assert main(["check", "bridge"]) == 0


def test_a_broken_file_is_not_touched(
    here: Path, suggested: list[Suggestion], capsys: pytest.CaptureFixture[str]
) -> None:
    draft()
    notes(here).write_text(notes(here).read_text("utf-8").replace("reviewed_by:", "reviewed_by: ["), "utf-8")
    before = tree(here)
    suggested.append(marker("work", "station", live=True))
    assert draft("--update") == 1
    assert "courier.notes.yaml" in capsys.readouterr().err
    assert tree(here) == before


def test_problems_that_were_there_do_not_keep_new_suggestions_out(here: Path, suggested: list[Suggestion]) -> None:
    draft()
    notes(here).write_text(notes(here).read_text("utf-8").replace("text: probably", "text: gone", 1), "utf-8")
    suggested.append(marker("station", "station", live=True))
    assert draft("--update") == 0
    assert entries(here)["station"].state == "live"


def test_the_reports_are_read_as_they_stand_now(cli: Cli, here: Path) -> None:
    cli("draft", "courier.txt", "radio.txt", "--name", "bridge")
    report = here / "source_texts/bridge/courier.md"
    more = "\n“I will write to the county,” Omar Reyes said on Wednesday.\n"
    report.write_text(report.read_text("utf-8") + more, "utf-8")
    done = cli("draft", "--name", "bridge", "--update")
    assert done.returncode == 0, done.stderr
    assert report.read_text("utf-8").endswith(more)
    texts = [str(e.note) for e in entries(here).values()]
    assert any("I will write to the county" in text for text in texts)


def test_templates_of_ones_own_are_used(cli: Cli, here: Path, repo: Path) -> None:
    own = here / "templates" / "scaffold" / "draft"
    own.mkdir(parents=True)
    bundled = (repo / "templates" / "scaffold" / "draft" / "report.md").read_text("utf-8")
    (own / "report.md").write_text(bundled.replace("schema: 1", "# Room 12\nschema: 1"), "utf-8")
    assert cli("draft", "courier.txt", "radio.txt", "--name", "bridge").returncode == 0
    assert "# Room 12" in (here / "source_texts/bridge/radio.md").read_text("utf-8")
