"""Claims -> findings: sides that fit their standing, relations that fit the sides (SS420-SS434)."""

from collections.abc import Iterator
from itertools import combinations

from generator.check.finding import Finding
from generator.check.values import folded, numbers_clash, same
from generator.check.view import DossierView
from generator.model.files import ClaimNote, ClaimSide

_BOTH_MAKE_IT = frozenset({"agree", "same-in-other-words", "differ-in-detail", "differ-in-certainty", "conflict"})
_SAME = frozenset({"agree", "same-in-other-words"})
_DIFFERENT = frozenset({"differ-in-detail", "conflict"})


def _all_sides(view: DossierView) -> Iterator[tuple[int, ClaimNote, str, ClaimSide]]:
    for i, claim in enumerate(view.file.claims):
        for label, side in view.sides(claim).items():
            yield i, claim, label, side


# -- one side --------------------------------------------------------------------------------------


def absent_with_words(view: DossierView) -> Iterator[Finding]:
    """A report that does not make the claim cannot be quoted for it."""
    for i, claim, label, side in _all_sides(view):
        if side.standing == "absent":
            for key in ("quote", "value", "accept", "said_by", "origin"):
                if getattr(side, key):
                    yield Finding(
                        view.in_dossier("claims", i, label, key, key=True),
                        f"claim '{claim.id}' is absent from {view.called(label)}, yet has a {key} there",
                        f"write only `{label}: absent`, or give the standing that fits",
                    )


def present_without_quote(view: DossierView) -> Iterator[Finding]:
    """A report that makes the claim must be quoted."""
    for i, claim, label, side in _all_sides(view):
        if side.standing != "absent" and side.quote is None:
            yield Finding(
                view.in_dossier("claims", i, label, key=True),
                f"claim '{claim.id}' is {side.standing} in {view.called(label)}, but no words are quoted",
                "add `quote:` with the words of the report, or write `absent`",
            )


def attributed_to_nobody(view: DossierView) -> Iterator[Finding]:
    """An attributed claim rests on an attribution."""
    for i, claim, label, side in _all_sides(view):
        if side.standing == "attributed" and side.said_by is None:
            yield Finding(
                view.in_dossier("claims", i, label, "standing"),
                f"claim '{claim.id}' is attributed in {view.called(label)}, but `said_by` is missing",
                "name the attribution (its id in the notes), or write `standing: asserted`",
            )


def asserted_by_somebody(view: DossierView) -> Iterator[Finding]:
    """A claim in the report's own voice rests on nobody's word."""
    for i, claim, label, side in _all_sides(view):
        if side.standing == "asserted" and side.said_by is not None:
            yield Finding(
                view.in_dossier("claims", i, label, "standing"),
                f"claim '{claim.id}' is asserted in {view.called(label)}, yet rests on '{side.said_by}'",
                "write `standing: attributed`, or take `said_by` out",
            )


def quote_outside_attribution(view: DossierView) -> Iterator[Finding]:
    """The words quoted for a claim are not among what its attribution says."""
    for i, _claim, label, side in _all_sides(view):
        resolved = view.claim(i)
        note = view.attribution(label, side.said_by) if side.said_by else None
        if resolved is None or note is None or label not in resolved.sides:
            continue
        quote = resolved.sides[label].quote
        if quote is not None and not any(quote.overlaps(content) for content in note.content):
            yield Finding(
                view.in_dossier("claims", i, label, "quote"),
                f"the quote is not part of what '{note.id}' says",
                "quote words of its content, or name the attribution that holds these words",
            )


def hedged_without_marker(view: DossierView) -> Iterator[Finding]:
    """A hedged claim needs the words that hedge it."""
    for i, claim, label, side in _all_sides(view):
        if side.standing == "hedged" and label in view.notes and not _markers(view, label, claim.id):
            yield Finding(
                view.in_dossier("claims", i, label, "standing"),
                f"claim '{claim.id}' is hedged in {view.called(label)}, but no marker there limits it",
                f"add a marker with `limits: {claim.id}` to the notes, or another standing",
            )


# -- how the sides stand to each other -------------------------------------------------------------


