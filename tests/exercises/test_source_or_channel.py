"""Source or channel on the story: the right source, and wrong options that are real misreadings."""

from staging import changed, make, usable, why_not
from story import quote, story

from generator.exercises.source_or_channel import SourceOrChannel
from generator.model.dossier import Dossier, Entity, NamedQuote
from generator.model.item import Choice

KIND, DOSSIER = SourceOrChannel(), story()


def options(note: str, dossier: Dossier = DOSSIER) -> dict[str, str]:
    item = make(KIND, dossier, note)
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


def with_wrong(*names: str) -> Dossier:
    """The story whose mayor is easily mistaken for all of these."""
    wrong = tuple(NamedQuote(quote=quote(DOSSIER.passages, "A", name), why=f"Not {name}.") for name in names)
    return changed(DOSSIER, "attributions", "mayor-water", not_source=wrong)


def entity(dossier: Dossier, *names: str) -> Dossier:
    """The dossier with one more entity that report A calls by these names."""
    labels = {"A": tuple(quote(DOSSIER.passages, "A", name) for name in names)}
    one = Entity(id="the-same", name=names[0], labels=labels, sure="stated", why="The report says so.")
    return dossier.model_copy(update={"entities": (*dossier.entities, one)})


def test_two_names_of_one_are_not_both_wrong_options() -> None:
    two = with_wrong("Paul Wren", "the firm Tarn Homes")
    assert {"Paul Wren", "the firm Tarn Homes"} <= set(options("mayor-water", two))
    found = options("mayor-water", entity(two, "Paul Wren", "the firm Tarn Homes"))
    assert "Paul Wren" in found
    assert "the firm Tarn Homes" not in found
    shorter = options("mayor-water", with_wrong("Paul Wren", "Wren"))
    assert "Paul Wren" in shorter
    assert "Wren" not in shorter


def test_other_name_of_the_source_is_no_wrong_option() -> None:
    two = with_wrong("Paul Wren", "the firm Tarn Homes")
    found = options("mayor-water", entity(two, "Lucia Brandt", "the firm Tarn Homes"))
    assert "Paul Wren" in found
    assert "the firm Tarn Homes" not in found


def test_channel_by_another_name_stands_once() -> None:
    paper = quote(DOSSIER.passages, "B", "Tarn Homes")
    told = (NamedQuote(quote=paper, why="It was told."),)
    both = changed(DOSSIER, "attributions", "okafor-homes", via=("northern-news",), not_source=told)
    assert "Tarn Homes" in options("okafor-homes", both)
    one = Entity(id="agency", name="Northern News", labels={"B": (paper,)}, sure="stated", why="It says so.")
    found = options("okafor-homes", both.model_copy(update={"entities": (*both.entities, one)}))
    assert "Northern News" in found
    assert "Tarn Homes" not in found


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
