"""Further notes on reports and claims: sources weighed, figures, steps, headlines, leads, summaries, times."""

from typing import Any

from pydantic import Field, model_validator

from generator.model.base import Frozen, Label, Slug, Text
from generator.model.files.quote import NoteId, QuoteRef
from generator.model.vocabulary import Bearing, Exactness, Fit, StepReached, Verdict


class VerdictNote(Frozen):
    """The answer to one of the five questions for a source, from the text alone."""

    answer: Verdict = Field(description="yes, no, or cannot-tell where the text leaves it open.")
    why: Text = Field(
        description="Why; a whole sentence for the key.", examples=["The report gives her name and her office."]
    )
    quote: QuoteRef | None = Field(
        default=None, description="The words that show it; leave out where the text is silent."
    )


class TrustNote(Frozen):
    """The five questions for a source (independent, multiple, verifies, authoritative, named)."""

    independent: VerdictNote = Field(description="Has the source no stake of its own in the matter?")
    multiple: VerdictNote = Field(description="Does the report give another source for the same statement?")
    verifies: VerdictNote = Field(description="Does the source give evidence, or say how it knows?")
    authoritative: VerdictNote = Field(
        description="Is the source in a position to know: by office, by training, by having been there?"
    )
    named: VerdictNote = Field(description="Is the source named?")


class FigureNote(Frozen):
    """A number, an amount or a time: could a reader check it?"""

    id: NoteId = Field(examples=["four-hundred-homes"])
    text: QuoteRef = Field(description="The words, quoted.", examples=["about 400 homes"])
    exactness: Exactness = Field(description="exact, where it could be checked as it stands; else vague.")
    why: Text = Field(
        description="Why; a whole sentence for the key.", examples=["“About” leaves open how many they are."]
    )


class StepNote(Frozen):
    """How far something has got, as far as these words show."""

    id: NoteId = Field(examples=["new-bridge-promised"])
    what: Text = Field(
        description="What it is about, as a short phrase that fits in a table.", examples=["the new bridge"]
    )
    text: QuoteRef = Field(description="The clause that shows the step, quoted.")
    step: StepReached = Field(description="The furthest step that these words support.")
    why: Text = Field(
        description="Why; a whole sentence for the key.", examples=["The mayor gives her word; nothing is built."]
    )


class HeadlineNote(Frozen):
    """What the headline claims, beside the body."""

    claims: Text = Field(
        description="What a reader of the headline alone takes away; a whole sentence for the key.",
        examples=["The bridge is about to fall down."],
    )
    body: QuoteRef = Field(description="The words of the body to set beside it, quoted.")
    fit: Fit = Field(description="The headline beside the body: the same, stronger, weaker, or something else.")
    why: Text = Field(
        description="Why; a whole sentence for the key.", examples=["The body gives two beams, not the bridge."]
    )
    rewrite: Text | None = Field(
        default=None,
        description="A headline of at most ten words that fits the body; needed unless it fits already.",
        examples=["Footbridge shut after cracks are found"],
    )
    upgraded: Text | None = Field(
        default=None,
        description="A headline that claims too much, as a wrong answer for the key.",
        examples=["Footbridge collapses"],
    )


class LeadPart(Frozen):
    """An answer that the first paragraph gives."""

    value: Text = Field(description="The answer in a few words.", examples=["the county"])
    accept: tuple[Text, ...] = Field(default=(), description="Other right answers.", examples=[["the council"]])
    quote: QuoteRef = Field(description="The words that give it, quoted.")


class LeadNote(Frozen):
    """The first paragraph: who acts, on whom or what, why. `not-stated` where it does not say."""

    acts: LeadPart | None = Field(description="Who or what acts; `not-stated` where nobody does.")
    on: LeadPart | None = Field(description="On whom or what; `not-stated` where it does not say.")
    why: LeadPart | None = Field(description="Why; `not-stated` where it does not say.")
    effect: Text | None = Field(
        default=None,
        description="What this order of things puts first; a whole sentence for the key.",
        examples=["The cracks come first, and the county only closes the bridge."],
    )

    @model_validator(mode="before")
    @classmethod
    def _silence(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: None if part == "not-stated" else part for key, part in value.items()}
        return value


class SummaryNote(Frozen):
    """A summary of the report that is as sure as the report is, no more and no less."""

    keep: tuple[Slug, ...] = Field(
        description="Markers and attributions (ids) that a fair summary must keep.",
        examples=[["likely-weeks", "spokesman-closure"]],
    )
    sample: Text = Field(
        description="Two sentences that keep them all.",
        examples=["The bridge is shut, a spokesman said. It will probably reopen in May."],
    )
    partial: Text = Field(
        description="Two sentences that keep some of them.",
        examples=["The bridge is shut. It will probably reopen in May."],
    )
    upgraded: Text = Field(
        description="Two sentences that sound surer than the report; the misreading.",
        examples=["The bridge is unsafe and shut. It will reopen in May."],
    )


class LinkNote(Frozen):
    """What words of a report do for a claim."""

    id: NoteId = Field(examples=["cracks-for-closure"])
    report: Label = Field(description="The report (label) in which the words stand.", examples=["A"])
    quote: QuoteRef = Field(description="The words, quoted.")
    bears: Bearing = Field(description="supports, background, contradicts, or not-relevant.")
    why: Text = Field(
        description="Why; a whole sentence for the key.", examples=["The body gives two beams, not the bridge."]
    )


class TimeSide(Frozen):
    """When one report says that something happened."""

    quote: QuoteRef = Field(description="The words that tell it, quoted.")
    when: Text = Field(description="The time in a few words, as the report gives it.", examples=["Tuesday"])


class TimeNote(Frozen):
    """Something that happened, with its place on a timeline of the event."""

    id: NoteId = Field(examples=["closure"])
    event: Text = Field(description="What happened, as a short clause.", examples=["the bridge was closed"])
    order: int | None = Field(
        description="Its place: earlier is smaller; equal where the order is not told, null where no time is.",
        examples=[3],
    )
    A: TimeSide | None = Field(default=None, description="When, in report A; leave out where it does not say.")
    B: TimeSide | None = Field(default=None, description="When, in report B; leave out where it does not say.")
    C: TimeSide | None = Field(default=None, description="When, in report C; leave out where it does not say.")
    D: TimeSide | None = Field(default=None, description="When, in report D; leave out where it does not say.")
    clash: bool = Field(default=False, description="True where the reports give different times for it.")
    why: Text = Field(
        description="How it is dated, or why it is not; a whole sentence for the key.",
        examples=["A gives Monday, and B gives no day."],
    )


class MadeHeadline(Frozen):
    """A headline written for class, and the reports that it fits."""

    id: NoteId = Field(examples=["two-beams"])
    text: Text = Field(
        description="The headline, at most ten words.", examples=["Cracks in two beams, says inspector"]
    )
    fits: tuple[Label, ...] = Field(
        description="The reports (labels) that bear it out in full; an empty list where none does.",
        examples=[["A"]],
    )
    why: Text = Field(
        description="Why it fits those and no others; a whole sentence for the key.",
        examples=["Only A gives two beams."],
    )
