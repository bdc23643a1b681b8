"""Source or channel on the story: the right source, and wrong options that are real misreadings."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.source_or_channel import SourceOrChannel
from generator.model.item import Choice

KIND, DOSSIER = SourceOrChannel(), story()


def options(note: str) -> dict[str, str]:
    item = make(KIND, DOSSIER, note)
    assert isinstance(item.question.response, Choice)
    return {option.text: item.key.misreadings.get(option.id, "") for option in item.question.response.options}


def test_speaker_behind_agency_and_paper() -> None:
    found = options("okafor-homes")
    assert found["Dana Okafor"] == ""
    assert set(found) == {"Dana Okafor", "Brindle Gazette", "Northern News", "Lakeland FM"}
    assert "channel" in found["Northern News"]


def test_person_who_was_told_is_an_option_and_wrong() -> None:
    found = options("vass-patients")
    assert found["Imre Vass"] == ""
    assert "told" in found["Lakeland FM"]
    assert len(found) == 3


def test_no_second_name_of_the_source_among_the_options() -> None:
    for note in usable(KIND, DOSSIER):
        names = [text for text in options(note) if "Okafor" in text]
        assert len(names) <= 1


def test_no_distractor_no_item() -> None:
    assert why_not(KIND, DOSSIER, "company-boil") == "no-distractor"
    assert why_not(KIND, DOSSIER, "schools-off") == "no-source"
    alone = changed(DOSSIER, "attributions", "wren-digger", not_source=())
    assert "wren-digger" not in usable(KIND, alone)


def test_question_does_not_tell_the_line_in_extension() -> None:
    item = make(KIND, DOSSIER, "okafor-homes", lane="extension")
    assert not item.question.hints
    assert "line" not in item.question.stem
    assert make(KIND, DOSSIER, "okafor-homes", lane="support").question.hints == ("Look at B, lines 1–4.",)


def test_stem_that_tells_a_value_says_so() -> None:
    assert "claim:homes:B:value" in make(KIND, DOSSIER, "okafor-homes").tells
