"""Limits of knowledge on the story: the words, the open question, and everything else that would be right."""

from changes import points_by_level
from staging import changed, make, read_lines, usable, why_not
from story import story

from generator.exercises.limits_of_knowledge import LimitsOfKnowledge
from generator.model.dossier import Dossier
from generator.model.vocabulary import LANES

KIND, DOSSIER = LimitsOfKnowledge(), story()


def with_second(matters: str | None = "Then nobody knows whom to ask.") -> Dossier:
    """The story with one more open question in report A, on words of another paragraph."""
    old = next(g for g in DOSSIER.gaps if g.id == "why-loose")
    place = next(m.quote for m in DOSSIER.markers if m.id == "allegedly-secret")
    new = old.model_copy(
        update={
            "id": "second",
            "asks": "Who kept it secret?",
            "matters": matters,
            "sides": {"A": ("source-does-not-know", place)},
        }
    )
    return DOSSIER.model_copy(update={"gaps": (*DOSSIER.gaps, new)})


def test_only_questions_that_somebody_cannot_answer() -> None:
    assert usable(KIND, DOSSIER) == ["why-loose", "ordered"]
    assert KIND.units(DOSSIER).units[0].notes == ("why-loose", "not-know-why")


def test_levels_name_the_words_the_question_and_the_reason() -> None:
    item = make(KIND, DOSSIER, "why-loose")
    best, middle, least = (level.sample for level in item.key.rubric)
    assert points_by_level(item) == [3, 2, 1]
    quote = "“she did not know why it had come loose” (A, lines 7–8)"
    assert all(quote in sample for sample in (best, middle, least))
    assert "Until the reason is known, it may happen again." in best
    assert "Until the reason is known" not in middle
    assert "Why did the rust come loose?" in middle
    assert "Why did the rust come loose?" not in least


def test_extension_ends_with_a_brief_that_leaves_the_question_open() -> None:
    plain, brief = (make(KIND, DOSSIER, "why-loose", lane=lane) for lane in ("core", "extension"))  # type: ignore[arg-type]
    assert "brief" in brief.question.stem
    assert "brief" not in plain.question.stem
    assert (plain.question.points, brief.question.points) == (3, 4)
    assert any("in the brief" in reject.text for reject in brief.key.reject)
    assert not any("in the brief" in reject.text for reject in plain.key.reject)
    assert brief.key.rubric[0].sample.count("Why did the rust come loose?") == 2


def test_question_does_not_say_what_is_not_known() -> None:
    for lane in LANES:
        question = make(KIND, DOSSIER, "why-loose", lane=lane).question
        assert "rust" not in f"{question.prompt} {question.stem} {' '.join(question.hints)}"


def test_pointers_fade() -> None:
    made = {lane: make(KIND, DOSSIER, "why-loose", lane=lane).question for lane in LANES}
    support, core = (read_lines(made[lane].hints[0]) for lane in ("support", "core"))
    assert ("A", 7) in support
    assert support < core
    assert not made["extension"].hints
    assert [len(made[lane].response.frame) for lane in LANES] == [3, 0, 0]  # type: ignore[union-attr]


def test_another_limit_in_the_part_to_read_is_right_too() -> None:
    second = "“allegedly” (A, line 20)"
    for lane, expected in (("support", False), ("core", False), ("extension", True)):
        key = make(KIND, with_second(), "why-loose", lane=lane).key  # type: ignore[arg-type]
        assert any(second in text and "Then nobody knows whom to ask." in text for text in key.accept) == expected
        assert ("allegedly" in [evidence.quote for evidence in key.evidence]) == expected
    assert "gap:second:A" in make(KIND, with_second(), "why-loose", lane="extension").asks


def test_words_without_an_open_question_are_right_with_a_reason_that_fits() -> None:
    loose = changed(DOSSIER, "markers", "allegedly-secret", kind="stated-ignorance")
    accept = make(KIND, loose, "why-loose", lane="extension").key.accept
    assert any("The cause was allegedly kept secret" in text for text in accept)
    assert not any("allegedly" in text for text in make(KIND, loose, "why-loose").key.accept)
    assert why_not(KIND, loose, "allegedly-secret") == "no-gap"


def test_not_to_know_is_no_fault() -> None:
    why = {reject.text: reject.why for reject in make(KIND, DOSSIER, "why-loose").key.reject}
    assert "more, not less" in why["So the source or the report is no good."]
    assert "still come out" in why["So it will never be known."]


def test_other_items_on_the_same_open_question_give_way() -> None:
    assert {"gap:why-loose:A", "marker:not-know-why:text"} <= make(KIND, DOSSIER, "why-loose").asks


def test_shortages() -> None:
    assert why_not(KIND, with_second(matters=None), "second") == "no-matters"
    bare = changed(DOSSIER, "gaps", "why-loose", sides={"A": ("source-does-not-know", None)})
    assert why_not(KIND, bare, "why-loose") == "no-quote"
    assert why_not(KIND, bare, "not-know-why") == "no-gap"
