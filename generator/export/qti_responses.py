"""What students answer in, in QTI: the interactions of an item, and the rules that count hits in them.

A machine marks what it can mark as `generator.mark` does. Words marked in a passage, sentences, and words whose
key lists examples only, are left to a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.export import qti_marking as marking
from generator.export import replies
from generator.export.carrier import Carrier, Say
from generator.export.folded_forms import grammar_of
from generator.export.hot_words import hot_lines
from generator.export.texts import plain, rich
from generator.export.typed import from_bank, is_closed, pattern, wanted
from generator.export.wording import Note, html
from generator.export.xml_tree import El, Raw, el
from generator.model.item import (
    Choice,
    ChoiceAnswer,
    ExtendedText,
    Grid,
    GridAnswer,
    KeyEntry,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    Question,
    ShortText,
    ShortTextAnswer,
    TextSelection,
)

RESPONSE = "RESPONSE"


@dataclass(frozen=True)
class Responding:
    """The part of an item that its kind decides. Without `rules` a person marks it."""

    declared: Sequence[El]
    body: Sequence[El]
    rules: Sequence[El] = ()
    parts: int = 1
    chosen: str | None = None
    inline: bool = False
    """Whether the instruction must stand before the interactions, as they cannot hold it."""


class Responses:
    """Ways of answering. Every text is taken through the carrier."""

    def __init__(self, carrier: Carrier, say: Say) -> None:
        self.carrier, self.say = carrier, say

    def of(self, question: Question, entry: KeyEntry) -> Responding:
        response, answer = question.response, entry.answer
        if isinstance(response, Choice) and isinstance(answer, ChoiceAnswer):
            return self._choice(question, response.options, (answer.option,), 1)
        if isinstance(response, MultiChoice) and isinstance(answer, MultiChoiceAnswer):
            return self._choice(question, response.options, answer.options, response.choose or 0)
        if isinstance(response, Match) and isinstance(answer, MatchAnswer):
            most = 0 if response.reuse else 1
            return self._match(question, response.rows, ("option", response.options), answer.pairs, most)
        if isinstance(response, Grid) and isinstance(answer, GridAnswer):
            return self._match(question, response.rows, ("column", response.columns), answer.cells, 0)
        if isinstance(response, Order) and isinstance(answer, OrderAnswer):
            return self._order(question, response, answer)
        if isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer):
            return self._blanks(question, entry, response, answer)
        if isinstance(response, TextSelection):
            return self._words(question, response)
        assert isinstance(response, ExtendedText)
        return self._sentences(question, response)

    def _choice(
        self, question: Question, options: Sequence[Option], right: Sequence[str], most: int
    ) -> Responding:
        several = most != 1
        worth = {option.id: 1 if option.id in right else -1 if several else 0 for option in options}
        declared = marking.response(
            RESPONSE,
            "multiple" if several else "single",
            "identifier",
            right=right,
            worth=worth,
            least=0 if several else None,
        )
        choices = (el("simpleChoice", self._rich(question, "option", o), identifier=o.id) for o in options)
        body = el(
            "choiceInteraction",
            self._prompt(question),
            *choices,
            responseIdentifier=RESPONSE,
            shuffle="false",
            maxChoices=most,
        )
        told = self._told(replies.how_many(self.carrier, question, self.say))
        return Responding([declared], [*told, body], [marking.mapped(RESPONSE)], len(right), chosen=RESPONSE)

    def _match(
        self,
        question: Question,
        rows: Sequence[Option],
        options: tuple[str, Sequence[Option]],
        pairs: dict[str, str],
        most: int,
    ) -> Responding:
        feature, columns = options
        right = [f"{row} {option}" for row, option in pairs.items()]
        declared = marking.response(
            RESPONSE, "multiple", "directedPair", right=right, worth=dict.fromkeys(right, 1)
        )
        corner = self.carrier.take(question.id, "corner")
        left = (
            el("simpleAssociableChoice", self._rich(question, "row", row), identifier=row.id, matchMax=1)
            for row in rows
        )
        above = (
            el("simpleAssociableChoice", self._rich(question, feature, o), identifier=o.id, matchMax=most)
            for o in columns
        )
        body = el(
            "matchInteraction",
            self._prompt(question),
            el("simpleMatchSet", *left),
            el("simpleMatchSet", *above),
            responseIdentifier=RESPONSE,
            shuffle="false",
            maxAssociations=len(rows),
            class_="qti-match-tabular" if feature == "column" else None,
        )
        head = self._told(Note("", (rich(corner),) if corner else ()))
        if isinstance(question.response, Match):
            self.carrier.take(question.id, "once")
            head += self._told(Note("", (rich(self.say("lms.once" if most else "lms.again")),)))
        return Responding([declared], [*head, body], [marking.mapped(RESPONSE)], len(rows))

    def _order(self, question: Question, response: Order, answer: OrderAnswer) -> Responding:
        flat = [option for group in answer.groups for option in group]
        places = [group for group in answer.groups for _ in group]
        choices = (
            el("simpleChoice", self._rich(question, "option", o), identifier=o.id) for o in response.options
        )
        body = el(
            "orderInteraction",
            self._prompt(question),
            *choices,
            responseIdentifier=RESPONSE,
            shuffle="false",
        )
        declared = marking.response(RESPONSE, "ordered", "identifier", right=flat)
        rules = [marking.hit(marking.at_place(RESPONSE, n, group)) for n, group in enumerate(places, 1)]
        ends = self._told(replies.ends(self.carrier, question, self.say))
        return Responding([declared], [*ends, body], rules, len(flat))

    def _blanks(
        self, question: Question, entry: KeyEntry, response: ShortText, answer: ShortTextAnswer
    ) -> Responding:
        language = self.carrier.sheet.language
        known = from_bank(response, answer, language)
        names = {blank.id: f"{RESPONSE}_{n}" for n, blank in enumerate(response.blanks, 1)}
        declared: list[El] = []
        rules: list[El] = []
        fields: dict[str, replies.Field] = {}
        if known is not None:
            words = self.carrier.take_all(question.id, "bank", changed="dropdowns")
            for blank, name in names.items():
                worth = {f"word{n}": int(n in known[blank]) for n in range(len(words))}
                right = [f"word{min(known[blank])}"]
                declared.append(marking.response(name, "single", "identifier", right=right, worth=worth))
                rules.append(marking.mapped(name))
                menu = (el("inlineChoice", plain(word), identifier=f"word{n}") for n, word in enumerate(words))
                fields[blank] = el("inlineChoiceInteraction", *menu, responseIdentifier=name, shuffle="false")
        else:
            grammar = grammar_of(language)
            closed = is_closed(entry)
            for blank, name in names.items():
                key = answer.blanks[blank]
                right = [key.model] if closed else []
                declared.append(marking.response(name, "single", "string", right=right))
                if closed:
                    rules.append(
                        marking.hit(
                            marking.fits(name, [pattern(t, grammar) for t in sorted(wanted(key, grammar))])
                        )
                    )
                fields[blank] = el("textEntryInteraction", responseIdentifier=name, expectedLength=30)
        body = [replies.blanks(self.carrier, question, fields)]
        if known is None:
            body += self._told(replies.bank(self.carrier, question, self.say))
        return Responding(declared, body, rules, len(names), inline=True)

    def _words(self, question: Question, response: TextSelection) -> Responding:
        carrier, say = self.carrier, self.say
        passage = next(p for p in carrier.sheet.passages if p.label == response.passage)
        body = self._told(
            replies.where(carrier, question, say, marking=True), replies.how_many(carrier, question, say)
        )
        declared = []
        for n, mark in enumerate(response.marks, 1):
            carrier.take(question.id, "sign", mark.id, changed="chosen")
            name = f"{RESPONSE}_{n}"
            declared.append(marking.response(name, "multiple", "identifier"))
            prompt = el("prompt", Raw(rich(carrier.take(question.id, "mark", mark.id))))
            lines = hot_lines(passage, response.lines, f"m{n}")
            body.append(el("hottextInteraction", prompt, lines, responseIdentifier=name, maxChoices=0))
        return Responding(declared, body, inline=True)

    def _sentences(self, question: Question, response: ExtendedText) -> Responding:
        self.carrier.take(question.id, "space")
        body = self._told(replies.starters(self.carrier, question, self.say))
        field = el(
            "extendedTextInteraction",
            self._prompt(question),
            responseIdentifier=RESPONSE,
            expectedLines=response.lines,
        )
        return Responding([marking.response(RESPONSE, "single", "string")], [*body, field])

    def _told(self, *notes: Note) -> list[El]:
        """Notes above the place to answer; nothing where they are empty."""
        told = html(notes)
        return [el("div", Raw(told))] if told else []

    def _prompt(self, question: Question) -> El:
        return el("prompt", Raw(rich(self.carrier.take(question.id, "prompt"))))

    def _rich(self, question: Question, feature: str, option: Option) -> Raw:
        return Raw(rich(self.carrier.take(question.id, feature, option.id)))  # type: ignore[arg-type]
