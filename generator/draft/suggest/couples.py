"""Two reports compared -> claims on numbers, and differences and names for the teacher to judge."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.draft.compared import Comparison, Difference, Pair
from generator.draft.marks import Number, Span, overlap
from generator.draft.suggest import gate
from generator.draft.suggest.shared import relations
from generator.draft.suggest.views import Names, ReportView, slug
from generator.draft.suggestion import Suggestion
from generator.model.words import Words


@dataclass(frozen=True)
class Couple:
    """Two reports with what was found in them and between them."""

    a: ReportView
    b: ReportView
    between: Comparison
    others: tuple[ReportView, ...] = ()
    """Further reports of the dossier."""

    @property
    def labels(self) -> tuple[str, str]:
        """Their labels."""
        return self.a.label, self.b.label

    @property
    def every(self) -> list[str]:
        """The labels of all reports of the dossier."""
        return sorted((*self.labels, *(r.label for r in self.others)))


def counted(couple: Couple, names: Names, words: Words) -> list[Suggestion]:
    """Claims that are numbers of the same noun in sentences about the same thing."""
    out: list[Suggestion] = []
    done: set[str] = set()
    for pair in couple.between.pairs:
        for mine in _numbers_in(couple.a, pair.a_span):
            for theirs in _numbers_in(couple.b, pair.b_span):
                if mine.unit == theirs.unit and mine.unit not in done:
                    claim = _number_claim(couple, pair, mine, theirs, names, words)
                    if claim is not None:
                        done.add(mine.unit)
                        out.append(claim)
    return out


def _numbers_in(report: ReportView, span: Span) -> list[Number]:
    return [
        n for n in report.found.numbers if overlap(n.span, span) and n.unit and n.value is not None and not n.vague
    ]


def _number_claim(
    couple: Couple, pair: Pair, mine: Number, theirs: Number, names: Names, words: Words
) -> Suggestion | None:
    noun = _noun(couple.a, mine)
    quotes = couple.a.quote(_span(mine)), couple.b.quote(_span(theirs))
    values = couple.a.of(_span(mine)), couple.b.of(_span(theirs))
    if noun is None or None in quotes:
        return None
    limits = [
        " ".join(report.of(number.approximate).lower().split()) if number.approximate else ""
        for report, number in ((couple.a, mine), (couple.b, theirs))
    ]
    same = (mine.value, mine.high) == (theirs.value, theirs.high) and limits[0] == limits[1]
    sides = {}
    for label, number, quote, value in zip(couple.labels, (mine, theirs), quotes, values, strict=True):
        sides[label] = {
            "quote": quote,
            "standing": "asserted",
            "value": " ".join(value.split()),
            "accept": [str(int(number.value or 0))] if number.value == int(number.value or 0) else [],
        }
        sides[label] = {k: v for k, v in sides[label].items() if v}
    explain = (
        words.say("explain.agree-number", label=couple.labels[0], other=couple.labels[1])
        if same
        else words.say(
            "explain.number", label=couple.labels[0], first=values[0], other=couple.labels[1], second=values[1]
        )
    )
    silent = all(n.unit != mine.unit for r in couple.others for n in r.found.numbers)
    note: dict[str, Any] = {
        "id": names.new(f"number-{slug(noun, 3)}"),
        "topic": words.say("topic.number", noun=noun),
        "slot": "how-many",
        **{label: sides.get(label, "absent") for label in couple.every},
        "relation": relations(couple.every, couple.labels, "agree" if same else "differ-in-detail"),
        "explain": explain,
    }
    sure = min(mine.confidence, theirs.confidence, pair.confidence)
    lonely = all(_only_number(report, number) for report, number in ((couple.a, mine), (couple.b, theirs)))
    reason = "low" if sure < gate.PAIR else "" if lonely and silent else "unclear"
    return Suggestion(None, "claims", note["id"], note, "same-noun-counted", sure, live=not reason, reason=reason)


def _span(number: Number) -> Span:
    if number.approximate is None:
        return number.span
    return min(number.span[0], number.approximate[0]), max(number.span[1], number.approximate[1])


def _noun(report: ReportView, number: Number) -> str | None:
    """The counted noun as the text has it behind the number."""
    if number.noun is None or number.noun[0] < number.span[0]:
        return None
    return " ".join(report.of(number.noun).split())


def _only_number(report: ReportView, number: Number) -> bool:
    """Whether a report counts this noun once only."""
    return sum(1 for n in report.found.numbers if n.unit == number.unit) == 1


def differences(couple: Couple, names: Names, words: Words) -> list[Suggestion]:
    """Differences of aligned sentences as claims beside the live ones: a person must say what they are about."""
    out = []
    for pair in couple.between.pairs:
        for one in pair.differences:
            if one.confidence >= gate.SHOWN and one.slot != "number":
                claim = _difference(couple, pair, one, names, words)
                if claim is not None:
                    out.append(claim)
    return out


_SLOTS = {
    "date": "when",
    "name": "who",
    "title": "who",
    "place": "where",
    "certainty": "other",
    "number": "how-many",
}


def _difference(couple: Couple, pair: Pair, one: Difference, names: Names, words: Words) -> Suggestion | None:
    sides: dict[str, Any] = {}
    shown: list[str] = []
    for label, report, slot_span, sentence in (
        (couple.labels[0], couple.a, one.a, pair.a_span),
        (couple.labels[1], couple.b, one.b, pair.b_span),
    ):
        quote = report.quote(slot_span or _fit(report, sentence))
        if quote is None:
            return None
        hedged = one.slot == "certainty" and slot_span is not None and not _firm(report, slot_span)
        value = " ".join(report.of(slot_span or sentence).split())
        side: dict[str, Any] = {"quote": quote, "standing": "hedged" if hedged else "asserted"}
        if one.slot != "certainty" and slot_span:
            side["value"] = value
        sides[label] = side
        shown.append(value)
    relation = "differ-in-certainty" if one.slot == "certainty" else "differ-in-detail"
    begin = " ".join(couple.a.of(pair.a_span).split()[:6]).rstrip(",.;:")
    if one.slot == "certainty" and (one.a is None or one.b is None):
        weak = 0 if one.a is not None else 1
        explain = words.say("explain.certainty", label=couple.labels[weak], first=shown[weak])
    else:
        explain = words.say(
            "explain.detail", label=couple.labels[0], first=shown[0], other=couple.labels[1], second=shown[1]
        )
    note: dict[str, Any] = {
        "id": names.new(f"{one.slot}-{slug(begin, 4)}"),
        "topic": words.say("topic.sentence", begin=begin),
        "slot": _SLOTS[one.slot],
        **{label: sides.get(label, "absent") for label in couple.every},
        "relation": relations(couple.every, couple.labels, relation),
        "explain": explain,
    }
    return Suggestion(None, "claims", note["id"], note, one.rule, one.confidence, live=False, reason="needs-words")


def _firm(report: ReportView, span: Span) -> bool:
    """Whether words of certainty raise it or claim a confirmation, rather than limit it."""
    kinds = [m.kind for m in report.found.markers if overlap(m.span, span)]
    return (
        any(kind in ("booster", "agentless-confirmation") for kind in kinds)
        or "confirm" in report.of(span).lower()
    )


def _fit(report: ReportView, span: Span) -> Span:
    block = report.block_of(span)
    return span if block else (span[0], span[0])


def entities(reports: Sequence[ReportView], names: Names, words: Words) -> list[Suggestion]:
    """People whom the reports call by different forms of a name; a person must say that it is one."""
    out = []
    by_last: dict[str, dict[str, list[tuple[str, Any]]]] = {}
    full: dict[str, str] = {}
    for report in reports:
        for entity in report.found.entities:
            if entity.kind != "person" or " " not in entity.name or entity.confidence < gate.SHOWN:
                continue
            key = entity.name.split()[0].casefold() + " " + entity.name.split()[1].casefold()
            full[key] = max(full.get(key, ""), entity.name, key=len)
            forms = by_last.setdefault(key, {}).setdefault(report.label, [])
            for mention in entity.mentions:
                form = " ".join(report.of(mention.span).split())
                if form not in [f for f, _ in forms]:
                    quote = report.quote(mention.span)
                    if quote is not None:
                        forms.append((form, quote))
    for key, labels in by_last.items():
        every = {form for found in labels.values() for form, _ in found}
        if len(labels) < 2 or len(every) < 2:
            continue
        note: dict[str, Any] = {
            "id": names.new(f"name-{slug(full[key], 3)}"),
            "name": full[key],
            "labels": {label: [quote for _, quote in found] for label, found in sorted(labels.items())},
            "sure": "likely",
            "why": words.say("entity.why", name=full[key]),
        }
        out.append(
            Suggestion(None, "entities", note["id"], note, "forms-of-a-name", 0.8, live=False, reason="look")
        )
    return out
