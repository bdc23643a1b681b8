"""Why a name is left out, and the five questions for a source: words of notes -> their places in the report."""

import shutil
from pathlib import Path

import pytest

from generator.load.content import LoadedDossier, load_dossier
from generator.load.project import open_project

GOOD = Path(__file__).parents[1] / "check" / "good"
TRUST = """\
    trust:
      independent: {{answer: no, why: She speaks for the harbour., quote: {words}}}
      multiple: {{answer: no, why: Nobody else says it.}}
      verifies: {{answer: no, why: She does not say how she knows.}}
      authoritative: {{answer: cannot-tell, why: The report does not say what she does there.}}
      named: {{answer: no, why: Only an office is given.}}
    unnamed_why: {words}
"""


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def loaded(project: Path, words: str) -> LoadedDossier:
    """The dossier on the ferry, with these words quoted for its unnamed source."""
    notes = project / "source_texts" / "ferry" / "post.notes.yaml"
    anchor = "    basis_why: She speaks for the harbour.\n"
    text = notes.read_text("utf-8")
    assert text.count(anchor) == 1
    notes.write_text(text.replace(anchor, anchor + TRUST.format(words=words)), "utf-8")
    return load_dossier(open_project(project), "ferry")


def test_words_are_found_in_the_report(ferry: Path) -> None:
    dossier = loaded(ferry, "a harbour official").dossier
    assert dossier is not None
    note = next(a for a in dossier.attributions if a.id == "in-port")
    assert note.unnamed_why is not None
    assert note.trust is not None
    for quote in (note.unnamed_why, note.trust["independent"].quote):
        assert quote is not None
        assert dossier.passages["A"].text[quote.start : quote.end] == "a harbour official"
    assert [note.trust[q].quote is None for q in ("multiple", "verifies", "authoritative", "named")] == [True] * 4
    assert next(a for a in dossier.attributions if a.id == "one-engine").unnamed_why is None


def test_words_that_stand_nowhere_are_told_for_both(ferry: Path) -> None:
    told = [d for d in loaded(ferry, "because she wished it").diagnostics if "because she wished it" in d.message]
    assert len(told) == 2
