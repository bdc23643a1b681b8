"""Further notes with their quotes resolved, as the exercises see them."""

from generator.model.base import Frozen
from generator.model.quote import Quote
from generator.model.vocabulary import Bearing, Exactness, Fit, StepReached, Verdict

TRUST = ("independent", "multiple", "verifies", "authoritative", "named")
"""The five questions for a source, in the order of the sheet."""


class Judged(Frozen):
    """The answer to one of the five questions for a source; no quote where the text is silent."""

    answer: Verdict
    why: str
    quote: Quote | None


class Figure(Frozen):
    """A number, an amount or a time in report `label`."""

    id: str
    label: str
    quote: Quote
    exactness: Exactness
    why: str


class Progress(Frozen):
    """How far something has got, as words of report `label` show."""

    id: str
    label: str
    what: str
    quote: Quote
    step: StepReached
    why: str


class Headline(Frozen):
    """What the headline of report `label` claims, beside `body`. `rewrite` is given unless they say the same."""

    label: str
    claims: str
    body: Quote
    fit: Fit
    why: str
    rewrite: str | None
    upgraded: str | None


class Told(Frozen):
    """An answer that a passage gives, with its words."""

    value: str
    accept: tuple[str, ...]
    quote: Quote


class Lead(Frozen):
    """The first paragraph of report `label`; None where it does not say."""

    label: str
    acts: Told | None
    on: Told | None
    why: Told | None
    effect: str | None


class Summary(Frozen):
    """Sample summaries of report `label`; `keep` are ids of markers and attributions of that report."""

    label: str
    keep: tuple[str, ...]
    sample: str
    partial: str
    upgraded: str


class Link(Frozen):
    """What words of report `label` do for a claim."""

    id: str
    label: str
    quote: Quote
    bears: Bearing
    why: str


class Dated(Frozen):
    """Something that happened. `order` is its place on the timeline (smaller is earlier; None: undated).

    `sides` maps the label of each report that dates it to its words and to the time in a few words.
    """

    id: str
    event: str
    order: int | None
    sides: dict[str, tuple[Quote, str]]
    clash: bool
    why: str
