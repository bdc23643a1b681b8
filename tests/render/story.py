"""A made-up event in two made-up reports, as passages with frozen lines. No real place or person is meant."""

from functools import cache

from generator.load.lines import break_lines
from generator.model.booklet import SheetExtra, SheetLine, SheetPassage
from generator.model.dossier import Block

MEASURE = 26.0


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n"))


GAZETTE = _paragraphs(
    """
The clock on Hollin market hall struck thirteen at noon on Saturday and has been silent ever since, the town
clerk said on Monday.

“Nobody has touched the works,” the clerk, Mira Osei, told the Gazette. She said a worn spring was probably
to blame. The clock was last repaired in 2011, according to the hall’s own register.

About forty stallholders rely on the bell to open and close the market, Ms Osei said. Two of them opened
late on Sunday and may have lost their first customers.

Clockmaker Dai Prosser, who looks after four town clocks, has not yet seen the works. He said by telephone
that a broken spring “would not make a clock strike once too often”. Something else, he believes, must have
moved the striking wheel.

The market committee complained that the council had shamefully neglected the clock. The council rejects
this. It spent £1,200 on the tower in March, the clerk said, though most of that sum went on the roof.

A repair is expected to take at least a week. Until then a steward will ring a hand bell at seven in the
morning and at five in the afternoon.
"""
)
RADIO = _paragraphs(
    """
Hollin’s famous market clock has broken down for good, it emerged yesterday, and traders are furious.

The clock rang thirteen times on Saturday at midday, the Gazette reported. A spring is broken, the town
clerk told the newspaper.

“We all stood still and counted,” said Ana Bell, who sells cheese under the tower. “Thirteen. Some people
laughed, and then it just stopped.” She opened an hour late on Sunday because there was no bell.

More than fifty traders depend on the clock, Ms Bell said. The council has reportedly not spent a penny on
it for ten years.

A repair could cost thousands and take months, traders fear. The council did not answer our questions in
time for this programme.

Legend has it that the clock last struck thirteen in 1911, on the night of the great flood. No record of
that has been found.
"""
)


def passage(
    label: str, title: str | None, body: tuple[str, ...], measure: float = MEASURE, **about: object
) -> SheetPassage:
    """A passage of these paragraphs; `about` holds the other fields of SheetPassage."""
    texts = ([("headline", title)] if title else []) + [("body", text) for text in body]
    blocks, at = [], 0
    for kind, text in texts:
        blocks.append(Block.model_validate({"kind": kind, "text": text, "start": at, "end": at + len(text)}))
        at += len(text) + 1
    lines = break_lines(blocks, measure)
    known: dict[str, object] = {
        "outlet_note": None,
        "byline": None,
        "published": None,
        "place": None,
        "licence": "CC-BY-4.0",
        "kind": "fictional",
        "credit": None,
        "language": "en",
        "extras": (),
    }
    return SheetPassage.model_validate(
        {
            **known,
            **about,
            "label": label,
            "title": title,
            "lines": tuple(SheetLine(n=line.n, text=line.text, start=line.start) for line in lines),
            "paragraphs": tuple(line.n for line in lines if line.opens_paragraph),
        }
    )


@cache
def passages() -> tuple[SheetPassage, SheetPassage]:
    """Passage A and passage B."""
    a = passage(
        "A",
        "Market clock strikes thirteen and stops",
        GAZETTE,
        outlet="Hollin Gazette",
        outlet_note="a fictional weekly newspaper",
        byline="Sam Ridley",
        published="2025-10-14",
        place="Hollin",
        credit="Written for secondsource.",
        extras=(
            SheetExtra(kind="caption", text="The tower of the market hall in summer.", after=5),
            SheetExtra(kind="credit", text="Picture: Hollin Gazette archive", after=5),
        ),
    )
    b = passage(
        "B",
        "Traders furious as famous clock dies",
        RADIO,
        outlet="Radio Tarn",
        outlet_note="the website of a fictional local radio station",
        credit="Written for secondsource.",
        extras=(SheetExtra(kind="related-link", text="Ten things you never knew about Hollin", after=99),),
    )
    return a, b


def text_of(p: SheetPassage) -> str:
    """The passage's text as its lines give it back."""
    out = ""
    for line in p.lines:
        out += " " * (line.start - len(out)) + line.text
    return out


def span(p: SheetPassage, words: str) -> tuple[int, int, tuple[int, int]]:
    """Start, end and lines of words that stand once in the passage."""
    text = text_of(p)
    assert text.count(words) == 1, (words, text.count(words))
    start = text.index(words)
    end = start + len(words)
    held = [line.n for line in p.lines if line.start < end and line.start + len(line.text) > start]
    return start, end, (held[0], held[-1])
