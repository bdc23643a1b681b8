"""An item -> a question of Moodle.

Moodle gives a part of the marks for a part of the answer, as `generator.mark` does. It compares typed words letter
by letter, so words to type become lists to choose from where the word bank holds every answer; where the key lists
all that can be right, they are told in every likely way of writing; else a teacher marks them.
"""

from collections.abc import Mapping, Sequence

from generator.export import cloze, replies
from generator.export import moodle_xml as xml
from generator.export.carrier import Carrier, Say
from generator.export.folded_forms import written_forms
from generator.export.item_writer import ItemWriter, paired
from generator.export.texts import escaped, paragraph, rich
from generator.export.typed import from_bank, is_closed
from generator.export.wording import Note, asked, html, reasons
from generator.export.xml_tree import Raw, written
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

LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)
"""Heights of an essay's field that Moodle knows."""

Named = tuple[str, Mapping[str, object]]
"""The name of a question and everything else that `moodle_xml.question` wants."""


def question(carrier: Carrier, id_: str, say: Say) -> Named:
    """The question of an item."""
    return _Writer(carrier, id_, say).question()


class _Writer(ItemWriter):
    def question(self) -> Named:
        response, answer = self.item.response, self.entry.answer
        if isinstance(response, Choice) and isinstance(answer, ChoiceAnswer):
            return self._choice(response.options, (answer.option,), single=True)
        if isinstance(response, MultiChoice) and isinstance(answer, MultiChoiceAnswer):
            if len(answer.options) in xml.FRACTIONS:
                return self._choice(response.options, answer.options, single=False)
        elif isinstance(response, Match) and isinstance(answer, MatchAnswer):
            words = self.words("option", response.options)
            return self._match(self.texts("row", response.rows), words, answer.pairs, self.pair_notes(response))
        elif isinstance(response, Grid) and isinstance(answer, GridAnswer):
            self.take("response", changed="matching")
            words = self.words("column", response.columns)
            return self._match(self.texts("row", response.rows), words, answer.cells, self.pair_notes(response))
        elif isinstance(response, Order) and isinstance(answer, OrderAnswer):
            return self._order(response, answer)
        elif isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer):
            return self._short(response, answer)
        return self._essay()

    # -- kinds of question ---------------------------------------------------------------------------

    def _choice(self, options: Sequence[Option], right: Sequence[str], *, single: bool) -> Named:
        share = xml.FRACTIONS[len(right)]
        answers = []
        for option in options:
            # A wrong tick takes a right one back, so that ticking everything earns nothing.
            fraction = share if option.id in right else "0" if single else f"-{share}"
            why = rich(self.take("misreading", option.id))
            answers.append(xml.answer(rich(self.take("option", option.id)), fraction, why))
        parts = (
            f"<single>{str(single).lower()}</single><shuffleanswers>false</shuffleanswers>"
            "<answernumbering>abc</answernumbering><showstandardinstruction>0</showstandardinstruction>"
            f"{xml.combined_feedback()}{''.join(answers)}"
        )
        return self._whole(
            "multichoice", (replies.how_many(self.carrier, self.item, self.say),), parts, len(right)
        )

    def _match(
        self,
        rows: Mapping[str, str],
        words: Mapping[str, str],
        pairs: Mapping[str, str],
        notes: Sequence[Note] = (),
    ) -> Named:
        """Rows with one answer each; what answers no row is there all the same."""
        pieces = "".join(xml.pair(row, word) for row, word in paired(rows, words, pairs))
        parts = f"<shuffleanswers>false</shuffleanswers>{xml.combined_feedback()}{pieces}"
        return self._whole("matching", notes, parts, len(rows))

    def _order(self, response: Order, answer: OrderAnswer) -> Named:
        """An answer for each place; a list in the text where several may stand in one place."""
        names, right = self.places(answer)
        if all(len(group) == 1 for group in right):
            self.take("response", changed="matching")
            rows = {str(at): rich(name) for at, name in enumerate(names)}
            pairs = {str(at): group[0] for at, group in enumerate(right)}
            return self._match(rows, self.words("option", response.options), pairs)
        self.take("response", changed="dropdowns")
        self.take("any-order")
        texts = self.words("option", response.options)
        body = ""
        for name, group in zip(names, right, strict=True):
            gap = cloze.menu(self._marks(len(right)), ((text, id_ in group) for id_, text in texts.items()))
            body += f"<p>{cloze.around(rich(name))}: {gap}</p>"
        return self._cloze(body, len(right))

    def _short(self, response: ShortText, answer: ShortTextAnswer) -> Named:
        """Gaps that mark as the program does; an essay where a person must judge what is written in them."""
        known = from_bank(response, answer, self.language)
        marks = self._marks(len(response.blanks))
        if known is not None:
            bank = self.carrier.take_all(self.id, "bank", changed="dropdowns")
            self.take("response", changed="dropdowns")
            self.accepted("dropdowns")
            gaps = {
                id_: cloze.menu(marks, ((word, n in right) for n, word in enumerate(bank)))
                for id_, right in known.items()
            }
            return self._gaps(gaps)
        if not is_closed(self.entry):
            return self._essay()
        self.take("response", changed="listed")
        self.accepted()
        forms = {id_: written_forms(blank, self.language) for id_, blank in answer.blanks.items()}
        unlisted = self.say("lms.unlisted")
        words = replies.bank(self.carrier, self.item, self.say)
        if len(forms) == 1 and response.table is None:
            (blank,) = response.blanks
            # A star stands for any letters, unless it is escaped.
            plain_forms = [form.replace("*", "\\*") for form in forms[blank.id]]
            answers = [xml.answer(form, "100", formatted=False) for form in plain_forms]
            answers.append(xml.answer("*", "0", escaped(unlisted), formatted=False))
            label = Note("", (rich(self.take("blank", blank.id)),))
            return self._whole("shortanswer", (words, label), "<usecase>0</usecase>" + "".join(answers), 1)
        return self._gaps({id_: cloze.line(marks, texts, unlisted) for id_, texts in forms.items()}, (words,))

    def _gaps(self, gaps: Mapping[str, str], notes: Sequence[Note] = ()) -> Named:
        """The gaps in their table or list."""
        held = {id_: Raw(f"\x01{id_}\x02") for id_ in gaps}
        body = cloze.around(written(replies.blanks(self.carrier, self.item, held)))
        for id_, gap in gaps.items():
            body = body.replace(f"\x01{id_}\x02", gap)
        return self._cloze(body, len(gaps), notes)

    def _cloze(self, body: str, count: int, notes: Sequence[Note] = ()) -> Named:
        self.take("points", changed="weights" if self.item.points % count else None)
        return self._whole("cloze", notes, "", count, below=body)

    def _essay(self) -> Named:
        response = self.item.response
        lines = 10
        if isinstance(response, ExtendedText):
            lines = next((n for n in LINES if n >= response.lines), LINES[-1])
            self.take("space", changed=None if lines == response.lines else "lines")
        else:
            self.take("response", changed="by-hand")
        notes, template = self._field()
        parts = (
            "<responseformat>editor</responseformat><responserequired>1</responserequired>"
            f"<responsefieldlines>{lines}</responsefieldlines><attachments>0</attachments>"
            f"<attachmentsrequired>0</attachmentsrequired>{xml.html('graderinfo', self.whole_key())}"
            f"{xml.html('responsetemplate', template)}"
        )
        return self._whole("essay", notes, parts, 1, feedback=html(reasons(self.carrier, self.entry, self.say)))

    def _field(self) -> tuple[tuple[Note, ...], str]:
        """What stands above the field of an essay, and what stands in it."""
        carrier, item, say, response = self.carrier, self.item, self.say, self.item.response
        if isinstance(response, ExtendedText):
            return (), "".join(paragraph(rich(start)) for start in carrier.take_all(self.id, "frame"))
        if isinstance(response, ShortText):
            empty = {blank.id: Raw("&#160;") for blank in response.blanks}
            return (replies.bank(carrier, item, say),), written(replies.blanks(carrier, item, empty))
        if isinstance(response, TextSelection):
            carrier.take_all(self.id, "sign", changed="written")
            how = Note("", (escaped(say("lms.write_marks")),))
            marks = "".join(f"<p><strong>{rich(m)}:</strong> </p>" for m in carrier.take_all(self.id, "mark"))
            return (replies.where(carrier, item, say), replies.how_many(carrier, item, say), how), marks
        options = tuple(rich(text) for text in carrier.take_all(self.id, "option"))
        return (replies.how_many(carrier, item, say), Note("", options)), ""

    # -- what all have -------------------------------------------------------------------------------

    def _whole(
        self,
        kind: str,
        notes: Sequence[Note],
        parts: str,
        count: int,
        *,
        below: str = "",
        feedback: str | None = None,
    ) -> Named:
        """The question; `count` parts share its marks, `below` stands under its text."""
        item, sheet = self.item, self.carrier.sheet
        self.take("response")
        uneven = bool(item.points % count) and kind != "cloze"
        points = self.take("points", changed="fractions" if uneven else None)
        body = html(asked(self.carrier, item, self.say)) + paragraph(escaped(self.reports())) + html(notes)
        if kind == "cloze":
            body = cloze.around(body)
        if feedback is None:
            feedback = self.feedback(options_have_theirs=kind == "multichoice")
        return self.name(), {
            "kind": kind,
            "body": body + below,
            "feedback": feedback,
            "points": points,
            "id_": f"{sheet.lesson}:{self.id}",
            "tags": (item.skill, item.type, sheet.lane, sheet.lesson),
            "parts": parts,
        }

    def _marks(self, count: int) -> int:
        """Marks of each gap; Moodle takes whole ones only."""
        return self.item.points // count if self.item.points % count == 0 else 1