def relation_against_sides(view: DossierView) -> Iterator[Finding]:
    """The relation needs the claim in both reports, or in one only, and that is not so."""
    for i, claim in enumerate(view.file.claims):
        sides = view.sides(claim)
        if sides and all(side.standing == "absent" for side in sides.values()):
            yield Finding(
                view.in_dossier("claims", i, "relation"),
                f"no report makes the claim '{claim.id}'",
                "quote it from at least one report, or take it out",
            )
            continue
        for first, second, relation, path in view.relations(claim):
            made = [label for label in (first, second) if sides[label].standing != "absent"]
            if relation in _BOTH_MAKE_IT and len(made) < 2:
                silent = ", ".join(view.called(label) for label in (first, second) if label not in made)
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"'{relation}' needs the claim in both {first} and {second}, but it is absent from {silent}",
                    "write `relation: only-in-one`, or quote the claim from both",
                )
            if relation == "only-in-one" and len(made) != 1:
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"'only-in-one' needs one report without the claim, but {first} and {second} both "
                    + ("make it" if made else "lack it"),
                    f"write `{second}: absent`, or choose the relation that fits",
                )


def relation_against_values(view: DossierView) -> Iterator[Finding]:
    """The values of two reports say the contrary of their relation."""
    for i, claim in enumerate(view.file.claims):
        sides = view.sides(claim)
        for first, second, relation, path in view.relations(claim):
            one, other = sides[first], sides[second]
            if one.value is None or other.value is None:
                continue
            equal = _equal(view, one, other)
            if relation in _SAME and not equal and numbers_clash(one.value, other.value, view.grammar):
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"'{relation}' contradicts the values: {first} says “{one.value}”, {second} “{other.value}”",
                    "write `conflict` or `differ-in-detail`, or correct a value",
                )
            if relation in _DIFFERENT and equal:
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"'{relation}' contradicts the values: both {first} and {second} say “{one.value}”",
                    "write `agree` or `differ-in-certainty`, or correct a value",
                )


def agreement_in_other_words(view: DossierView) -> Iterator[Finding]:
    """Reports are said to agree, but their values are worded differently."""
    for i, claim in enumerate(view.file.claims):
        sides = view.sides(claim)
        for first, second, relation, path in view.relations(claim):
            one, other = sides[first], sides[second]
            if relation != "agree" or one.value is None or other.value is None:
                continue
            if _equal(view, one, other):
                continue
            if not numbers_clash(one.value, other.value, view.grammar):
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"{first} says “{one.value}” and {second} “{other.value}”: do they agree?",
                    "write `same-in-other-words`, or list one wording under `accept:` of the other",
                )


def equal_certainty(view: DossierView) -> Iterator[Finding]:
    """Reports are said to differ in certainty, but the notes show no difference."""
    for i, claim in enumerate(view.file.claims):
        sides = view.sides(claim)
        for first, second, relation, path in view.relations(claim):
            if relation != "differ-in-certainty" or sides[first].standing != sides[second].standing:
                continue
            if sides[first].standing == "absent" or not {first, second} <= set(view.notes):
                continue
            if _markers(view, first, claim.id) == _markers(view, second, claim.id):
                yield Finding(
                    view.in_dossier("claims", i, *path),
                    f"'differ-in-certainty', but {first} and {second} have the same standing "
                    f"({sides[first].standing}) and the same markers",
                    f"add the marker that makes the difference (`limits: {claim.id}`), or choose another relation",
                )


def relation_pairs(view: DossierView) -> Iterator[Finding]:
    """A mapping of relations must name every pair of reports once."""
    for i, claim in enumerate(view.file.claims):
        if not isinstance(claim.relation, dict):
            continue
        sides = view.sides(claim)
        pairs = ["".join(pair) for pair in combinations(view.labels, 2)]
        for key in claim.relation:
            if key not in pairs and set(key) <= set(view.labels):
                ordered = "".join(sorted(set(key)))
                yield Finding(
                    view.in_dossier("claims", i, "relation", key, key=True),
                    f"'{key}' is not a pair of reports",
                    f"write {ordered}" if ordered in pairs else f"the pairs are {', '.join(pairs)}",
                )
        for pair in pairs:
            silent = all(label in sides and sides[label].standing == "absent" for label in pair)
            if pair not in claim.relation and pair[::-1] not in claim.relation and not silent:
                yield Finding(
                    view.in_dossier("claims", i, "relation", key=True),
                    f"claim '{claim.id}' does not say how {pair[0]} and {pair[1]} stand to each other",
                    f"add `{pair}:` with a relation",
                )


def _equal(view: DossierView, one: ClaimSide, other: ClaimSide) -> bool:
    """Whether the values of two sides are the same, or one is an accepted way to give the other."""
    return any(same(a.value or "", b.value or "", view.grammar, b.accept) for a, b in ((one, other), (other, one)))


def _markers(view: DossierView, label: str, claim: str) -> frozenset[str]:
    notes = view.notes.get(label)
    return (
        frozenset(folded(m.text.text, view.grammar) for m in notes.markers if m.limits == claim)
        if notes
        else frozenset()
    )
