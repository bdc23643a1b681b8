"""An item -> a question in GIFT: its name, its text, the lines of its answers, and the feedback on the whole."""

from collections.abc import Mapping, Sequence

from generator.export import gift_text as gift
from generator.export import replies
from generator.export.carrier import Carrier, Say
from generator.export.folded_forms import written_forms
from generator.export.item_writer import ItemWriter, paired
from generator.export.moodle_xml import FRACTIONS
from generator.export.texts import counted, escaped, paragraph, plain, rich
from generator.export.typed import from_bank, is_closed
from generator.export.wording import Note, asked, html
from generator.export.xml_tree import written
from generator.model.item import (
    Choice,
    ChoiceAnswer,
    ExtendedText,
    Grid,
    GridAnswer,
    Match,
    MatchAnswer,
    MultiChoice,
    MultiChoiceAnswer,
    Option,
    Order,
    OrderAnswer,
    ShortText,
    ShortTextAnswer,
    TextSelection,
)

Parts = tuple[str, str, Sequence[str], str]
"""Name, text, answers and feedback of a question."""


def question(carrier: Carrier, id_: str, say: Say) -> Parts:
    """The question of an item."""
    return _Writer(carrier, id_, say).question()


class _Writer(ItemWriter):
    def question(self) -> Parts:
        response, answer = self.item.response, self.entry.answer
        if isinstance(response, Choice) and isinstance(answer, ChoiceAnswer):
            return self._choice(response.options, (answer.option,), single=True)
        if isinstance(response, MultiChoice) and isinstance(answer, MultiChoiceAnswer):
            if len(answer.options) in FRACTIONS:
                return self._choice(response.options, answer.options, single=False)
        elif isinstance(response, Match) and isinstance(answer, MatchAnswer):
            words = self.words("option", response.options)
            return self._match(self.texts("row", response.rows), words, answer.pairs, self.pair_notes(response))
        elif isinstance(response, Grid) and isinstance(answer, GridAnswer):
            self.take("response", changed="matching")
            words = self.words("column", response.columns)
            return self._match(self.texts("row", response.rows), words, answer.cells, self.pair_notes(response))
        elif isinstance(response, Order) and isinstance(answer, OrderAnswer):
            if all(len(group) == 1 for group in answer.groups):
                return self._order(response, answer)
        elif isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer):
            return self._short(response, answer)
        return self._essay()

    # -- kinds of question ---------------------------------------------------------------------------

    def _choice(self, options: Sequence[Option], right: Sequence[str], *, single: bool) -> Parts:
        share, lines = FRACTIONS[len(right)], []
        for option in options:
            # A wrong tick takes a right one back, so that ticking everything earns nothing.
            if single:
                sign = "=" if option.id in right else "~"
            else:
                sign = f"~%{share if option.id in right else '-' + share}%"
            why = gift.formatted(rich(self.take("misreading", option.id)))
            text = gift.formatted(rich(self.take("option", option.id)))
            lines.append(f"{sign}{text}#{why}" if why else f"{sign}{text}")
        return self._whole(lines, (replies.how_many(self.carrier, self.item, self.say),), choice=True)

    def _match(
        self,
        rows: Mapping[str, str],
        words: Mapping[str, str],
        pairs: Mapping[str, str],
        notes: Sequence[Note] = (),
        below: str = "",
    ) -> Parts:
        """Rows with one answer each; what answers no row is there all the same."""
        told = paired(rows, words, pairs)
        lines = [f"={gift.formatted(row)} -> {gift.safe(word)}" for row, word in told]
        return self._whole(lines, notes, below=below)

    def _order(self, response: Order, answer: OrderAnswer) -> Parts:
        """An answer for each place."""
        names, right = self.places(answer)
        self.take("response", changed="matching")
        rows = {str(at): rich(name) for at, name in enumerate(names)}
        pairs = {str(at): group[0] for at, group in enumerate(right)}
        return self._match(rows, self.words("option", response.options), pairs)

    def _short(self, response: ShortText, answer: ShortTextAnswer) -> Parts:
        """Pairs where the word bank holds the answers, a line to write where there is one gap; else an essay."""
        known = from_bank(response, answer, self.language)
        if known is not None and all(len(right) == 1 for right in known.values()):
            return self._pairs(response, {id_: str(next(iter(right))) for id_, right in known.items()})
        forms = [written_forms(blank, self.language) for blank in answer.blanks.values()]
        alone = len(forms) == 1 and response.table is None and is_closed(self.entry)
        # A line with an arrow in it would be read as a pair.
        if not alone or any("->" in form for form in forms[0]):
            return self._essay()
        self.take("response", changed="listed")
        self.accepted()
        label = Note("", (rich(self.take("blank", response.blanks[0].id)),))
        # A star stands for any letters, unless it is escaped.
        lines = ["=" + gift.safe(form.replace("*", "\\*")) for form in forms[0]]
        lines.append(f"=%0%*#{gift.safe(self.say('lms.unlisted'))}")
        return self._whole(lines, (replies.bank(self.carrier, self.item, self.say), label))

    def _pairs(self, response: ShortText, right: Mapping[str, str]) -> Parts:
        """Blanks to match with the words of the bank; their table stands above with a number in each."""
        bank = self.carrier.take_all(self.id, "bank", changed="matching")
        self.take("response", changed="matching")
        self.accepted("matching")
        words = {str(n): plain(word) for n, word in enumerate(bank)}
        rows = {blank.id: rich(self.take("blank", blank.id)) for blank in response.blanks}
        if response.table is None:
            return self._match(rows, words, right)
        rows = {id_: f"({n}) {text}" for n, (id_, text) in enumerate(rows.items(), 1)}
        table = written(replies.blanks(self.carrier, self.item, replies.numbered(self.item)))
        return self._match(rows, words, right, below=table)

    def _essay(self) -> Parts:
        if not isinstance(self.item.response, ExtendedText):
            self.take("response", changed="by-hand-feedback")
        notes, below = self._described()
        return self._whole((), notes, below=below, feedback=self.whole_key())

    def _described(self) -> tuple[tuple[Note, ...], str]:
        """What students answer, where they have one field for all of it."""
        carrier, item, say, response = self.carrier, self.item, self.say, self.item.response
        if isinstance(response, ExtendedText):
            carrier.take_all(self.id, "frame", changed="question")
            return (replies.starters(carrier, item, say),), ""
        if isinstance(response, ShortText):
            table = written(replies.blanks(carrier, item, replies.numbered(item)))
            return (replies.bank(carrier, item, say),), table
        if isinstance(response, TextSelection):
            carrier.take_all(self.id, "sign", changed="written")
            marks = tuple(rich(label) for label in carrier.take_all(self.id, "mark"))
            how = Note("", (escaped(say("lms.write_marks")),))
            where = (replies.where(carrier, item, say), replies.how_many(carrier, item, say))
            return (*where, how, Note("", marks)), ""
        ends = isinstance(response, Order)
        first = replies.ends(carrier, item, say) if ends else replies.how_many(carrier, item, say)
        if ends:
            self.take("any-order")
        return (first, Note("", tuple(rich(text) for text in carrier.take_all(self.id, "option")))), ""

    # -- what all have -------------------------------------------------------------------------------

    def _whole(
        self,
        lines: Sequence[str],
        notes: Sequence[Note],
        *,
        below: str = "",
        feedback: str | None = None,
        choice: bool = False,
    ) -> Parts:
        """The question; `below` stands under its text."""
        self.take("response")
        self.take("points", changed="in-text")
        under = " · ".join((self.reports(), counted(self.say, "item.points", self.item.points)))
        body = html(asked(self.carrier, self.item, self.say)) + paragraph(escaped(under)) + html(notes) + below
        if feedback is None:
            feedback = self.feedback(options_have_theirs=choice)
        return self.name(), body, lines, feedback
