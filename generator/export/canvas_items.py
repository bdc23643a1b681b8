"""An item -> an item of QTI 1.2 as Canvas reads it.

Canvas gives a part of the marks for a part of the answer, as `generator.mark` does, but does not round it down.
It compares typed words letter by letter. So words to type become menus where every answer stands in the word bank;
where the key lists all that can be right, its answers are given in the ways in which they are likely to be
written; all other items with words to type are marked by hand.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.export import replies
from generator.export.canvas_xml import adds, equals, label, material, metadata, names, sets, shows
from generator.export.carrier import Carrier, Say
from generator.export.folded_forms import written_forms
from generator.export.identifiers import item_name
from generator.export.texts import escaped, paragraph, plain, rich
from generator.export.typed import from_bank, is_closed
from generator.export.wording import Note, asked, for_marking, html, misreadings, reasons
from generator.export.xml_tree import El, el, written
from generator.model.item import (
    Choice,
    ChoiceAnswer,
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

RESPONSE = "response1"
MOST_FORMS = 60
"""Ways of writing that are listed for a blank: more would hide the answers from whoever edits the quiz."""


def question_item(carrier: Carrier, question: Question, entry: KeyEntry, reports: str, say: Say) -> El:
    """An item; `reports` is the name of the text with the passages, beside which new quizzes show it."""
    return _Writer(carrier, question, entry, reports, say).item()


class _Writer:
    def __init__(self, carrier: Carrier, question: Question, entry: KeyEntry, reports: str, say: Say) -> None:
        self.carrier, self.question, self.entry, self.reports, self.say = carrier, question, entry, reports, say
        self.id = question.id

    def item(self) -> El:
        response, answer = self.question.response, self.entry.answer
        if isinstance(response, Choice) and isinstance(answer, ChoiceAnswer):
            return self._choice(response.options, (answer.option,), several=False)
        if isinstance(response, MultiChoice) and isinstance(answer, MultiChoiceAnswer):
            told = (html([replies.how_many(self.carrier, self.question, self.say)]),)
            self.carrier.take(self.id, "choose", changed="question")
            return self._choice(response.options, answer.options, several=True, above=told)
        if isinstance(response, Match) and isinstance(answer, MatchAnswer):
            self.carrier.take(self.id, "once", changed="question")
            use = paragraph(escaped(self.say("lms.again" if response.reuse else "lms.once")))
            return self._matching(
                [(row.id, self._text("row", row)) for row in response.rows],
                [(option.id, self._plain("option", option)) for option in response.options],
                answer.pairs,
                above=(use,),
            )
        if isinstance(response, Grid) and isinstance(answer, GridAnswer):
            return self._matching(
                [(row.id, self._text("row", row)) for row in response.rows],
                [(column.id, self._plain("column", column)) for column in response.columns],
                answer.cells,
                above=(html(replies.rows(self.carrier, self.question, self.say)),),
                changed="matching",
            )
        if isinstance(response, Order) and isinstance(answer, OrderAnswer) and max(map(len, answer.groups)) == 1:
            return self._order(response, answer)
        if isinstance(response, ShortText) and isinstance(answer, ShortTextAnswer):
            known = from_bank(response, answer, self.carrier.sheet.language)
            if known is not None:
                return self._menus(response, known)
            if is_closed(self.entry):
                return self._words(response, answer)
        return self._essay()

    # -- kinds of item -------------------------------------------------------------------------------

    def _choice(
        self, options: Sequence[Option], right: Sequence[str], *, several: bool, above: Sequence[str] = ()
    ) -> El:
        named = names([option.id for option in options])
        labels = [label(named[option.id], rich(self._take("option", option))) for option in options]
        chosen = el(
            "response_lid",
            el("render_choice", *labels),
            ident=RESPONSE,
            rcardinality="Multiple" if several else "Single",
        )
        misread = {
            option.id: self.carrier.take(self.id, "misreading", option.id)
            for option in options
            if option.id in self.entry.misreadings
        }
        conditions = [shows(f"{named[option]}_fb", equals(RESPONSE, named[option])) for option in misread]
        if several:
            wanted = [
                equals(RESPONSE, named[option.id])
                if option.id in right
                else el("not", equals(RESPONSE, named[option.id]))
                for option in options
            ]
            conditions.append(sets(el("and", *wanted)))
        else:
            conditions.append(sets(equals(RESPONSE, named[right[0]])))
        kind = "multiple_answers_question" if several else "multiple_choice_question"
        comments = {f"{named[option]}_fb": paragraph(rich(why)) for option, why in misread.items()}
        return self._whole(
            kind, above, [chosen], conditions, parts=len(right), answers=named.values(), comments=comments
        )

    def _matching(
        self,
        rows: Sequence[tuple[str, str]],
        options: Sequence[tuple[str, str]],
        pairs: Mapping[str, str],
        *,
        above: Sequence[str] = (),
        changed: str | None = None,
    ) -> El:
        named = names([*(row for row, _ in rows), *(option for option, _ in options)])
        asks: list[El] = []
        conditions: list[El] = []
        for row, text in rows:
            response = f"response_{named[row]}"
            labels = [label(named[option], words, html=False) for option, words in options]
            asks.append(el("response_lid", material(text), el("render_choice", *labels), ident=response))
            conditions.append(adds(equals(response, named[pairs[row]]), len(conditions), len(rows)))
        answers = [named[row] for row, _ in rows]
        return self._whole(
            "matching_question", above, asks, conditions, parts=len(rows), answers=answers, changed=changed
        )

    def _order(self, response: Order, answer: OrderAnswer) -> El:
        first, last = (self.carrier.take(self.id, "ends", end) for end in ("first", "last"))
        count = len(response.options)
        places = {f"place-{n}": str(n) for n in range(1, count + 1)}
        rows = list(places.items())
        rows[0] = (rows[0][0], f"{rows[0][1]} ({rich(first)})")
        rows[-1] = (rows[-1][0], f"{rows[-1][1]} ({rich(last)})")
        options = [(option.id, self._plain("option", option)) for option in response.options]
        pairs = dict(zip(places, (group[0] for group in answer.groups), strict=True))
        return self._matching(rows, options, pairs, changed="matching")

    def _menus(self, response: ShortText, known: Mapping[str, frozenset[int]]) -> El:
        bank = [
            plain(self.carrier.take(self.id, "bank", str(n), changed="dropdowns"))
            for n in range(len(response.bank))
        ]
        blanks = {blank.id: f"blank{n}" for n, blank in enumerate(response.blanks, 1)}
        named = names([f"{blank}:{n}" for blank in blanks for n in range(len(bank))])
        asks: list[El] = []
        conditions: list[El] = []
        for at, (blank, variable) in enumerate(blanks.items()):
            labels = [label(named[f"{blank}:{n}"], word, html=False) for n, word in enumerate(bank)]
            shown = el("material", el("mattext", variable))
            asks.append(el("response_lid", shown, el("render_choice", *labels), ident=f"response_{variable}"))
            conditions += [
                adds(equals(f"response_{variable}", named[f"{blank}:{n}"]), at, len(blanks))
                for n in sorted(known[blank])
            ]
        fields = {blank: f"[{variable}]" for blank, variable in blanks.items()}
        above = (written(replies.blanks(self.carrier, self.question, fields)),)
        return self._whole(
            "multiple_dropdowns_question", above, asks, conditions, parts=len(blanks), answers=named.values()
        )

    def _words(self, response: ShortText, answer: ShortTextAnswer) -> El:
        blanks = {blank.id: f"blank{n}" for n, blank in enumerate(response.blanks, 1)}
        language = self.carrier.sheet.language
        forms = {blank: written_forms(answer.blanks[blank], language, MOST_FORMS) for blank in blanks}
        named = names([f"{blank}:{text}" for blank in blanks for text in forms[blank]])
        asks: list[El] = []
        conditions: list[El] = []
        for at, (blank, variable) in enumerate(blanks.items()):
            labels = [label(named[f"{blank}:{text}"], text, html=False) for text in forms[blank]]
            shown = el("material", el("mattext", variable))
            asks.append(el("response_lid", shown, el("render_choice", *labels), ident=f"response_{variable}"))
            conditions += [
                adds(equals(f"response_{variable}", named[f"{blank}:{text}"]), at, len(blanks))
                for text in forms[blank]
            ]
        fields = {blank: f"[{variable}]" for blank, variable in blanks.items()}
        bank = html([replies.bank(self.carrier, self.question, self.say)])
        above = (written(replies.blanks(self.carrier, self.question, fields)), bank)
        return self._whole(
            "fill_in_multiple_blanks_question",
            above,
            asks,
            conditions,
            parts=len(blanks),
            answers=named.values(),
            changed="listed",
        )

    def _essay(self) -> El:
        above = self._described()
        hand = None if self.question.response.kind == "extended-text" else "by-hand-feedback"
        field = el(
            "response_str",
            el("render_fib", el("response_label", ident="answer1", rshuffle="No")),
            ident=RESPONSE,
            rcardinality="Single",
        )
        judged = el("respcondition", el("conditionvar", el("other")), **{"continue": "No"})
        for feature in ("rubric", "sample"):
            self.carrier.take_all(self.id, feature, changed="feedback")
        return self._whole("essay_question", above, [field], [judged], parts=1, answers=(), changed=hand)

    def _described(self) -> tuple[str, ...]:
        """What students answer in, in words; they write their answer into one field."""
        carrier, question, say, response = self.carrier, self.question, self.say, self.question.response
        if isinstance(response, ShortText):
            words = html([replies.bank(carrier, question, say)])
            return (written(replies.blanks(carrier, question, replies.numbered(question))), words)
        if isinstance(response, Order):
            options = tuple(self._text("option", option) for option in response.options)
            return (html([replies.ends(carrier, question, say), Note("", options)]),)
        if isinstance(response, TextSelection):
            for mark in response.marks:
                carrier.take(self.id, "sign", mark.id, changed="written")
            marks = tuple(rich(carrier.take(self.id, "mark", mark.id)) for mark in response.marks)
            place = replies.where(carrier, question, say)
            return (html([place, Note(say("lms.write_marks"), marks), replies.how_many(carrier, question, say)]),)
        return (html([replies.starters(carrier, question, say)]),)

    # -- what all have -------------------------------------------------------------------------------

    def _whole(
        self,
        kind: str,
        above: Iterable[str],
        asks: Sequence[El],
        conditions: Sequence[El],
        *,
        parts: int,
        answers: Iterable[str],
        comments: Mapping[str, str] | None = None,
        changed: str | None = None,
    ) -> El:
        carrier, question, entry, say = self.carrier, self.question, self.entry, self.say
        carrier.take(self.id, "response", changed=changed)
        uneven = question.points % parts != 0
        points = carrier.take(self.id, "points", changed="fractions" if uneven else None)
        body = html(asked(carrier, question, say)) + "".join(above)
        draft = paragraph(f"<strong>{escaped(say('draft.key'))}</strong>") if carrier.key.draft else ""
        key = html(for_marking(carrier, question, entry, say)) + html(reasons(carrier, entry, say))
        if not comments:
            key += html([misreadings(carrier, question, entry, say)])
        told = {"general_fb": draft + key, **(comments or {})}
        score = el("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
        return el(
            "item",
            metadata(kind, points, answers, self.reports),
            el("presentation", material(body), *asks),
            el("resprocessing", el("outcomes", score), shows("general_fb", el("other")), *conditions),
            *(el("itemfeedback", el("flow_mat", material(text)), ident=name) for name, text in told.items()),
            ident=item_name(carrier.sheet, self.id),
            title=plain(say("lms.item", n=carrier.numbers[self.id], text=question.prompt)),
        )

    def _take(self, feature: str, option: Option) -> str:
        return self.carrier.take(self.id, feature, option.id)  # type: ignore[arg-type]

    def _text(self, feature: str, option: Option) -> str:
        return rich(self._take(feature, option))

    def _plain(self, feature: str, option: Option) -> str:
        changed = "plain" if "**" in option.text else None
        return plain(self.carrier.take(self.id, feature, option.id, changed=changed))  # type: ignore[arg-type]
