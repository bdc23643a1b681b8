"""Text -> numbers: amounts with what they count, ranges, scores, ages, and amounts left open.

`span` is the amount with its sign, scale and per cent ('$3.5 million', '12 per cent', 'a dozen'), without the noun
counted, whose place is `noun`. Equal amounts have equal `value` and `unit`, however they are written: a percentage
is 12 with the unit '%', a fraction or 'one in five' is below one, an age has the unit 'age', a score the unit
'score' with the other side as `high`. Years, dates and times of day are no numbers here: see `dates`.
"""

import re
from dataclasses import replace

from generator.draft.counting import SHORT_SCALES, WORDS
from generator.draft.dates import dates
from generator.draft.marks import Number, Span
from generator.draft.quantities.ages import age
from generator.draft.quantities.around import AFTER, approximate
from generator.draft.quantities.atom import Atom
from generator.draft.quantities.atoms import atoms
from generator.draft.quantities.nouns import counted
from generator.draft.quantities.open_amounts import open_amounts
from generator.draft.quantities.pairs import joined
from generator.draft.quantities.words import is_plural, singular, words
from generator.draft.text import Text

_PARENT = re.compile(r"\b(?:mother|father|mom|dad|mum|parents?)\sof\s$", re.IGNORECASE)
_QUAKE = re.compile(r"[\s-]+magnitude\b|\son\sthe\sRichter|\s(?:earth)?quake\b")
_PAY = re.compile(
    r"\b(?:costs?|costing|paid|pays?|paying|spen[dt]|worth|priced?|earn(?:s|ed)?|raised|fined|fine\sof|debt\sof|owed?"
    r"|bill\sof|for\sonly|saved?|bonus\sof|budget\sof|charged?)\b[^.;]{0,30}$"
)
_WEIGHT = re.compile(r"\b(?:weigh\w*|lost|lose|loses|gained?|shed|heavier|lighter)\b[^.;]{0,20}$")
_MONEY = frozenset({"$", "€", "£", "¥"})
_RULES = {"word": "number-word", "a": "a-unit"}


def numbers(text: Text) -> list[Number]:
    """In the order of the text; no two overlap, and none lies in a date."""
    taken = [date.span for date in dates(text)]
    exact = (_number(text, *pair) for pair in joined(text, atoms(text, taken)))
    found = [*(number for number in exact if number is not None), *open_amounts(text, taken)]
    out: list[Number] = []
    for number in sorted(found, key=lambda n: (n.span[0], -n.span[1])):
        if not out or number.span[0] >= out[-1].span[1]:
            out.append(number)
        elif number.vague and not out[-1].vague:
            out[-1] = number
    return out


def _number(text: Text, atom: Atom, high: float | None, rule: str) -> Number | None:
    """An amount with its unit; None where the word is no amount after all."""
    if rule == "score":
        return Number((atom.start, atom.end), atom.value, "score", rule, 0.9, high=high)
    unit, noun, sure = _unit(text, atom, high)
    if atom.kind == "a" and not unit:
        return None
    if atom.loose:
        atom, high, unit, noun = _loose(atom, high, unit, noun)
    if unit == "pound":
        unit = _pound(text, atom)
    if unit in _MONEY and noun is not None:
        atom, noun = replace(atom, end=noun[1]), None
    if text.text[atom.start : atom.end].lower() == "one":
        sure = _one(text, atom, unit)
        if not sure:
            return None
    if unit.startswith("age"):
        name = "age-years-old" if atom.kind == "age" else "age"
    else:
        name = _RULES.get(atom.kind, atom.kind)
    about = approximate(text, atom.start, atom.end, atom.value, unit)
    return Number(
        (atom.start, atom.end),
        atom.value,
        unit,
        name if rule == "amount" else rule,
        sure,
        about,
        False,
        high,
        noun,
    )


def _unit(text: Text, atom: Atom, high: float | None) -> tuple[str, Span | None, float]:
    """What is counted, where its noun stands, and how sure the find is."""
    source = text.text
    if atom.unit:
        return singular(atom.unit) if atom.unit in words("short-unit") else atom.unit, None, 0.95
    if old := age(text, atom):
        return old, None, 0.95
    if atom.noun is not None:
        return singular(source[slice(*atom.noun)].lower()), atom.noun, 0.92
    if _QUAKE.match(source, atom.end) or source[max(0, atom.start - 10) : atom.start].lower() == "magnitude ":
        return "magnitude", None, 0.95
    tail = AFTER.match(source, atom.end)
    end = tail.end() if tail else atom.end
    after = text.word_range(end, end)[0] if tail else atom.after
    unit, noun = counted(text, after, end, max(atom.value, high or 0))
    if not unit and _PARENT.search(source, max(0, atom.start - 14), atom.start):
        unit = "child"
    return unit, noun, 0.95 if unit else 0.8 if atom.kind == "digits" or atom.scaled else 0.75


def _loose(
    atom: Atom, high: float | None, unit: str, noun: Span | None
) -> tuple[Atom, float | None, str, Span | None]:
    """3.5m: millions where something is counted, else metres."""
    if (
        atom.loose == "b"
        or unit in _MONEY
        or unit == "pound"
        or (noun is not None and unit not in words("metres"))
    ):
        scale = SHORT_SCALES[atom.loose]
        return replace(atom, value=atom.value * scale), high * scale if high is not None else None, unit, noun
    return atom, high, "metre", None


def _pound(text: Text, atom: Atom) -> str:
    """Pounds of money, or of weight."""
    before = text.text[max(0, atom.start - 50) : atom.start]
    if atom.kind == "compound" or _WEIGHT.search(before):
        return "pound"
    return "£" if atom.value >= 1000 or "£" in text.text or _PAY.search(before) else "pound"


def _one(text: Text, atom: Atom, unit: str) -> float:
    """How sure 'one' is an amount; 0 where it stands for something else."""
    i = text.word_range(atom.start, atom.start)[0]
    before = text.lower[i - 1] if i and not text.text[text.ends[i - 1] : atom.start].strip() else ""
    following = text.lower[i + 1] if i + 1 < len(text.lower) else ""
    if before in words("not-one-before") and not (before == "only" and unit):
        return 0.0
    if following in words("not-one-after") or following in words("stop") or following in WORDS:
        return 0.0
    if not unit or not text.text[atom.end : atom.end + 1].isspace() or (is_plural(unit) and unit != "people"):
        return 0.0
    return 0.9 if unit in words("sure-one") or unit in words("measure") else 0.75
