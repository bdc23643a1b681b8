"""Real difference: two extracts on one topic -> same thing, other detail, other certainty or contradiction."""

from collections.abc import Sequence

from generator.exercises import leaks
from generator.exercises.base import ExerciseType, Scene, Unit, Usable
from generator.exercises.pairs import SAME, both, claim_evidence, claim_units, side_words, uncertainty_trouble
from generator.exercises.places import quote_between, sentence_around
from generator.exercises.statements import markers_in
from generator.model.dossier import Claim, Dossier, Quote
from generator.model.item import Choice, ChoiceAnswer, Item, KeyEntry, Question

ANSWERS = ("same", "differ-in-detail", "conflict", "differ-in-certainty")


class RealDifference(ExerciseType):
    """Other words are not yet another thing, and another thing is not yet a contradiction."""

    name = "real_difference"
    skill = "differences"
    kind = "choice"
    difficulty = 2

    def units(self, dossier: Dossier) -> Usable:
        def look(claim: Claim, first: str, second: str) -> str | None:
            if claim.relation(first, second) == "only-in-one":
                return "only-in-one"
            if claim.explain is None:
                return "no-explain"
            quotes = [side_words(claim, label) for label in (first, second)]
            if quotes[0].text.casefold() == quotes[1].text.casefold():
                return "same-words"
            return certainty(claim, first, second)

        certainty = uncertainty_trouble(dossier)
        return claim_units(dossier, look)

    def make(self, dossier: Dossier, units: Sequence[Unit], scene: Scene) -> Item:
        labels = both(units)
        words, claim = scene.words, dossier.claim(units[0].id)
        right = _answer(claim, *labels)
        options = {
            answer: scene.option(words.say(f"option.{answer}"))
            for answer in ANSWERS
            if answer == right or _plausible(claim, labels, answer)
        }
        points, marking = scene.share(1)
        extracts = [_extract(dossier, claim, label) for label in labels]
        return Item(
            question=Question(
                id=scene.item_id,
                skill=self.skill,
                type=self.name,
                prompt=words.say("prompt"),
                stem=words.say("stem", topic=claim.topic),
                extracts=tuple(scene.extract(quote) for quote in extracts),
                points=points,
                hints=(words.say("hint.support"),) if scene.lane == "support" else (),
                response=Choice(options=tuple(scene.shuffled(options.values()))),
            ),
            key=KeyEntry(
                id=scene.item_id,
                brief=options[right].text,
                answer=ChoiceAnswer(option=options[right].id),
                evidence=claim_evidence(scene, [claim], *labels),
                rationale=claim.explain or "",
                marking=marking,
                misreadings={
                    option.id: words.say(f"misreading.{right}.{answer}")
                    for answer, option in options.items()
                    if answer != right
                },
            ),
            asks=frozenset({f"claim:{claim.id}:relation"}),
            tells=frozenset(f"claim:{claim.id}:{label}:value" for label in labels).union(
                leaks.presence((claim.id, label) for label in labels),
                *(leaks.extract(dossier, quote) for quote in extracts),
            ),
            minutes=scene.minutes or 1.5,
            difficulty=self.difficulty,
        )


def _answer(claim: Claim, first: str, second: str) -> str:
    relation = claim.relation(first, second)
    assert relation is not None
    return "same" if relation in SAME else relation


def _extract(dossier: Dossier, claim: Claim, label: str) -> Quote:
    """The words of a side with those that limit it and whoever says them.

    No more, for the rest of the sentence may differ in something else.
    """
    side, quote, passage = claim.sides[label], side_words(claim, label), dossier.passages[label]
    sentence = sentence_around(passage, quote)
    limits = [m for m in markers_in(dossier, sentence) if m.limits in (None, claim.id)]
    near = [m.quote for m in (*side.markers, *limits) if m.quote.overlaps(sentence)]
    spoken = [a for a in dossier.attributions if a.label == label and any(c.overlaps(quote) for c in a.content)]
    near += [q for a in spoken for q in (a.source, a.cue) if q is not None and q.overlaps(sentence)]
    start = min(q.start for q in (quote, *near))
    end = max(q.end for q in (quote, *near))
    text = passage.text[start:end]
    for opens, closes in ("“”", "«»"):
        if text.count(opens) > text.count(closes):
            end = passage.text.find(closes, end, sentence.end) + 1 or end
        elif text.count(opens) < text.count(closes):
            start = max(passage.text.rfind(opens, sentence.start, start), sentence.start)
    return quote_between(passage, start, end)


def _plausible(claim: Claim, labels: tuple[str, str], answer: str) -> bool:
    """Certainty is a wrong option only where both reports say it in the same way, or their values clash.

    A report that only passes a statement on may well be called less sure than one that says it itself.
    """
    if answer != "differ-in-certainty" or claim.relation(*labels) == "conflict":
        return True
    return len({claim.sides[label].standing for label in labels}) == 1
