"""Notes on the test story that weigh its reports together: links of claims, times, headlines made for class."""

from collections.abc import Callable

from generator.model.dossier import Claim, Quote
from generator.model.files import MadeHeadline
from generator.model.particulars import Dated, Link
from generator.model.vocabulary import Bearing

Find = Callable[[str, str], Quote]

_LINKS: dict[str, tuple[tuple[str, str, str, Bearing, str], ...]] = {
    "digger": (
        ("worker-says", "A", "A digger may have hit the main last week", "supports", "A worker thinks so."),
        ("wren-far", "A", "“Our digger was nowhere near the main,”", "contradicts", "Far away, it hits nothing."),
        (
            "flats",
            "B",
            "Tarn Homes, which is building flats there",
            "background",
            "It tells why a digger is there.",
        ),
        ("bottles", "A", "promised free bottled water", "not-relevant", "Help for homes tells no cause."),
        ("two-lorries", "B", "Two lorries with bottles", "not-relevant", "Help for homes tells no cause."),
        (
            "nobody-knows",
            "B",
            "It is not known who ordered the digging",
            "background",
            "It is on the orders only.",
        ),
    ),
    "brown": (
        ("lile-glass", "A", "The first brown glass came on Monday morning", "supports", "She saw it."),
        ("vass-clinic", "B", "the taps of his clinic had run brown", "supports", "He saw it in his clinic."),
        ("old-main", "A", "The colour comes from rust", "background", "It tells where the colour is from."),
        ("no-answer", "B", "did not answer our calls", "not-relevant", "It is on calls to a firm."),
    ),
}
_TIMES: tuple[tuple[str, str, int | None, bool, dict[str, tuple[str, str]], str], ...] = (
    (
        "first-brown",
        "the town had brown water for a week",
        1,
        False,
        {"A": ("The town had brown water for a week in 2011", "in 2011")},
        "Only A tells of the earlier year.",
    ),
    (
        "pipe-hit",
        "a digger is said to have hit the pipe",
        2,
        False,
        {"A": ("A digger may have hit the main last week", "last week"), "B": ("last week", "last week")},
        "Both reports say last week.",
    ),
    (
        "taps-brown",
        "taps began to run brown",
        3,
        False,
        {
            "A": ("The first brown glass came on Monday morning", "Monday morning"),
            "B": ("had run brown since Monday morning", "Monday morning"),
        },
        "Both reports give Monday morning.",
    ),
    (
        "engineer-spoke",
        "the engineer spoke to the newspaper",
        4,
        False,
        {"A": ("told the Gazette on Tuesday", "Tuesday")},
        "Only A tells the day.",
    ),
    (
        "agency-report",
        "the news agency reported",
        4,
        False,
        {"B": ("Northern News reported on Tuesday", "Tuesday")},
        "Only B tells the day; the hour stays open.",
    ),
    (
        "clear-again",
        "the water is to be clear again",
        6,
        False,
        {"A": ("Clear water is expected by Friday", "Friday"), "B": ("by Friday", "Friday")},
        "Both reports give Friday.",
    ),
    (
        "bottles-there",
        "bottled water reaches the town",
        None,
        True,
        {
            "A": ("It will probably be handed out from Thursday", "Thursday"),
            "B": ("stood outside the building on Tuesday evening", "Tuesday evening"),
        },
        "A expects it for Thursday, and B sees it on Tuesday evening.",
    ),
    ("ordered", "somebody ordered the digging", None, False, {}, "Neither report says when that was."),
)
_HEADLINES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("four-hundred", "About 400 Brindle homes told to boil water", ("A",), "Only A gives about 400."),
    ("no-patient", "Doctor has not seen one sick patient", ("B",), "Only B quotes the doctor."),
    ("turns-brown", "Tap water in east of Brindle turns brown", ("A", "B"), "Both tell of brown water there."),
    ("rust-harmless", "Engineer calls the rust harmless", ("A", "B"), "Both give the engineer’s word."),
    ("many-ill", "Brown water makes many people ill", (), "Neither report tells of anybody ill."),
    ("mayor-bottles", "Mayor promises free bottled water", ("A",), "Only A has the mayor’s promise."),
    ("lorries-come", "Two lorries bring bottles to the town hall", ("B",), "Only B tells of lorries."),
)


def linked(claims: tuple[Claim, ...], find: Find) -> tuple[Claim, ...]:
    """The claims with their links; `find` finds words in a report."""
    return tuple(
        claim.model_copy(
            update={
                "links": tuple(
                    Link(id=id_, label=label, quote=find(label, words), bears=bears, why=why)
                    for id_, label, words, bears, why in _LINKS.get(claim.id, ())
                )
            }
        )
        for claim in claims
    )


def times(find: Find) -> tuple[Dated, ...]:
    """What happened when."""
    return tuple(
        Dated(
            id=id_,
            event=event,
            order=order,
            clash=clash,
            sides={label: (find(label, words), when) for label, (words, when) in sides.items()},
            why=why,
        )
        for id_, event, order, clash, sides, why in _TIMES
    )


def headlines() -> tuple[MadeHeadline, ...]:
    """Headlines made for class."""
    return tuple(
        MadeHeadline.model_validate({"id": id_, "text": text, "fits": fits, "why": why})
        for id_, text, fits, why in _HEADLINES
    )
