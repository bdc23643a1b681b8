"""What both of Moodle's formats do alike with an item: take its texts, number its places, write its feedback."""

import re
from collections.abc import Mapping, Sequence

from generator.export import replies
from generator.export.carrier import Carrier, Feature, Say
from generator.export.texts import escaped, plain, rich
from generator.export.wording import Note, answer_lines, for_marking, html, in_a_word, misreadings, reasons, rules
from generator.model.item import Grid, KeyEntry, Match, Option, OrderAnswer, Question

_LIKE_HTML = re.compile(r"<(?=[\w/!?])|&(?=#?\w+;)")


class ItemWriter:
    """One item on its way into Moodle."""

    def __init__(self, carrier: Carrier, id_: str, say: Say) -> None:
        self.carrier, self.id, self.say = carrier, id_, say
        self.item: Question = carrier.questions[id_]
        self.entry: KeyEntry = carrier.entries[id_]
        self.language = carrier.sheet.language

    def take(self, feature: Feature, part: str = "", *, changed: str | None = None) -> str:
        """A text of the item."""
        return self.carrier.take(self.id, feature, part, changed=changed)

    def texts(self, feature: Feature, options: Sequence[Option]) -> dict[str, str]:
        """Rows as XHTML by their ids."""
        return {option.id: rich(self.take(feature, option.id)) for option in options}

    def words(self, feature: Feature, options: Sequence[Option]) -> dict[str, str]:
        """Options as plain text by their ids; bold type is lost."""
        bold = {option.id: "plain" if "**" in option.text else None for option in options}
        return {id_: plain(self.take(feature, id_, changed=changed)) for id_, changed in bold.items()}

    def accepted(self, changed: str | None = None) -> None:
        """Takes what gaps accept, which stands among their answers or, where words are given, is not needed."""
        self.carrier.take_all(self.id, "answer")
        for part in self.carrier.parts(self.id, "accept"):
            if ":" in part:
                self.take("accept", part, changed=changed)

    def places(self, answer: OrderAnswer) -> tuple[list[str], list[tuple[str, ...]]]:
        """The names of the places, the ends with their words, and the options that are right there."""
        right = [group for group in answer.groups for _ in group]
        names = [str(n) for n in range(1, len(right) + 1)]
        for at, end in ((0, "first"), (-1, "last")):
            names[at] = self.say("lms.place", n=names[at], text=self.take("ends", end))
        return names, right

    def pair_notes(self, response: Match | Grid) -> tuple[Note, ...]:
        """What stands above the rows: how often an option may be used, or the heading over the rows."""
        if isinstance(response, Match):
            self.take("once")
            return (Note("", (escaped(self.say("lms.again" if response.reuse else "lms.once")),)),)
        return replies.rows(self.carrier, self.item, self.say)

    def reports(self) -> str:
        """Which passages to read, so that an item is at home in a bank without its neighbours."""
        told = [f"{p.label} ({plain(p.outlet)})" for p in self.carrier.sheet.passages]
        return self.say("lms.read", text=", ".join(told))

    def name(self) -> str:
        """The item's number on the sheet and its instruction."""
        return self.say("lms.item", n=self.carrier.numbers[self.id], text=self.item.prompt)

    def feedback(self, *, options_have_theirs: bool) -> str:
        """What students read after answering, where the platform marks; misreadings with their options or here."""
        self.take("answer")
        carrier, entry, say = self.carrier, self.entry, self.say
        told = (*self._right(), *reasons(carrier, entry, say), *rules(carrier, entry, say))
        own = () if options_have_theirs else (misreadings(carrier, self.item, entry, say),)
        return html([*told, *own])

    def _right(self) -> tuple[Note, ...]:
        """The answer in a word, and each row with its answer: the platform may show rows in another order."""
        word = in_a_word(self.carrier, self.entry, self.say)
        if not isinstance(self.item.response, Match | Grid):
            return (word,)
        lines = tuple(answer_lines(self.carrier, self.item, self.entry.answer, self.say))
        return (word, Note(self.say("lms.answer"), lines))

    def whole_key(self) -> str:
        """Everything that whoever marks by hand goes by."""
        carrier, entry, say = self.carrier, self.entry, self.say
        told = (*for_marking(carrier, self.item, entry, say), *reasons(carrier, entry, say))
        return html([*told, misreadings(carrier, self.item, entry, say)])


def paired(rows: Mapping[str, str], words: Mapping[str, str], pairs: Mapping[str, str]) -> list[tuple[str, str]]:
    """Rows with the words that are right for them; then, with empty rows, the words that answer none.

    Moodle takes tags out of the words and leaves entities as they are, so what looks like one is written as one.
    """
    shown = {id_: _LIKE_HTML.sub(lambda sign: escaped(sign[0]), text) for id_, text in words.items()}
    made = [(text, shown[pairs[row]]) for row, text in rows.items()]
    return made + [("", text) for id_, text in shown.items() if id_ not in pairs.values()]
