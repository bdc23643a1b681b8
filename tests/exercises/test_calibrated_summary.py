"""Calibrated summary on the story: a checklist of what must be kept, and no marks for sounding surer."""

from staging import changed, make, scene, usable, why_not
from story import story

from generator.exercises.calibrated_summary import CalibratedSummary
from generator.model.dossier import Dossier
from generator.model.vocabulary import LANES

KIND, DOSSIER = CalibratedSummary(), story()


def with_summary(label: str, **values: object) -> Dossier:
    note = DOSSIER.summaries[label].model_copy(update=values)
    return DOSSIER.model_copy(update={"summaries": {**DOSSIER.summaries, label: note}})


def test_a_unit_for_each_summary_with_the_notes_that_it_keeps() -> None:
    assert usable(KIND, DOSSIER) == ["summary-a", "summary-b"]
    unit = KIND.units(DOSSIER).units[0]
    assert unit.notes == ("summary-a", "okafor-harmless", "may-digger", "schools-off")


def test_checklist_has_words_lines_and_what_is_lost() -> None:
    shows = {e.quote: (e.lines, e.shows) for e in make(KIND, DOSSIER, "summary-a").key.evidence if e.shows}
    assert shows["may"] == ((9, 9), "To keep. The sentence would claim that a digger did hit the main.")
    assert "Without Dana Okafor, a reader would take it for a fact" in str(shows["the rust was harmless"][1])
    assert "hides who says" in str(shows["two schools had turned off their drinking fountains"][1])
    assert len(shows) == len(DOSSIER.summaries["A"].keep)


def test_a_marker_without_effect_is_told_by_its_kind() -> None:
    silent = changed(DOSSIER, "markers", "may-digger", effect=None)
    shows = {e.quote: e.shows for e in make(KIND, silent, "summary-a").key.evidence}
    assert shows["may"] == "To keep. Without it, something possible would sound like a fact."


def test_every_kind_of_marker_has_its_words() -> None:
    for kind in {marker.kind for marker in DOSSIER.markers}:
        assert scene(KIND.name).words.say(f"lost.{kind}").endswith(".")


def test_four_levels_and_nothing_for_sounding_surer() -> None:
    rubric = make(KIND, DOSSIER, "summary-a").key.rubric
    note = DOSSIER.summaries["A"]
    assert [level.points for level in rubric] == [4, 3, 1, 0]
    assert [rubric[0].sample, rubric[1].sample, rubric[3].sample] == [note.sample, note.partial, note.upgraded]


def test_support_and_core_take_another_report_in_the_next_variant() -> None:
    units = KIND.units(DOSSIER).units
    for lane in ("support", "core"):
        asked = [KIND.make(DOSSIER, units, scene(KIND.name, lane, variant)).asks for variant in ("A", "B", "C")]  # type: ignore[arg-type]
        assert asked == [{"summary:A"}, {"summary:B"}, {"summary:A"}]


def test_extension_writes_a_brief_on_all_reports_with_room_for_the_sample() -> None:
    item = make(KIND, DOSSIER, lane="extension")
    most = next(int(word) for word in item.question.prompt.split() if word.isdigit())
    assert "report A and report B" in item.question.prompt
    assert len(item.key.rubric[0].sample.split()) <= most
    assert item.asks == {"summary:A", "summary:B"}
    assert not item.question.hints
    assert all(DOSSIER.summaries[label].upgraded in item.key.rubric[3].sample for label in "AB")


def test_extension_with_one_report_stays_with_it() -> None:
    item = make(KIND, DOSSIER, "summary-b", lane="extension")
    assert "on report B" in item.question.prompt
    assert item.key.rubric[0].sample == DOSSIER.summaries["B"].sample


def test_support_tells_how_many_and_where() -> None:
    support, core, extension = (make(KIND, DOSSIER, "summary-a", lane=lane).question for lane in LANES)
    assert "There are 3 such things" in support.stem
    assert support.hints
    assert core.hints
    assert support.hints != core.hints
    assert not extension.hints
    assert support.response.frame  # type: ignore[union-attr]
    assert not core.response.frame  # type: ignore[union-attr]


def test_shortages() -> None:
    assert why_not(KIND, with_summary("A", keep=("nobody", "may-digger")), "summary-a") == "unknown"
    assert why_not(KIND, with_summary("A", keep=("may-digger", "may-digger")), "summary-a") == "too-few"
    same = DOSSIER.summaries["A"].sample
    assert why_not(KIND, with_summary("A", upgraded=same), "summary-a") == "same"
    assert why_not(KIND, with_summary("A", keep=("neighbours-pay", "may-digger")), "summary-a") == "unknown"
