"""Cause frame: one thing that is explained -> the cause or reason that each of two reports links it to."""

import re
from collections.abc import Iterable, Sequence

from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.names import telling
from generator.exercises.near_words import near_words
from generator.exercises.pairs import (
    both,
    cite,
    claim_units,
    evidence,
    present,
    side_proof,
    topic_trouble,
)
from generator.exercises.places import find_words, sentence_around
from generator.exercises.statements import SURENESS_KINDS, has_voice
from generator.model.dossier import Claim, Dossier, Quote, Side
from generator.model.item import Blank, BlankKey, Item, KeyEntry, Question, Reject, ShortText, ShortTextAnswer

PARTS = re.compile(r"(?<=[.!?]) ")
"""Where one sentence of a quote ends and the next begins."""
LEFT_OVER = 2
"""Words in the bank that fit no blank, at most."""
FORMS = ("fact", "possible", "said", "said-possible")


class CauseFrame(ExerciseType):
    """Two reports may tell the same event and link it to different causes, or one to none at all."""

    name = "cause_frame"
    skill = "differences"
    kind = "short-text"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        repeated = topic_trouble(dossier)

        def look(claim: Claim, first: str, second: str) -> str | None:
            sides = present(claim, first, second)
            if claim.slot != "why":
                return "other-question"
            if not _asks_for_a_cause(dossier, claim):
                return "no-cause"
            if any(side.value is None for side in sides):
                return "no-value"
            if any(side.standing == "denied" for side in sides):
                return "denied"
            if any(find_words(claim.topic, side.value) for side in sides if side.value):
                return "told"
            if any(_same_question(dossier, claim, other, (first, second)) for other in dossier.claims):
                return "other-cause"
            return repeated(claim, first, second)

        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        words, labels = scene.words, both(units)
        claim = dossier.claim(units[0].id)
        forms = _forms(dossier, claim, labels) if scene.lane == "extension" else None
        blanks: list[Blank] = []
        keys: dict[str, BlankKey] = {}

        def ask(kind: str, label: str, key: BlankKey) -> None:
            blanks.append(Blank(id=f"b{len(blanks) + 1}", label=words.say(f"blank.{kind}", passage=label)))
            keys[blanks[-1].id] = key

        for label in labels:
            ask("cause", label, _key(scene, dossier, claim.sides.get(label)))
            if forms:
                ask("form", label, _form_key(scene, forms[label]))
        points, marking = scene.share(len(blanks))
        bank = _bank(dossier, claim, labels, scene)
        asked = ("value", "standing") if forms else ("value",)
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem.forms" if forms else "stem", topic=claim.topic),
                points=points,
                hints=scene.where_to_look(dossier, _places(dossier, claim, labels)),
                response=ShortText(
                    blanks=tuple(blanks),
                    bank=tuple(words.say(f"form.{form}") for form in FORMS) if forms else bank,
                ),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=words.say("list.semicolon").join(
                    words.say("brief.row", row=blank.label, answer=keys[blank.id].model) for blank in blanks
                ),
                answer=ShortTextAnswer(blanks=keys),
                evidence=evidence(
                    scene,
                    (
                        (quote, words.say("shows" if number == 0 else "shows.voice", passage=label))
                        for label in labels
                        for number, quote in enumerate(side_proof(dossier, claim, label))
                    ),
                ),
                rationale="\n".join(_rationale(claim, labels, scene)),
                marking=marking,
                accept=(words.say("accept.wording"), *([words.say("accept.form")] if forms else [])),
                reject=_rejects(claim, labels, bool(forms), scene),
            ),
            asks=frozenset(f"claim:{claim.id}:{label}:{fact}" for label in labels for fact in asked)
            | _same_elsewhere(claim, labels),
            minutes=scene.minutes or 0.5 * len(blanks) + 1.0,
            difficulty=self.difficulty,
        )


def _asks_for_a_cause(dossier: Dossier, claim: Claim) -> bool:
    """Whether the topic names a cause or reason; a language without words for that lets every topic pass."""
    known = dossier.grammar.words("causes")
    return not known or dossier.grammar.pattern("causes").search(claim.topic) is not None


def _same_question(dossier: Dossier, claim: Claim, other: Claim, labels: tuple[str, str]) -> bool:
    """Whether another cause in one of these reports may be meant for the same thing: then two answers fit."""
    if other.id == claim.id or other.slot != "why" or not present(other, *labels):
        return False
    one, two = telling(claim.topic, dossier.grammar), telling(other.topic, dossier.grammar)
    return 2 * len(one & two) > min(len(one), len(two))


def _same_elsewhere(claim: Claim, labels: tuple[str, str]) -> frozenset[str]:
    """The causes that other reports give in the same words: who asks or tells them gives the answer away."""
    asked = {side.value.casefold() for side in present(claim, *labels) if side.value}
    return frozenset(
        f"claim:{claim.id}:{label}:value"
        for label, side in claim.sides.items()
        if label not in labels and side.value and side.value.casefold() in asked
    )


def _key(scene: Scene, dossier: Dossier, side: Side | None) -> BlankKey:
    if side is None or side.value is None:
        return _silence(scene)
    quoted, short = _quoted(scene, dossier, side, side.value), (side.value, *side.accept)
    because = scene.words.say("accept.because", cause="").strip()
    with_because = [
        scene.words.say("accept.because", cause=text)
        for text in (*short, *quoted[:1])
        if not text.casefold().startswith(because)
    ]
    every = dict.fromkeys((*side.accept, *quoted, *with_because))
    return BlankKey(model=side.value, accept=tuple(text for text in every if text != side.value))


