"""Words that students type or choose from a bank: which of them `generator.mark` counts as right."""

from collections.abc import Iterable

from generator.export.folded_forms import grammar_of
from generator.mark import folded
from generator.model.grammar import Grammar
from generator.model.item import BlankKey, KeyEntry, ShortText, ShortTextAnswer

OUTER = " .,;:!?¿¡\"'()[]"
"""Signs around an answer that count for nothing."""

_ALIKE = {"'": "'’‘", '"': '"“”«»', "-": "-–"}
_ESCAPED = set("\\[]^-")
_SPECIAL = set("|.?*+(){}$/#&~")


def wanted(known: BlankKey, grammar: Grammar) -> frozenset[str]:
    """The answers that count in a blank, folded."""
    return frozenset(folded(text, grammar) for text in (known.model, *known.accept))


def from_bank(response: ShortText, answer: ShortTextAnswer, language: str) -> dict[str, frozenset[int]] | None:
    """Blank id -> places in the word bank of the words that are right there.

    None where there is no bank, or where the right answer of a blank does not stand in it: menus would then show
    which answers are missing.
    """
    grammar = grammar_of(language)
    bank = [folded(word, grammar) for word in response.bank]
    out = {}
    for blank in response.blanks:
        right = wanted(answer.blanks[blank.id], grammar)
        out[blank.id] = frozenset(n for n, word in enumerate(bank) if word in right)
        if not out[blank.id]:
            return None
    return out


def is_closed(entry: KeyEntry) -> bool:
    """Whether the list of accepted answers is all that can be right; else a person must look at the others."""
    return not entry.accept


def pattern(text: str, grammar: Grammar) -> str:
    """A regular expression of XML Schema for everything that folds to `text`, which must be folded itself."""
    if not text.strip(OUTER):
        return f"[\\s\u00a0]*{_letters(text)}[\\s\u00a0]*"
    outer = f"[\\s\u00a0{_set(OUTER.strip() + '’‘“”«»')}]*"
    articles = "|".join(_letters(word) for word in grammar.words("articles"))
    first, _, rest = text.partition(" ")
    article = f"(({articles})[\\s\u00a0]+)" if articles else ""
    # Only one article is left out, so an answer that still begins with one had two.
    again = "" if not article or (rest and grammar.has("articles", first)) else "?"
    return f"{outer}{article}{again}{_letters(text)}{outer}"


def _letters(text: str) -> str:
    return "".join("[\\s\u00a0]+" if c == " " else _letter(c) for c in text)


def _letter(c: str) -> str:
    alike = _ALIKE.get(c) or "".join(dict.fromkeys(x for x in (c, c.upper(), c.lower()) if x.casefold() == c))
    if len(alike) > 1 or alike in _SPECIAL:
        return f"[{_set(alike)}]"
    return f"\\{c}" if c in _ESCAPED else c


def _set(characters: Iterable[str]) -> str:
    return "".join(f"\\{c}" if c in _ESCAPED else c for c in characters)
