"""The forms of an English verb, by rule."""

_VOWELS = "aeiou"
# Verbs of two and more syllables that double their last letter all the same, for the stress is on the last one.
_STRESSED = (
    "admit",
    "refer",
    "rebut",
    "prefer",
    "concur",
    "infer",
    "recap",
    "permit",
    "compel",
    "deter",
    "commit",
    "regret",
)


def forms(verb: str, past: str = "", participle: str = "") -> dict[str, str]:
    """base, third (person), past, participle and ing of a verb; irregular forms are given, the others made."""
    stem = _doubled(verb)
    regular = verb + "d" if verb.endswith("e") else _y(verb, "ied") or stem + "ed"
    if verb.endswith("ie"):
        ing = verb[:-2] + "ying"
    elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        ing = verb[:-1] + "ing"
    else:
        ing = stem + "ing"
    third = _y(verb, "ies") or verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return {
        "base": verb,
        "third": third,
        "past": past or regular,
        "participle": participle or past or regular,
        "ing": ing,
    }


def british(verb: str, form: str) -> str:
    """The British spelling of a form that `forms` made: 'labelled' for 'labeled'; else the form as it is."""
    single = verb.endswith("l") and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return f"{verb}l{form[len(verb) :]}" if single and form in (verb + "ed", verb + "ing") else form


def _y(verb: str, ending: str) -> str:
    if verb.endswith("y") and len(verb) > 1 and verb[-2] not in _VOWELS:
        return verb[:-1] + ending
    return ""


def _doubled(verb: str) -> str:
    """With its last consonant doubled where English does: one short stressed vowel before one consonant."""
    if (
        len(verb) < 3
        or verb[-1] in _VOWELS + "wxyh"
        or verb[-2] not in _VOWELS
        or (verb[-3] in _VOWELS and verb[-4:-2] != "qu")
    ):
        return verb
    syllables = sum(1 for a, b in zip(verb, " " + verb, strict=False) if a in _VOWELS and b not in _VOWELS)
    return verb + verb[-1] if syllables == 1 or verb in _STRESSED else verb
