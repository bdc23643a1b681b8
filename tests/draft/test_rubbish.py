"""What people give the reading verbs that is no article, or an odd one: a clear word, and nothing made up."""

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from generator.cli import main
from generator.draft.article import Unreadable
from generator.draft.intake.languages import language
from generator.draft.intake.read import article_of

REPO = Path(__file__).resolve().parents[2]
STORY = (
    "The town has closed the old ferry house after a storm took off half of its roof, the harbour master said on "
    "Monday. About 40 boats lie behind it. “We were lucky,” said Ines Corran, who keeps the café beside it, and "
    "she hopes that the house will perhaps open again in summer.\n\n"
    "The repairs may cost 90,000 euros. Nobody was hurt.\n"
)
OTHER = (
    "Half the roof of the ferry house has been torn off by a storm, and the building is shut. Around 60 boats "
    "were moored close by, according to the harbour master. Ines Corran, who has a café there, told reporters "
    "that everybody had been lucky. The house will be open again in August.\n"
)


def packed() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("x.txt", STORY)
    return data.getvalue()


RUBBISH = {
    "empty.txt": b"",
    "white.txt": b"  \n\t\r\n\n",
    "word.txt": b"ferry",
    "short.txt": " ".join(STORY.split()[:30]).encode(),
    "huge.txt": (STORY * 6000).encode(),
    "line.txt": b"a" * 2_000_000,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "page.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 9,
    "packed.zip": packed(),
    "packed.docx": packed(),
    "cut.docx": packed()[:40],
    "noise.txt": bytes(range(256)) * 30,
    "zeros.txt": bytes(5000),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(STORY, "utf-8")
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    for name, data in RUBBISH.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "long.txt").write_text(STORY * 110, "utf-8")
    (tmp_path / "folder").mkdir()
    return tmp_path


def entries(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("verb", ["annotate", "compare", "draft"])
@pytest.mark.parametrize("name", [*RUBBISH, "folder", "nowhere.txt"])
def test_each_verb_says_what_is_wrong_with_a_file(
    here: Path, capsys: pytest.CaptureFixture[str], verb: str, name: str
) -> None:
    before = entries(here)
    words = {"annotate": [name], "compare": [name, "other.txt"], "draft": [name, "other.txt", "--name", "x"]}
    assert main([verb, *words[verb]]) == 1
    told = capsys.readouterr().err
    assert f"{name}: " in told
    assert "mistake in secondsource" not in told
    assert entries(here) == before


def test_a_draft_tells_the_troubles_of_all_files_at_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "empty.txt", "folder", "long.txt", "nowhere.txt", "--name", "x"]) == 1
    told = capsys.readouterr().err
    assert all(f"{name}: " in told for name in ("empty.txt", "folder", "long.txt", "nowhere.txt"))
    assert not (here / "source_texts").exists()


@pytest.mark.parametrize("data", [RUBBISH["empty.txt"], RUBBISH["noise.txt"], RUBBISH["word.txt"]])
def test_rubbish_on_standard_input(here: Path, data: bytes) -> None:
    for words in (["annotate", "-"], ["compare", "-", "good.txt"], ["draft", "-", "good.txt", "--name", "x"]):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "generator", *words],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(REPO)},
            input=data,
            capture_output=True,
            check=False,
        )
        told = done.stderr.decode()
        assert done.returncode == 1, told
        assert "standard input: " in told
        assert "Traceback" not in told
    assert not (here / "source_texts").exists()


def test_a_draft_takes_one_article_from_standard_input(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "draft", "-", "other.txt", "--name", "ferry"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(REPO)},
        input=STORY.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "“We were lucky,” said Ines Corran" in (here / "source_texts/ferry/report-a.md").read_text("utf-8")
    assert main(["draft", "-", "-", "--name", "twice"]) == 2


def test_one_text_with_a_changed_number_is_not_called_the_same(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "changed.txt").write_text(STORY.replace("40 boats", "70 boats"), "utf-8")
    assert main(["compare", "good.txt", "changed.txt", "--color", "never"]) == 0
    view = capsys.readouterr().out
    assert "one text with few changes" in view
    assert "About [40] boats" in view
    assert "About [70] boats" in view
    assert "Nobody was hurt" not in view
    main(["compare", "good.txt", "good.txt", "--color", "never"])
    assert "the same text" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ראש העיר אמרה ביום שני כי המעבורת לא תצא לים. " * 8, "he"),
        ("Ο δήμαρχος είπε τη Δευτέρα ότι το πλοίο δεν θα φύγει. " * 8, "el"),
        ("市长星期一说渡轮不会出海。" * 12, "zh"),
    ],
)
def test_other_scripts_are_told(text: str, code: str) -> None:
    assert language(text) == code