def _quoted(scene: Scene, dossier: Dossier, side: Side, value: str) -> list[str]:
    """The words of the report for it, sentence by sentence, and longer and shorter ones that tell it as well."""
    if side.quote is None:
        return []
    small = [word.strip() for word in scene.words.say("small-words").split(",")]
    wanted = telling(value, dossier.grammar)
    voices = [side.said_by.source, side.said_by.cue] if side.said_by else []
    pieces = near_words(dossier.passages[side.label], side.quote, small, [quote for quote in voices if quote])
    every = dict.fromkeys((*PARTS.split(side.quote.text), *pieces))
    return [
        side.quote.text,
        *(text for text in every if wanted and wanted <= telling(text.strip("“”«»"), dossier.grammar)),
    ]


def _form_key(scene: Scene, form: str | None) -> BlankKey:
    return BlankKey(model=scene.words.say(f"form.{form}")) if form else _silence(scene)


def _silence(scene: Scene) -> BlankKey:
    words = scene.words
    return BlankKey(model=words.say("not-stated"), accept=tuple(words.say("accept.not-stated").split("|")))


def _forms(dossier: Dossier, claim: Claim, labels: tuple[str, str]) -> dict[str, str | None] | None:
    """How each report puts the cause (None: it gives none); None where that is open to dispute."""
    found: dict[str, str | None] = dict.fromkeys(labels)
    for side in present(claim, *labels):
        found[side.label] = form = _form(dossier, side)
        if form is None:
            return None
    return found


def _form(dossier: Dossier, side: Side) -> str | None:
    """One of `FORMS`; None where standing, source and limiting words do not tell the same."""
    limited = any(marker.kind in SURENESS_KINDS for marker in side.markers)
    spoken = side.said_by is not None and side.said_by.source is not None and side.said_by.form != "agentless"
    if limited != (side.standing == "hedged") or side.quote is None:
        return None
    if side.said_by is not None:
        if not spoken or side.standing == "asserted":
            return None
        return "said-possible" if limited else "said"
    voiced = has_voice(dossier, sentence_around(dossier.passages[side.label], side.quote))
    if voiced or side.standing == "attributed":
        return None
    return "possible" if limited else "fact"


def _places(dossier: Dossier, claim: Claim, labels: tuple[str, str]) -> list[Quote]:
    """Where to look in each report; in one that is silent, where a cause would be most expected.

    Without a place there, the hint would tell that it is silent.
    """
    found: list[Quote] = []
    wanted = telling(" ".join([claim.topic, claim.statement or ""]), dossier.grammar)
    for label in labels:
        own = side_proof(dossier, claim, label)
        near = [
            (len(wanted & telling(f"{other.topic} {other.statement or ''}", dossier.grammar)), side.quote)
            for other in dossier.claims
            for side in present(other, label)
            if side.quote is not None and side.quote.first > 0
        ]
        found += own or [quote for _, quote in sorted(near, key=lambda pair: -pair[0])[:1]]
    return found


def _bank(dossier: Dossier, claim: Claim, labels: tuple[str, str], scene: Scene) -> tuple[str, ...]:
    """The words that fit, 'not stated', and what the reports give on other topics, in words of like length."""
    if scene.lane != "support":
        return ()
    keys = [_key(scene, dossier, claim.sides.get(label)) for label in labels]
    taken = {text.casefold() for key in keys for text in (key.model, *key.accept)}
    others = [c for c in dossier.claims if c.id != claim.id and c.slot not in ("when", "where", "how-many")]
    spare = [side.value for other in others for side in present(other, *labels) if side.value]
    spare = [text for text in dict.fromkeys(spare) if text.casefold() not in taken]
    size = len(keys[0].model)
    spare.sort(key=lambda text: abs(len(text) - size))
    return tuple(
        scene.shuffled(
            dict.fromkeys([*(key.model for key in keys), scene.words.say("not-stated"), *spare[:LEFT_OVER]])
        )
    )


def _rationale(claim: Claim, labels: tuple[str, str], scene: Scene) -> Iterable[str]:
    """For each report its words, and whether they are its own, a source's, or limited; then what that shows."""
    words = scene.words
    for label in labels:
        side = claim.sides.get(label)
        if side is None or not side.present or side.quote is None:
            yield words.say("how.silent", passage=label)
            continue
        limits = [m.quote for m in side.markers if m.kind in SURENESS_KINDS]
        told = words.say(f"how.{side.standing}", passage=label, words=cite(scene, side.quote))
        if side.said_by is not None and side.said_by.who:
            told = f"{told} {words.say('how.source', source=side.said_by.who)}"
        if limits:
            marks = words.say("list.and").join(cite(scene, quote) for quote in limits)
            told = f"{told} {words.say('how.limits', words=marks)}"
        yield told
    yield claim.explain or words.say("rationale")


def _rejects(claim: Claim, labels: tuple[str, str], forms: bool, scene: Scene) -> tuple[Reject, ...]:
    words, found = scene.words, []
    here = present(claim, *labels)
    for side, other in ((side, other) for side in here for other in here if side != other):
        value, right = side.value or "", {text.casefold() for text in (side.value or "", *side.accept)}
        if other.value and other.value.casefold() not in right:
            row = words.say("blank.cause", passage=side.label)
            alike = find_words(value, other.value) or find_words(other.value, value)
            why = words.say("reject.alike.why" if alike else "reject.other.why", passage=other.label)
            found.append(Reject(text=words.say("brief.row", row=row, answer=other.value), why=why))
    if len(here) < len(labels):
        found.append(Reject(text=words.say("reject.silent.text"), why=words.say("reject.silent.why")))
    if forms and any(side.standing == "hedged" for side in here):
        found.append(Reject(text=words.say("reject.surer.text"), why=words.say("reject.surer.why")))
    if not found:
        found.append(Reject(text=words.say("reject.own.text"), why=words.say("reject.own.why")))
    return tuple(found)
