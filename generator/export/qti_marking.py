"""How an item of QTI is marked: exactly as `generator.mark` does, or by a person.

Hits are counted first, then marks are shared out and rounded down. A response that was not given counts nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.export.xml_tree import El, el

HITS, SCORE, MOST, FEEDBACK, GENERAL = "HITS", "SCORE", "MAXSCORE", "FEEDBACK", "general"


def outcomes(points: int, *, by_hand: bool, human: bool) -> list[El]:
    """The declarations of all outcomes; `human` where the standard can say that a person gives the score."""
    score = el(
        "outcomeDeclaration",
        el("defaultValue", el("value", "0")),
        identifier=SCORE,
        cardinality="single",
        baseType="float",
        externalScored="human" if by_hand and human else None,
        normalMaximum=points,
        normalMinimum=0,
    )
    most = el(
        "outcomeDeclaration",
        el("defaultValue", el("value", str(points))),
        identifier=MOST,
        cardinality="single",
        baseType="float",
    )
    hits = el(
        "outcomeDeclaration",
        el("defaultValue", el("value", "0")),
        identifier=HITS,
        cardinality="single",
        baseType="float",
    )
    feedback = el("outcomeDeclaration", identifier=FEEDBACK, cardinality="multiple", baseType="identifier")
    return [score, most, *([] if by_hand else [hits]), feedback]


def response(
    name: str,
    cardinality: str,
    base: str,
    *,
    right: Sequence[str] = (),
    worth: Mapping[str, int] | None = None,
    least: int | None = None,
) -> El:
    """The declaration of a response, with the right values and with what each value is worth in hits."""
    correct = el("correctResponse", *(el("value", value) for value in right)) if right else None
    mapping = None
    if worth is not None:
        entries = (el("mapEntry", mapKey=key, mappedValue=value) for key, value in worth.items())
        mapping = el("mapping", *entries, lowerBound=least, defaultValue=0)
    return el("responseDeclaration", correct, mapping, identifier=name, cardinality=cardinality, baseType=base)


def mapped(name: str) -> El:
    """Adds what the response is worth to the hits, where there is one."""
    return _if(el("not", el("isNull", variable(name))), _hit(el("mapResponse", identifier=name)))


def hit(condition: El) -> El:
    """One hit where the condition holds."""
    return _if(condition, _hit(el("baseValue", "1", baseType="float")))


def at_place(name: str, place: int, options: Iterable[str]) -> El:
    """Holds where one of the options stands at the place, counted from 1, of an ordered response."""
    here = el("index", variable(name), n=place)
    return any_of([el("match", here, el("baseValue", option, baseType="identifier")) for option in options])


def fits(name: str, patterns: Iterable[str]) -> El:
    """Holds where a typed response fits one of the patterns."""
    return any_of([el("patternMatch", variable(name), pattern=pattern) for pattern in patterns])


def any_of(conditions: Sequence[El]) -> El:
    """Holds where one of the conditions holds."""
    return conditions[0] if len(conditions) == 1 else el("or", *conditions)


def processing(rules: Sequence[El], points: int, parts: int, chosen: str | None) -> El:
    """The marking: the rules count hits, then the score is set. Without rules a person sets it.

    `chosen` names the response whose options have comments of their own.
    """
    told = el("multiple", el("baseValue", GENERAL, baseType="identifier"), variable(chosen) if chosen else None)
    feedback = el("setOutcomeValue", told, identifier=FEEDBACK)
    if not rules:
        return el("responseProcessing", feedback)
    # Players that keep outcomes from one try to the next must not count the hits of both.
    none = el("setOutcomeValue", el("baseValue", "0", baseType="float"), identifier=HITS)
    score = el("setOutcomeValue", _score(points, parts), identifier=SCORE)
    return el("responseProcessing", none, *rules, score, feedback)


def _score(points: int, parts: int) -> El:
    if points == parts:
        return variable(HITS)
    product = el("product", variable(HITS), el("baseValue", str(points), baseType="float"))
    share = el("divide", product, el("baseValue", str(parts), baseType="float"))
    return share if points % parts == 0 else el("integerToFloat", el("truncate", share))


def variable(name: str) -> El:
    """The value of a response or an outcome."""
    return el("variable", identifier=name)


def _hit(worth: El) -> El:
    return el("setOutcomeValue", el("sum", variable(HITS), worth), identifier=HITS)


def _if(condition: El, *then: El) -> El:
    return el("responseCondition", el("responseIf", condition, *then))
