"""`secondsource review`: each answer is saved at once, and nothing else in the files changes."""

import io
import os
import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from two_articles import COURIER, RADIO

from generator.cli import main
from generator.cli._review_desk import Desk, desk_of
from generator.cli._review_view import shown, wrapped
from generator.cli.review import _in_editor
from generator.draft.files.entries import read_sheet
from generator.draft.suggest import Candidate, Drafted
from generator.draft.suggestion import Suggestion
from generator.load.project import open_project

Review = Callable[..., int]


def note(
    where: str, id_: str, sure: float, live: bool = True, report: str | None = "A", **more: Any
) -> Suggestion:
    given = more if where in ("nodes", "edges") else {"id": id_, **more}
    return Suggestion(report, where, id_, given, "rule", sure, live, "" if live else "low")  # type: ignore[arg-type]


PRUETT = {
    "says": "“We cannot take any risk with old iron”",
    "source": "Dana Pruett",
    "cue": {"text": "said", "near": "the mayor"},
    "content": "“We cannot take any risk with old iron,”",
    "form": "direct",
    "source_kind": "person",
    "basis": "not-stated",
}
RISK = {
    "topic": "why the bridge is shut",
    "statement": "Old iron is a risk.",
    "slot": "why",
    "A": {"quote": "We cannot take any risk with old iron", "standing": "attributed", "said_by": "pruett"},
    "B": "absent",
    "relation": "only-in-one",
    "explain": "Only A says so in this form.",
}
FOUND = (
    note("attributions", "pruett", 0.97, **PRUETT),
    note("markers", "probably", 0.91, text="probably", kind="probability", effect="Without it, it would be sure."),
    note("markers", "may", 0.6, live=False, text="may", kind="modal", effect="Without it, it would be sure."),
    note("markers", "nowhere", 0.8, live=False, text="these words stand nowhere", kind="modal"),
    note("claims", "risk", 0.95, report=None, **RISK),
)
LEFT = ["probably", "risk", "pruett", "nowhere", "may"]
"""The order in which they are asked about."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A draft of these suggestions, and a lesson with items on two of them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "courier.txt").write_text(COURIER, "utf-8")
    (tmp_path / "radio.txt").write_text(RADIO, "utf-8")
    items = (
        Candidate("attribution", {"type": "whose_exact_words", "use": ["pruett"]}),
        Candidate("uncertainty", {"type": "remove_the_hedge", "use": ["probably"]}),
    )
    monkeypatch.setattr("generator.draft.suggest.suggest", lambda *_: Drafted(FOUND, items, {}))
    assert main(["draft", "courier.txt", "radio.txt", "--name", "bridge"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def review(monkeypatch: pytest.MonkeyPatch) -> Review:
    """review("a", "q") -> exit code, with these lines as answers."""

    def run(*answers: str, words: tuple[str, ...] = ("bridge",)) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in answers)))
        return main(["review", *words])

    return run


def files(here: Path) -> dict[str, str]:
    folders = (here / "source_texts", here / "lessons")
    return {
        p.relative_to(here).as_posix(): p.read_text("utf-8") for f in folders for p in f.rglob("*") if p.is_file()
    }


def states(here: Path) -> dict[str, str]:
    found = [e for text in files(here).values() for e in read_sheet(text).entries]
    return {e.id: e.state for e in found}


def desk(here: Path) -> Desk:
    return desk_of(open_project(here), "bridge")


def test_those_in_use_come_first_the_least_sure_first_then_the_surest_others(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    assert review("s", "s", "s", "s", "s") == 0
    out = capsys.readouterr().out
    assert re.findall(r"^\[\d of 5\] [^:]*: (\S+)$", out, flags=re.M) == LEFT
    assert files(here) == before
    assert "5 left to review, 3 of them in use" in out


def test_what_is_shown_has_the_sentence_the_words_and_why(here: Path) -> None:
    one = desk(here)
    entry = next(w.entry for w in one.waiting() if w.entry.id == "pruett")
    told = " ".join(" ".join(shown(entry, "A", one.reports, colour=False)).split())
    assert (
        "[content: “We cannot take any risk with old iron,”] the mayor, [source: Dana Pruett], [cue: said]."
        in told
    )
    assert "She said" not in told, "only the sentence"
    assert "Dana Pruett” (person)" in told
    claim = next(w.entry for w in one.waiting() if w.entry.id == "risk")
    assert "[words: We cannot take any risk with old iron]" in " ".join(
        shown(claim, "", one.reports, colour=False)
    )
    lost = next(w.entry for w in one.waiting() if w.entry.id == "nowhere")
    assert "not in the report: “these words stand nowhere”" in "\n".join(
        shown(lost, "A", one.reports, colour=False)
    )
    assert "\033[" in "\n".join(shown(entry, "A", one.reports, colour=True))


def test_each_step_is_saved_at_once(here: Path, review: Review) -> None:
    assert review("a", "q") == 0
    assert states(here)["probably"] == "own"
    assert review("s", "d") == 0
    assert states(here) == {
        "probably": "own",
        "risk": "live",
        "pruett": "gone",
        "may": "asked",
        "nowhere": "asked",
    } | {"risk": "asked"}


def test_accepting_changes_one_line(here: Path, review: Review) -> None:
    before = files(here)
    review("a")
    after = files(here)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["source_texts/bridge/courier.notes.yaml"]
    gone = before[changed[0]].splitlines()
    for line in after[changed[0]].splitlines():
        gone.remove(line)
    assert gone == ["  # suggested 0.91 rule"]


def test_one_that_was_not_in_use_is_checked_before_it_is(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    review("s", "s", "s", "a", "s", "a")
    said = capsys.readouterr().err
    assert "not done: " in said
    assert "does not stand in passage A" in said
    after = files(here)
    assert states(here)["nowhere"] == "asked"
    assert states(here)["may"] == "own"
    assert main(["check", "bridge"]) == 0
    name = "source_texts/bridge/courier.notes.yaml"
    assert [p for p in before if p != name and before[p] != after[p]] == []


def test_a_dropped_note_takes_along_what_rests_on_it(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "whose_exact_words" in files(here)["lessons/bridge.yaml"]
    review("s", "s", "d", "q")
    said = capsys.readouterr().err
    assert "risk rests on it" in said
    assert states(here)["pruett"] == "gone"
    assert states(here)["risk"] == "asked"
    lesson = files(here)["lessons/bridge.yaml"]
    assert "whose_exact_words" not in lesson
    assert "remove_the_hedge" in lesson
    assert main(["check", "bridge"]) == 0
    assert main(["build", "bridge", "--format", "txt"]) == 0


def test_what_an_accepted_note_rests_on_is_not_dropped(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    review("s", "a", "d", "q")
    assert "'risk' rests on it" in capsys.readouterr().err
    assert states(here)["pruett"] == "live"
    assert states(here)["risk"] == "own"


def test_a_step_between_origins_brings_its_ends_along(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / "source_texts/bridge/dossier.yaml"
    text = path.read_text("utf-8")
    nodes = (
        "  nodes:\n    # suggested 0.90 speaker\n    mayor: {label: Dana Pruett, kind: person}\n"
        "    #? 0.50 outlet: low\n    #? courier:\n    #?   label: the Courier\n    #?   kind: outlet\n"
        "    #?   report: A\n"
    )
    edges = (
        "  edges: []\n    #? 0.99 quoted-by: low\n    #? - from: mayor\n    #?   to: courier\n    #?   how: told\n"
        "    #?   basis: inferred\n"
    )
    path.write_text(text.replace("  nodes: {}\n", nodes).replace("  edges: []\n", edges), "utf-8")
    before = files(here)
    review("s", "s", "s", "s", "a", "u", "q")
    assert files(here) == before
    review("s", "s", "s", "s", "a", "q")
    told = capsys.readouterr()
    assert "From Dana Pruett (person) to the Courier (outlet): told, inferred" in told.out
    assert "mayor is accepted with it" in told.err
    assert {id_: s for id_, s in states(here).items() if id_ in ("mayor", "courier", "mayor-to-courier")} == {
        "mayor": "own",
        "courier": "own",
        "mayor-to-courier": "own",
    }
    assert main(["check", "bridge"]) == 0


def test_undo_takes_back_step_by_step(here: Path, review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(here)
    review("a", "s", "d", "u", "u", "u", "q")
    assert files(here) == before
    assert "nothing to undo" in capsys.readouterr().err


def test_mending_by_field_puts_the_note_in_use(here: Path, review: Review) -> None:
    review("m", "kind", "speculation", "effect", "-", "neutral", "", "", "q")
    assert states(here)["probably"] == "own"
    entry = read_sheet(files(here)["source_texts/bridge/courier.notes.yaml"]).find("markers", "probably")
    assert entry is not None
    assert dict(entry.note) == {"id": "probably", "text": "probably", "kind": "speculation"}
    review("s", "s", "m", "text", "{text: risk, occurrence: 1}", "", "q")
    entry = read_sheet(files(here)["source_texts/bridge/courier.notes.yaml"]).find("markers", "nowhere")
    assert entry is not None
    assert (entry.state, entry.note["text"]) == ("own", {"text": "risk", "occurrence": "1"})
    assert main(["check", "bridge"]) == 0


def test_mending_in_an_editor_keeps_the_id(here: Path, tmp_path: Path) -> None:
    entry = next(w.entry for w in desk(here).waiting() if w.entry.id == "may")
    script = tmp_path / "edit.py"
    change = "text.replace('kind: modal', 'kind: speculation').replace('id: may', 'id: other')"
    script.write_text(
        "import sys\nfrom pathlib import Path\np = Path(sys.argv[1])\ntext = p.read_text('utf-8')\n"
        f"p.write_text({change}, 'utf-8')\n",
        "utf-8",
    )
    note = _in_editor(entry, f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}")
    assert note == {**entry.note, "kind": "speculation"}
    script.write_text("import sys\nopen(sys.argv[1], 'w').write('- [')\n", "utf-8")
    assert _in_editor(entry, f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}") is None


def test_a_mend_that_an_item_cannot_bear_takes_the_item_along(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "remove_the_hedge" in files(here)["lessons/bridge.yaml"]
    review("m", "effect", "-", "", "q")
    assert "the lesson bridge does without it" in capsys.readouterr().err
    assert "remove_the_hedge" not in files(here)["lessons/bridge.yaml"]
    assert "whose_exact_words" in files(here)["lessons/bridge.yaml"]
    assert main(["check", "bridge"]) == 0


def test_a_wrong_mend_is_refused_and_the_note_stays(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(here)
    review("m", "kind", "guess", "", "m", "text", "[a", "", "m", "id", "", "q")
    said = capsys.readouterr().err
    assert "not done: " in said
    assert "cannot be read" in said
    assert said.count("nothing was changed") == 2
    assert files(here) == before


def test_what_is_written_elsewhere_meanwhile_stays(here: Path) -> None:
    one = desk(here)
    first, second, third = one.waiting()[:3]
    path = here / "source_texts/bridge/courier.notes.yaml"
    one.accept(first)
    path.write_text(
        path.read_text("utf-8").replace("basis: not-stated", "basis: official  # mine") + "\n# end\n", "utf-8"
    )
    assert not one.undo(), "it would take the other words away"
    one.accept(third)
    text = path.read_text("utf-8")
    assert "basis: official  # mine" in text
    assert text.endswith("# end\n")
    assert states(here)["pruett"] == "own"
    assert one.now(second) is not None
    assert one.now(third) is None


def test_when_none_is_left_it_says_how_to_sign_and_signing_makes_no_draft(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    review("a", "a", "a", "d", "a")
    out = capsys.readouterr().out
    assert "None left" in out
    assert "sign bridge --by" in out
    assert all(
        "reviewed_by: null" in text
        for name, text in files(here).items()
        if "source_texts" in name and name.endswith("yaml")
    )
    assert main(["build", "bridge", "--format", "txt"]) == 0
    assert "draft" in next(here.glob("build/bridge/*key*.txt")).read_text("utf-8").lower()
    assert main(["sign", "bridge", "--by", "Kim Alder"]) == 0
    assert main(["build", "bridge", "--format", "txt"]) == 0
    assert "draft" not in next(here.glob("build/bridge/*key*.txt")).read_text("utf-8").lower()
    capsys.readouterr()
    assert review() == 0
    assert "nothing to review" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_signing_before_the_end_says_what_nobody_has_judged(
    review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    review("a", "q")
    capsys.readouterr()
    assert main(["sign", "bridge", "--by", "Kim Alder"]) == 0
    said = capsys.readouterr().err
    assert "courier.notes.yaml still has 1 suggested note in use" in said
    assert "review bridge" in said


@pytest.mark.usefixtures("here")
def test_only_those_in_use_on_demand(review: Review, capsys: pytest.CaptureFixture[str]) -> None:
    review("s", "s", "s", words=("bridge", "--in-use"))
    assert re.findall(r"^\[\d of 3\] [^:]*: (\S+)$", capsys.readouterr().out, flags=re.M) == LEFT[:3]


def test_what_is_no_dossier_of_this_folder_is_said(
    here: Path, review: Review, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review(words=("bridg",)) == 1
    assert "did you mean 'bridge'" in capsys.readouterr().err
    (here / "source_texts/bridge/dossier.yaml").write_text("claims: [", "utf-8")
    assert review() == 1
    assert "dossier.yaml" in capsys.readouterr().err


@settings(max_examples=12)
@given(st.lists(st.sampled_from(["a", "d", "s", "u", "x", "m", ""]), max_size=8))
def test_whatever_is_answered_the_files_pass_check(
    tmp_path_factory: pytest.TempPathFactory, answers: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        (folder / "courier.txt").write_text(COURIER, "utf-8")
        (folder / "radio.txt").write_text(RADIO, "utf-8")
        patch.setattr("generator.draft.suggest.suggest", lambda *_: Drafted(FOUND, (), {}))
        assert main(["draft", "courier.txt", "radio.txt", "--name", "bridge"]) == 0
        before = files(folder)
        patch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in answers)))
        assert main(["review", "bridge"]) == 0
        assert main(["check", "bridge"]) == 0
        assert set(files(folder)) == set(before)
        assert set(states(folder)) == {one.id for one in FOUND}
        reports = [name for name in before if name.endswith(".md")]
        assert [files(folder)[name] for name in reports] == [before[name] for name in reports]


# -- at a terminal ---------------------------------------------------------------------------------


def at_terminal(here: Path, keys: bytes, columns: int = 80) -> tuple[int, str]:
    """The exit code and what a terminal of this width shows when these keys are pressed."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    import fcntl
    import struct
    import subprocess

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    left = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "EDITOR", "VISUAL", "NO_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "generator", "review", "bridge"],
        cwd=here,
        env={**left, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "TERM": "xterm"},
        stdin=child,
        stdout=child,
        stderr=child,
    ) as process:
        os.close(child)
        os.write(parent, keys)
        shown = b""
        # A terminal whose other end has gone gives an error on some systems and nothing on others.
        try:
            while part := os.read(parent, 65536):
                shown += part
        except OSError:
            pass
    os.close(parent)
    return process.returncode, shown.decode("utf-8", "replace").replace("\r\n", "\n")


