"""An item -> `assessmentItem` in the vocabulary of QTI 2.1; `qti3` renames it for QTI 3.0.

The key of what a person marks stands in the scorer's rubric. All other keys stand in the feedback alone: it is
told after the answer, while players that do not know scorers would show a rubric to students.
"""

from dataclasses import dataclass

from generator.export import qti_marking as marking
from generator.export.carrier import Carrier, Say
from generator.export.identifiers import item_name
from generator.export.qti_responses import Responses
from generator.export.texts import paragraph, plain, rich
from generator.export.wording import Note, asked, for_marking, html, misreadings, reasons
from generator.export.xml_tree import El, Raw, el
from generator.model.item import ExtendedText, KeyEntry, Question


@dataclass(frozen=True)
class Dialect:
    """What differs between versions beside the names. `reports` is what stands above each question."""

    content_body: bool
    human: bool
    reports: tuple[El, ...]
    references: tuple[El, ...]


class ItemWriter:
    """Items of one sheet in one dialect. Every text is taken through the carrier."""

    def __init__(self, carrier: Carrier, dialect: Dialect, say: Say) -> None:
        self.carrier, self.dialect, self.say = carrier, dialect, say
        self.responses = Responses(carrier, say)

    def item(self, question: Question, entry: KeyEntry) -> El:
        """The item with its key, comments and rubric."""
        carrier, say = self.carrier, self.say
        made = self.responses.of(question, entry)
        by_hand = not made.rules
        changed = "by-hand" if by_hand and not isinstance(question.response, ExtendedText) else None
        carrier.take(question.id, "response", changed=changed)
        carrier.take(question.id, "points")
        above = html(asked(carrier, question, say, prompt=made.inline))
        draft = Note("", (f"<strong>{rich(say('draft.key'))}</strong>",) if carrier.key.draft else ())
        key = html([draft, *for_marking(carrier, question, entry, say)])
        scorer = el("rubricBlock", *self._content(key), **self._scorer()) if by_hand else None
        return el(
            "assessmentItem",
            *made.declared,
            *marking.outcomes(question.points, by_hand=by_hand, human=self.dialect.human),
            *self.dialect.references,
            el(
                "itemBody",
                *self.dialect.reports,
                el("div", Raw(above), class_="question") if above else None,
                *made.body,
                scorer,
            ),
            marking.processing(made.rules, question.points, made.parts, made.chosen),
            *self._comments(question, entry, made.chosen, "" if by_hand else key),
            identifier=item_name(carrier.sheet, question.id),
            title=plain(say("lms.item", n=carrier.numbers[question.id], text=question.prompt)),
            adaptive="false",
            timeDependent="false",
            **{"xml:lang": carrier.sheet.language},
        )

    # -- what all have -------------------------------------------------------------------------------

    def _comments(self, question: Question, entry: KeyEntry, chosen: str | None, key: str) -> list[El]:
        """What is told after the answer: of each wrong option its misreading, and of the item `key` and why."""
        carrier, say = self.carrier, self.say
        own = {}
        if chosen is not None:
            options = getattr(question.response, "options", ())
            own = {
                option.id: paragraph(rich(carrier.take(entry.id, "misreading", option.id)))
                for option in options
                if option.id in entry.misreadings
            }
        general = key + html(reasons(carrier, entry, say))
        if not own:
            general += html([misreadings(carrier, question, entry, say)])
        return [
            el(
                "modalFeedback",
                *self._content(text),
                outcomeIdentifier=marking.FEEDBACK,
                identifier=name,
                showHide="show",
            )
            for name, text in {**own, marking.GENERAL: general}.items()
        ]

    def _content(self, text: str) -> tuple[El | Raw, ...]:
        return (el("contentBody", Raw(text)),) if self.dialect.content_body else (Raw(text),)

    def _scorer(self) -> dict[str, str]:
        return {"view": "scorer", **({"use": "scoring"} if self.dialect.content_body else {})}
