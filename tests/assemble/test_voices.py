"""Who says what: everything of the notes is there, and nothing besides."""

import pytest

from generator.assemble.voices import own_words, voices
from generator.model.booklet import Voice
from tests.render import shipped


def voice_of(found: tuple[Voice, ...], id_: str) -> Voice:
    return next(v for v in found if v.id == id_)


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_every_attribution_is_one_mention(name: str) -> None:
    dossier = shipped.dossier(name)
    told = sorted((m.label, m.says, m.form, m.basis) for v in voices(dossier) for m in v.mentions)
    assert told == sorted((a.label, a.says, a.form, a.basis) for a in dossier.attributions)


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_a_mention_stands_on_the_lines_of_what_is_said(name: str) -> None:
    dossier = shipped.dossier(name)
    for voice in voices(dossier):
        for mention in voice.mentions:
            note = next(a for a in dossier.attributions if (a.label, a.says) == (mention.label, mention.says))
            assert mention.lines[0] in {q.first for q in note.content}
            assert mention.lines[1] in {q.last for q in note.content}
            assert mention.called == note.who


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_every_claim_of_a_report_is_somebodys_or_its_own_and_never_both(name: str) -> None:
    dossier = shipped.dossier(name)
    said = [
        (m.label, claim.number, claim.standing) for v in voices(dossier) for m in v.mentions for claim in m.claims
    ]
    said += [(own.label, claim.number, claim.standing) for own in own_words(dossier) for claim in own.claims]
    there = [
        (label, number, side.standing)
        for number, claim in enumerate(dossier.claims, 1)
        for label, side in claim.sides.items()
        if side.present
    ]
    assert sorted(said) == sorted(there)


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_attributions_share_a_voice_exactly_where_the_notes_give_them_one_speaker(name: str) -> None:
    dossier = shipped.dossier(name)
    speaker = {(a.label, a.says): a.speaker for a in dossier.attributions}
    for voice in voices(dossier):
        speakers = {speaker[m.label, m.says] for m in voice.mentions}
        assert len(speakers) == 1
        if speakers != {None}:
            assert speakers == {voice.id}
            assert voice.name == dossier.origins.nodes[voice.id].label


@pytest.mark.parametrize("name", shipped.DOSSIERS)
def test_words_of_nobody_stay_apart_and_last(name: str) -> None:
    found = voices(shipped.dossier(name))
    nobody = [v for v in found if v.name is None]
    assert list(found[len(found) - len(nobody) :]) == nobody
    assert all(len(v.reports) == 1 for v in nobody)
    assert {m.form for v in nobody for m in v.mentions} <= {"agentless"}


def test_a_report_that_names_only_the_channel_does_not_name_the_voice() -> None:
    reader = voice_of(voices(shipped.dossier("band-rumour")), "reader")
    ways = {m.label: (m.called, m.named, m.via) for m in reader.mentions}
    assert ways["A"] == ("a reader", False, ())
    assert ways["B"] == ("Herons Daily", False, ("Herons Daily",))
    assert ways["C"] == ("Radio Brindle", False, ("Herons Daily", "Radio Brindle"))


def test_one_report_may_name_a_voice_that_another_leaves_without_a_name() -> None:
    manager = voice_of(voices(shipped.dossier("band-rumour")), "manager")
    assert {m.label: m.named for m in manager.mentions} == {"B": True, "C": False}


def test_a_report_can_be_a_voice_in_another() -> None:
    post = voice_of(voices(shipped.dossier("band-rumour")), "brindle-post")
    assert (post.report, post.kind, post.reports) == ("C", "outlet", ("A",))


def test_without_speakers_only_the_same_name_or_one_entity_of_the_texts_joins() -> None:
    dossier = shipped.dossier("band-rumour")
    bare = dossier.model_copy(
        update={
            "attributions": tuple(a.model_copy(update={"speaker": None}) for a in dossier.attributions),
            "entities": (),
        }
    )
    names = [{a.who for a in dossier.attributions if a.who == v.name} for v in voices(bare) if v.name is not None]
    assert all(len(found) == 1 for found in names)
    stated = bare.model_copy(
        update={"entities": tuple(e.model_copy(update={"sure": "stated"}) for e in dossier.entities)}
    )
    likely = bare.model_copy(
        update={"entities": tuple(e.model_copy(update={"sure": "likely"}) for e in dossier.entities)}
    )
    assert voices(likely) == voices(bare)
    assert len(voices(stated)) < len(voices(bare))
