"""Whose word: a voice that the text bears out, or no row."""

from changes import cells, made, shortage, unit_ids
from story import story

from generator.model.dossier import Dossier

DOSSIER = story()


def with_voice(id_: str, voice: str) -> Dossier:
    notes = tuple(n.model_copy(update={"voice": voice}) if n.id == id_ else n for n in DOSSIER.wording)
    return DOSSIER.model_copy(update={"wording": notes})


def test_known_answers() -> None:
    assert cells(made("whose_word", DOSSIER, lane="extension")) == {
        "“smashed” (B, line 6)": "the writer’s",
        "“stormed” (B, line 20)": "the writer’s",
        "“panic” (B, line 13)": "a speaker’s",
    }


def test_key_names_the_speaker() -> None:
    told = made("whose_word", DOSSIER).key.rationale
    assert "“panic” (B, line 13) belongs to what Imre Vass said" in told


def test_open_voice_is_an_answer() -> None:
    found = cells(made("whose_word", with_voice("smashed", "unclear"), lane="extension"))
    assert found["“smashed” (B, line 6)"] == "cannot tell"


def test_notes_against_the_text_make_no_row() -> None:
    assert shortage("whose_word", with_voice("panic", "writer"), "panic") == "inside-speech"
    assert shortage("whose_word", with_voice("smashed", "quoted"), "smashed") == "no-speaker"
    assert shortage("whose_word", DOSSIER, "disgrace") == "retold"
    assert "secret" not in unit_ids("whose_word", DOSSIER)