def test_bytes_that_fill_up_the_end_of_a_file_do_no_harm() -> None:
    padded, plain = article_of(STORY.encode() + bytes(64), "x.txt"), article_of(STORY.encode(), "x.txt")
    assert padded.blocks == plain.blocks
    with pytest.raises(Unreadable):
        article_of(bytes(64), "x.txt")
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert article_of(STORY.encode(encoding), "x.txt").blocks == plain.blocks


PASTED = """Skip to main content
Home
News
Sport
Sign in
We value your privacy
We and our 87 partners store and access information on a device. You can change your choices at any time.
Accept all
Reject all

Local news

Storm takes roof off ferry house

By Petra Lind
14 May 2025, 17:42
Share
"""


def test_a_page_pasted_with_its_menu_and_its_cookie_words() -> None:
    found = article_of(f"{PASTED}\n{STORY}\nCookie settings\nTerms of use\n".encode(), "x.txt")
    assert (found.title, found.byline, found.published) == (
        "Storm takes roof off ferry house",
        "Petra Lind",
        "2025-05-14",
    )
    assert [block.text for block in found.blocks if block.kind == "body"] == STORY.strip().split("\n\n")
    assert any("left out" in warning for warning in found.warnings)


def test_a_word_over_a_headline_is_no_menu() -> None:
    """Only behind other lines of a web page is the name of a section one."""
    found = article_of(f"Weather\n\nStorm takes roof off ferry house\n\n{STORY}".encode(), "x.txt")
    assert "Weather" in [block.text for block in found.blocks]


LETTER = """From: Tarn Valley Weekly <news@tarn.example>
To: readers@tarn.example
Subject: The ferry house: what we know
Date: Fri, 7 Mar 2025 08:00:11 +0100

View this e-mail in your browser

TARN VALLEY WEEKLY | Issue 212
==============================

STORM TAKES ROOF OFF FERRY HOUSE

"""


def test_an_e_mail_is_read_without_its_envelope() -> None:
    end = "\n--\nYou get this e-mail because you signed up.\nUnsubscribe | Forward to a friend\n"
    found = article_of(f"{LETTER}{STORY}{end}".encode(), "x.txt")
    assert (found.title, found.outlet, found.published) == (
        "STORM TAKES ROOF OFF FERRY HOUSE",
        None,
        "2025-03-07",
    )
    assert ("outlet", "Tarn Valley Weekly") in [(hint.field, hint.value) for hint in found.hints]
    assert [block.text for block in found.blocks] == STORY.strip().split("\n\n")


def test_what_only_speaks_of_cookies_or_of_a_subject_stays() -> None:
    text = (
        "Subject: the ferry house is what people speak of here.\n\n"
        "The law on cookies and privacy has changed, the minister said on Monday, and every site must ask.\n\n"
    )
    found = " ".join(block.text for block in article_of(f"{text}{STORY}".encode(), "x.txt").blocks)
    assert "The law on cookies and privacy" in found
    assert "the ferry house is what people speak of here" in found


# -- nothing is left half-written ------------------------------------------------------------------


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("at", [1, 3, 6])
def test_a_draft_that_is_broken_off_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, at: int
) -> None:
    from generator.cli import _scaffold

    before, write, calls = entries(here), _scaffold._write_one, []

    def failing(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == at:
            raise error
        write(path, data)

    monkeypatch.setattr(_scaffold, "_write_one", failing)
    code = main(["draft", "good.txt", "other.txt", "--name", "ferry"])
    assert len(calls) == at
    assert code == (130 if isinstance(error, KeyboardInterrupt) else 3)
    assert "mistake in secondsource" not in capsys.readouterr().err
    assert entries(here) == before
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert main(["draft", "good.txt", "other.txt", "--name", "ferry"]) == 0


def test_a_name_is_suggested_without_losing_letters(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "good.txt", "other.txt", "--name", "Über uns"]) == 2
    assert "uber-uns" in capsys.readouterr().err
    assert not (here / "source_texts").exists()