def test_one_key_is_enough_at_a_terminal(here: Path) -> None:
    assert at_terminal(here, b"adq")[0] == 0
    found = states(here)
    assert (found["probably"], found["risk"]) == ("own", "gone")
    assert found["pruett"] == "live"


def test_arrows_letters_with_accents_and_enter_judge_nothing(here: Path) -> None:
    """Up ends in an A, left in a D."""
    before = files(here)
    for keys in (b"\x1b[A", b"\x1b[D", "é".encode(), b"\n \n"):
        code, shown_ = at_terminal(here, keys + b"q")
        assert code == 0, shown_
        assert files(here) == before


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_window(here: Path, columns: int) -> None:
    code, shown_ = at_terminal(here, b"sssss", columns)
    assert code == 0
    told = re.sub(r"\033\[[0-9;]*m", "", shown_).split("[1 of 5]")[1].split("left to review")[0]
    assert all(len(line) <= columns for line in told.split("\n")), told
    assert "“We cannot take any risk with old iron,”" in " ".join(told.split())


@given(
    st.lists(st.text("ab \033[1;m", max_size=12), max_size=30),
    st.integers(30, 200),
)
def test_wrapping_keeps_every_word(words: list[str], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        lines = wrapped("  " + " ".join(words), "    ")
    assert "".join("".join(lines).split()) == "".join("".join(words).split())
