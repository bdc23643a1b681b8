"""How the reports of the story introduce their sources, and what stands in their first paragraphs."""

from collections.abc import Callable, Iterable

from generator.model.dossier import Attribution, Quote
from generator.model.particulars import Lead, Told

Find = Callable[[str, str], Quote]
Part = tuple[str, tuple[str, ...], str]

INTRODUCED = {
    "okafor-rust": "the company's chief engineer",
    "wren-digger": "who manages the site for the firm Tarn Homes",
    "mayor-water": "The mayor",
    "lile-monday": "who runs a café on Castle Street",
    "okafor-homes": "of the water company",
    "vass-patients": "a doctor at the Brindle clinic",
}


def introduced(notes: Iterable[Attribution], quote: Find) -> tuple[Attribution, ...]:
    """The attributions, some with the words that introduce their source; `quote` finds words in a report."""
    return tuple(
        note.model_copy(update={"introduced": quote(note.label, INTRODUCED[note.id])})
        if note.id in INTRODUCED
        else note
        for note in notes
    )


def leads(quote: Find) -> dict[str, Lead]:
    """The first paragraphs: A has somebody who acts, B has not."""

    def lead(label: str, acts: Part | None, on: Part | None, why: Part | None, effect: str | None) -> Lead:
        told = [
            Told(value=part[0], accept=part[1], quote=quote(label, part[2])) if part else None
            for part in (acts, on, why)
        ]
        return Lead(label=label, acts=told[0], on=told[1], why=told[2], effect=effect)

    return {
        "A": lead(
            "A",
            ("the water company", ("the company",), "the water company"),
            ("about 400 homes", ("400 homes",), "About 400 homes"),
            ("brown water from the taps", ("brown water", "brown tap water"), "Brown water has been"),
            "The water comes first, then those who must act, and the company last.",
        ),
        "B": lead(
            "B",
            None,
            ("some 600 homes", ("600 homes", "homes in the east of Brindle"), "Some 600 homes"),
            ("tap water has turned brown", ("brown water",), "Tap water in the east of Brindle has turned brown"),
            None,
        ),
    }
