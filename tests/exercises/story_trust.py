"""The five questions for some sources of the story, answered from its two reports."""

from collections.abc import Callable, Iterable

from generator.model.dossier import Attribution, Quote
from generator.model.particulars import Judged

Answer = tuple[str, str, str | None]
ANSWERS: dict[str, dict[str, Answer]] = {
    "vass-patients": {
        "independent": ("cannot-tell", "The report does not say whether he has anything to gain or lose.", None),
        "multiple": ("no", "Nobody else in the report speaks of sick patients.", None),
        "verifies": ("yes", "He says that he goes by what he has seen.", "I have not seen one sick patient"),
        "authoritative": ("yes", "A doctor sees sick people at work.", "a doctor at the Brindle clinic"),
        "named": ("yes", "The report gives his whole name.", "Imre Vass"),
    },
    "worker-digger": {
        "independent": ("cannot-tell", "The report does not say for whom the worker works.", None),
        "multiple": ("no", "Nobody else in the report says it, and Paul Wren says the opposite.", None),
        "verifies": ("no", "The report does not say how the worker knows.", None),
        "authoritative": (
            "yes",
            "A worker on the site may see what the digger does.",
            "a worker on the Castle Street building site",
        ),
        "named": ("no", "The report only says where this person works.", None),
    },
    "wren-digger": {
        "independent": (
            "no",
            "He speaks for the firm whose digger it is.",
            "manages the site for the firm Tarn Homes",
        ),
        "multiple": ("no", "Nobody else in the report says it.", None),
        "verifies": ("no", "He gives no evidence.", None),
        "authoritative": ("yes", "The manager of a site knows where its digger works.", "who manages the site"),
        "named": ("yes", "The report gives his whole name.", "Paul Wren"),
    },
}


def trusted(notes: Iterable[Attribution], quote: Callable[[str, str], Quote]) -> tuple[Attribution, ...]:
    """The attributions, some with their answers; `quote` finds words in the report of a label."""

    def judged(label: str, answer: Answer) -> Judged:
        verdict, why, words = answer
        return Judged.model_validate(
            {"answer": verdict, "why": why, "quote": quote(label, words) if words else None}
        )

    return tuple(
        note.model_copy(update={"trust": {q: judged(note.label, a) for q, a in ANSWERS[note.id].items()}})
        if note.id in ANSWERS
        else note
        for note in notes
    )
