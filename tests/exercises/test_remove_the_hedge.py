"""Remove the hedge on the story: samples that are true for this very sentence."""

from staging import changed, make, usable, why_not
from story import story

from generator.exercises.remove_the_hedge import RemoveTheHedge

KIND, DOSSIER = RemoveTheHedge(), story()


def test_samples_come_from_the_notes() -> None:
    item = make(KIND, DOSSIER, "may-digger")
    best, middle, least = item.key.rubric
    assert best.sample == (
        "Now “may” shows that something is possible, not that it is so. "
        "The sentence would claim that a digger did hit the main."
    )
    assert middle.sample in best.sample
    assert "digger" not in least.sample
    assert [level.level for level in item.key.rubric] == ["Proficient", "Emergent", "Basic"]


def test_words_are_bold_and_the_sentence_is_shown() -> None:
    item = make(KIND, DOSSIER, "allegedly-secret")
    assert "**allegedly**" in item.question.stem
    assert "mend only its grammar" in item.question.stem
    assert item.question.extracts[0].text == "The cause was allegedly kept secret."


def test_doubt_is_not_denial() -> None:
    rejected = make(KIND, DOSSIER, "allegedly-secret").key.reject
    assert any("not true" in r.text and "does not say that the claim is false" in r.why for r in rejected)


def test_frame_in_support_only() -> None:
    assert make(KIND, DOSSIER, "may-digger", lane="support").question.response.frame  # type: ignore[union-attr]
    assert not make(KIND, DOSSIER, "may-digger").question.response.frame  # type: ignore[union-attr]


def test_shortages() -> None:
    assert why_not(KIND, DOSSIER, "confirmed-schools") == "kind"
    assert why_not(KIND, changed(DOSSIER, "markers", "may-digger", effect=None), "may-digger") == "no-effect"
    a_letter = next(m for m in DOSSIER.markers if m.id == "may-digger").quote
    short = a_letter.model_copy(update={"text": "a", "end": a_letter.start + 1})
    assert why_not(KIND, changed(DOSSIER, "markers", "may-digger", quote=short), "may-digger") == "twice"
    assert "about-400" in usable(KIND, DOSSIER)
