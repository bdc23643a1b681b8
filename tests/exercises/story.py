"""A fictional event told by two reports, with notes of every sort, made in memory for tests of exercise types."""

import textwrap
from datetime import date
from functools import partial
from typing import Any

from story_certainty import certainty_notes
from story_sources import introduced, leads
from story_trust import trusted
from story_weighed import headlines, linked, times

from generator.load.language import load_grammar
from generator.load.project import bundled_root, open_project
from generator.model.dossier import (
    Attribution,
    Block,
    Claim,
    Dossier,
    Edge,
    Entity,
    Gap,
    Line,
    Marker,
    NamedQuote,
    Node,
    Origins,
    Passage,
    Quote,
    Side,
    Wording,
)
from generator.model.files import ProbeNote, ReportMeta
from generator.model.vocabulary import BlockKind

ENGLISH = load_grammar(open_project(bundled_root()), "en")

A_BLOCKS: list[tuple[BlockKind, str]] = [
    ("headline", "Brown water: Brindle homes told to boil before drinking"),
    (
        "body",
        (
            "Brown water has been coming out of taps in the east of Brindle since Monday morning. About 400 homes "
            "should boil their water before drinking it, the water company said."
        ),
    ),
    (
        "body",
        (
            "“The colour comes from rust in an old main [a large pipe] under Castle Street,” Dana Okafor, the "
            "company's chief engineer, told the Gazette on Tuesday. She said that the rust was harmless. But she "
            "did not know why it had come loose."
        ),
    ),
    (
        "body",
        (
            "A digger may have hit the main last week, according to a worker on the Castle Street building site. "
            "“Our digger was nowhere near the main,” said Paul Wren, who manages the site for the firm Tarn Homes."
        ),
    ),
    (
        "body",
        (
            "The mayor, Lucia Brandt, promised free bottled water to everyone affected. It will probably be "
            "handed out from Thursday."
        ),
    ),
    (
        "body",
        (
            "It was confirmed late on Tuesday that two schools had turned off their drinking fountains. Clear "
            "water is expected by Friday."
        ),
    ),
    ("body", "The town had brown water for a week in 2011. The cause was allegedly kept secret."),
    (
        "body",
        (
            "“The first brown glass came on Monday morning,” said Hanna Lile, who runs a café on Castle Street. "
            "She called the wait for bottles a disgrace. She "
            "added that bottles cost twice as much now; a shop assistant had told her."
        ),
    ),
    ("caption", "The water tower in 2019. Picture: town archive."),
]
B_BLOCKS: list[tuple[BlockKind, str]] = [
    ("headline", "Hundreds of Brindle homes told to boil water"),
    (
        "body",
        (
            "Tap water in the east of Brindle has turned brown. Some 600 homes must boil it before drinking, "
            "Northern News reported on Tuesday, quoting Dana Okafor of the water company. The agency said that it "
            "had the engineer's words from the Brindle Gazette."
        ),
    ),
    (
        "body",
        (
            "A digger smashed the pipe under the market end of Castle Street last week. Tarn Homes, which is "
            "building flats there, did not answer our calls."
        ),
    ),
    (
        "body",
        "Okafor called the rust harmless and expects “clear water [in every tap] by Friday”, the agency wrote.",
    ),
    (
        "body",
        (
            "“I have not seen one sick patient,” Imre Vass, a doctor at the Brindle clinic, told Lakeland FM. "
            "“Nobody needs to panic,” he added."
        ),
    ),
    (
        "body",
        (
            "The council is giving out free bottled water at the town hall, its website says. Two lorries with "
            "bottles stood outside the building on Tuesday evening."
        ),
    ),
    (
        "body",
        "Tarn Homes will certainly have to pay, some neighbours say. It is not known who ordered the digging.",
    ),
    (
        "body",
        (
            "Vass added that the taps of his clinic had run brown since Monday morning. Shoppers stormed the "
            "supermarket for bottles."
        ),
    ),
    ("related-link", "More: How to store drinking water"),
]


def story() -> Dossier:
    """The whole dossier. Every quote is found in its passage by its words."""
    passages = {
        "A": _passage("A", "gazette", "Brindle Gazette", "a fictional local newspaper", A_BLOCKS),
        "B": _passage("B", "lakeland", "Lakeland FM", "a fictional local radio station", B_BLOCKS),
    }
    attributions = trusted(_attributions(passages), partial(quote, passages))
    attributions = introduced(attributions, partial(quote, passages))
    markers = _markers(passages)
    return Dossier(
        name="brown-water",
        title="Brown water in Brindle",
        language="en",
        summary="Tap water in part of a small town turned brown, and homes were told to boil it.",
        passages=passages,
        attributions=attributions,
        markers=markers,
        wording=_wording(passages),
        claims=linked(_claims(passages, attributions, markers), partial(quote, passages)),
        origins=_origins(passages),
        probes=_probes(),
        gaps=_gaps(passages),
        entities=_entities(passages),
        glossary={"main": "a large pipe under a street"},
        content_note=None,
        context_note="Fiction: no real town, firm or person is meant.",
        **certainty_notes(partial(quote, passages)),
        leads=leads(partial(quote, passages)),
        times=times(partial(quote, passages)),
        made_headlines=headlines(),
        grammar=ENGLISH,
    )


def quote(passages: dict[str, Passage], label: str, text: str, nth: int = 1) -> Quote:
    """The nth place of these words in a passage. Raises ValueError where they do not stand there."""
    passage, start = passages[label], -1
    for _ in range(nth):
        start = passage.text.index(text, start + 1)
    end = start + len(text)
    on = [line.n for line in passage.lines if line.start < end and start < line.end]
    return Quote(label=label, text=text, start=start, end=end, first=on[0], last=on[-1])


def within(passages: dict[str, Passage], label: str, around: str, text: str) -> Quote:
    """The first place of the words inside other words of the passage."""
    start = passages[label].text.index(around)
    return quote(passages, label, text, passages[label].text[: start + around.index(text)].count(text) + 1)


def _passage(label: str, name: str, outlet: str, note: str, parts: list[tuple[BlockKind, str]]) -> Passage:
    blocks: list[Block] = []
    lines: list[Line] = []
    at, number = 0, 0
    for kind, text in parts:
        blocks.append(Block(kind=kind, text=text, start=at, end=at + len(text)))
        if kind in ("headline", "body"):
            pieces = textwrap.wrap(text, 58, break_on_hyphens=False) if kind == "body" else [text]
            start = at
            for i, piece in enumerate(pieces):
                number += kind == "body"
                n = number if kind == "body" else 0
                lines.append(Line(n=n, text=piece, start=start, end=start + len(piece), opens_paragraph=i == 0))
                start += len(piece) + 1
        at += len(text) + 1
    meta = ReportMeta.model_validate(
        {
            "schema": 1,
            "title": parts[0][1],
            "outlet": outlet,
            "outlet_note": note,
            "published": date(2025, 5, 14),
            "licence": "CC-BY-4.0",
            "kind": "fictional",
        }
    )
    return Passage(
        label=label,
        name=name,
        meta=meta,
        blocks=tuple(blocks),
        text="\n".join(text for _, text in parts),
        lines=tuple(lines),
        reviewed=True,
        complete=frozenset({"attributions", "markers", "wording"}),
        grammar=ENGLISH,
    )


def _attributions(passages: dict[str, Passage]) -> tuple[Attribution, ...]:
    def note(
        id_: str,
        label: str,
        says: str,
        source: str | None,
        cue: str,
        content: str | tuple[str, ...],
        nth: int = 1,
        recipient: str | None = None,
        not_source: tuple[tuple[str, str], ...] = (),
        **rest: Any,
    ) -> Attribution:
        pieces = (content,) if isinstance(content, str) else content
        found = tuple(quote(passages, label, piece) for piece in pieces)
        block = passages[label].paragraph_of(found[0].start)

        def near(text: str) -> Quote:
            """The nth place of the words inside the paragraph of the content."""
            before = passages[label].text[: block.start].count(text)
            return quote(passages, label, text, before + nth)

        return Attribution(
            id=id_,
            label=label,
            says=says,
            source=quote(passages, label, source) if source else None,
            cue=near(cue),
            content=found,
            recipient=near(recipient) if recipient else None,
            not_source=tuple(NamedQuote(quote=near(text), why=why) for text, why in not_source),
            **{
                "called": None,
                "role": None,
                "basis_why": None,
                "strength": "neutral",
                "speaker": None,
                "via": (),
                **rest,
            },
        )

    return (
        note(
            "company-boil",
            "A",
            "homes should boil their water before drinking it",
            "the water company",
            "said",
            "About 400 homes should boil their water before drinking it",
            form="indirect",
            source_kind="organisation",
            role="the company that supplies the water",
            basis="official",
            basis_why="The company runs the water supply.",
            speaker="company",
        ),
        note(
            "okafor-rust",
            "A",
            "the brown colour came from rust in an old pipe",
            "Dana Okafor",
            "told",
            "“The colour comes from rust in an old main [a large pipe] under Castle Street,”",
            recipient="the Gazette",
            not_source=(("the Gazette", "The Gazette was told; it did not say so itself."),),
            form="direct",
            source_kind="person",
            role="chief engineer of the water company",
            basis="official",
            basis_why="The report calls her the company's chief engineer.",
            speaker="okafor",
        ),
        note(
            "okafor-harmless",
            "A",
            "the rust was harmless",
            "She",
            "said",
            "the rust was harmless",
            called="Dana Okafor",
            form="indirect",
            source_kind="person",
            role="chief engineer of the water company",
            basis="official",
            basis_why="The report calls her the company's chief engineer.",
            speaker="okafor",
        ),
        note(
            "worker-digger",
            "A",
            "a digger might have hit the main",
            "a worker on the Castle Street building site",
            "according to",
            "A digger may have hit the main last week",
            not_source=(("Paul Wren", "Paul Wren says something else: that the digger was not there."),),
            form="indirect",
            source_kind="unnamed",
            role="worker on the building site",
            basis="not-stated",
            speaker="worker",
        ),
        note(
            "wren-digger",
            "A",
            "the firm's digger had been nowhere near the main",
            "Paul Wren",
            "said",
            "“Our digger was nowhere near the main,”",
            not_source=(("Tarn Homes", "Tarn Homes is the firm he works for; the report quotes the manager."),),
            form="direct",
            source_kind="person",
            role="manager of the building site",
            basis="participant",
            basis_why="The report says that he manages the site.",
            speaker="wren",
        ),
        note(
            "mayor-water",
            "A",
            "everyone affected would get free bottled water",
            "Lucia Brandt",
            "promised",
            "free bottled water to everyone affected",
            form="indirect",
            source_kind="person",
            role="mayor",
            basis="official",
            basis_why="The report calls her the mayor.",
            strength="asserting",
            speaker="mayor",
        ),
        note(
            "schools-off",
            "A",
            "two schools had turned off their drinking fountains",
            None,
            "It was confirmed",
            "two schools had turned off their drinking fountains",
            form="agentless",
            source_kind="none",
            basis="not-stated",
            strength="asserting",
        ),
        note(
            "okafor-homes",
            "B",
            "some 600 homes had to boil their water",
            "Dana Okafor",
            "quoting",
            "Some 600 homes must boil it before drinking",
            not_source=(),
            form="indirect",
            source_kind="person",
            role="she is “of the water company”",
            basis="official",
            basis_why="The report places her at the water company.",
            speaker="okafor",
            via=("gazette", "northern-news"),
        ),
        note(
            "agency-gazette",
            "B",
            "the agency had the engineer's words from the Brindle Gazette",
            "The agency",
            "said",
            "it had the engineer's words from the Brindle Gazette",
            called="Northern News",
            form="indirect",
            source_kind="outlet",
            role="news agency",
            basis="participant",
            basis_why="It speaks of where it found the words itself.",
            speaker="northern-news",
        ),
        note(
            "okafor-clear",
            "B",
            "there would be clear water by Friday",
            "Okafor",
            "expects",
            "“clear water [in every tap] by Friday”",
            form="mixed",
            source_kind="person",
            called="Dana Okafor",
            basis="official",
            basis_why="The report places her at the water company.",
            speaker="okafor",
            via=("northern-news",),
        ).model_copy(update={"source": quote(passages, "B", "Okafor", 2)}),
        note(
            "okafor-harmless-b",
            "B",
            "the rust was harmless",
            "Okafor",
            "called",
            "the rust harmless",
            form="indirect",
            source_kind="person",
            called="Dana Okafor",
            basis="official",
            basis_why="The report places her at the water company.",
            speaker="okafor",
            via=("northern-news",),
        ).model_copy(update={"source": quote(passages, "B", "Okafor", 2)}),
        note(
            "vass-patients",
            "B",
            "he had not seen one sick patient",
            "Imre Vass",
            "told",
            "“I have not seen one sick patient,”",
            recipient="Lakeland FM",
            not_source=(("Lakeland FM", "The radio station was told; it passes his words on."),),
            form="direct",
            source_kind="person",
            role="doctor at the Brindle clinic",
            basis="witness",
            basis_why="He speaks of what he has seen in his own work.",
            speaker="vass",
        ),
        note(
            "vass-panic",
            "B",
            "nobody needed to panic",
            "he",
            "added",
            "“Nobody needs to panic,”",
            called="Imre Vass",
            form="direct",
            source_kind="person",
            role="doctor at the Brindle clinic",
            basis="not-stated",
            speaker="vass",
        ).model_copy(update={"source": within(passages, "B", "panic,” he added", "he")}),
        note(
            "website-water",
            "B",
            "the council was giving out free bottled water",
            "its website",
            "says",
            "The council is giving out free bottled water at the town hall",
            called="the council's website",
            form="indirect",
            source_kind="document",
            role="website of the council",
            basis="record",
            basis_why="The website is the council's own published word.",
            speaker="website",
        ),
        note(
            "neighbours-pay",
            "B",
            "Tarn Homes would have to pay",
            "some neighbours",
            "say",
            "Tarn Homes will certainly have to pay",
            form="indirect",
            source_kind="unnamed",
            role="neighbours",
            basis="not-stated",
        ),
        note(
            "lile-monday",
            "A",
            "the first brown glass had come on Monday morning",
            "Hanna Lile",
            "said",
            "“The first brown glass came on Monday morning,”",
            form="direct",
            source_kind="person",
            role="café owner on Castle Street",
            basis="witness",
            basis_why="She speaks of what came out of her own tap.",
            speaker="lile",
        ),
        note(
            "lile-wait",
            "A",
            "the wait for bottles was a disgrace",
            "She",
            "called",
            "the wait for bottles a disgrace",
            called="Hanna Lile",
            form="indirect",
            source_kind="person",
            role="café owner on Castle Street",
            basis="not-stated",
            speaker="lile",
        ).model_copy(update={"source": within(passages, "A", "She called the wait", "She")}),
        note(
            "lile-price",
            "A",
            "bottles cost twice as much now",
            "She",
            "added",
            "bottles cost twice as much now",
            called="Hanna Lile",
            form="indirect",
            source_kind="person",
            role="café owner on Castle Street",
            basis="report",
            basis_why="A shop assistant had told her.",
            speaker="lile",
        ).model_copy(update={"source": within(passages, "A", "She added that bottles", "She")}),
        note(
            "vass-taps",
            "B",
            "the taps of his clinic had run brown since Monday morning",
            "Vass",
            "added",
            "the taps of his clinic had run brown since Monday morning",
            called="Imre Vass",
            form="indirect",
            source_kind="person",
            role="doctor at the Brindle clinic",
            basis="witness",
            basis_why="He speaks of the taps of his own clinic.",
            speaker="vass",
        ).model_copy(update={"source": within(passages, "B", "Vass added that", "Vass")}),
    )


def _markers(passages: dict[str, Passage]) -> tuple[Marker, ...]:
    def note(
        id_: str, label: str, text: str, kind: str, limits: str | None, effect: str | None, nth: int = 1
    ) -> Marker:
        return Marker.model_validate(
            {
                "id": id_,
                "label": label,
                "quote": quote(passages, label, text, nth),
                "kind": kind,
                "limits": limits,
                "scope": None,
                "effect": effect,
            }
        )

    return (
        note(
            "about-400",
            "A",
            "About",
            "approximator",
            "homes",
            "The sentence would claim that it was exactly 400 homes.",
        ),
        note(
            "not-know-why",
            "A",
            "did not know",
            "stated-ignorance",
            None,
            "The sentence would claim that the engineer knew the reason.",
        ),
        note(
            "may-digger",
            "A",
            "may",
            "modal",
            "digger",
            "The sentence would claim that a digger did hit the main.",
        ),
        note(
            "probably-thursday",
            "A",
            "probably",
            "probability",
            "bottle-day",
            "The sentence would claim that the water is sure to come from Thursday.",
        ),
        note("confirmed-schools", "A", "It was confirmed", "agentless-confirmation", "fountains", None),
        note(
            "expected-friday",
            "A",
            "is expected",
            "prediction",
            "clear-day",
            "The sentence would claim that the water is sure to be clear by Friday.",
        ),
        note(
            "allegedly-secret",
            "A",
            "allegedly",
            "allegation",
            "secret-2011",
            "The sentence would claim as a fact that somebody kept the cause secret.",
        ),
        note(
            "some-600",
            "B",
            "Some",
            "approximator",
            "homes",
            "The sentence would claim that it was exactly 600 homes.",
        ),
        note("certainly-pay", "B", "certainly", "booster", "payment", None),
        note(
            "not-known-who",
            "B",
            "not known",
            "stated-ignorance",
            None,
            "The sentence would claim that somebody knows who ordered the digging.",
        ),
    )


def _wording(passages: dict[str, Passage]) -> tuple[Wording, ...]:
    return (
        Wording(
            id="smashed",
            label="B",
            quote=quote(passages, "B", "smashed"),
            neutral=("hit", "damaged"),
            voice="writer",
            arguable=False,
            effect="The word adds force and makes the digging sound careless.",
        ),
        Wording(
            id="panic",
            label="B",
            quote=quote(passages, "B", "panic"),
            neutral=("worry", "be afraid"),
            voice="quoted",
            arguable=False,
            effect="The word makes the fear sound blind.",
        ),
        Wording(
            id="secret",
            label="A",
            quote=quote(passages, "A", "kept secret"),
            neutral=("not published", "not made public"),
            voice="writer",
            arguable=True,
            effect="The word suggests that somebody meant to hide something.",
        ),
        Wording(
            id="disgrace",
            label="A",
            quote=quote(passages, "A", "disgrace"),
            neutral=("problem",),
            voice="quoted",
            arguable=False,
            effect="The word blames somebody for the wait.",
        ),
        Wording(
            id="stormed",
            label="B",
            quote=quote(passages, "B", "stormed"),
            neutral=("went to", "visited"),
            voice="writer",
            arguable=False,
            effect="The word makes the shoppers sound wild.",
        ),
    )


def _claims(
    passages: dict[str, Passage], attributions: tuple[Attribution, ...], markers: tuple[Marker, ...]
) -> tuple[Claim, ...]:
    by_id = {a.id: a for a in attributions}
    absent = ("absent", None, None, None, None)

    def side(claim: str, label: str, about: tuple[Any, ...]) -> Side:
        standing, words, value, said_by, origin, *more = about
        return Side(
            label=label,
            standing=standing,
            quote=quote(passages, label, words) if words else None,
            value=value,
            accept=tuple(more),
            said_by=by_id[said_by] if said_by else None,
            origin=origin,
            markers=tuple(m for m in markers if m.limits == claim and m.label == label),
        )

    def note(
        id_: str,
        topic: str,
        statement: str | None,
        slot: str,
        a: tuple[Any, ...],
        b: tuple[Any, ...],
        relation: str,
        **rest: Any,
    ) -> Claim:
        return Claim.model_validate(
            {
                "id": id_,
                "topic": topic,
                "statement": statement,
                "slot": slot,
                "sides": {"A": side(id_, "A", a), "B": side(id_, "B", b)},
                "relations": {"AB": relation},
                "explain": None,
                "explanations": (),
                "settle": (),
                **rest,
            }
        )

    return (
        note(
            "brown",
            "state of the tap water",
            "Tap water in the east of Brindle turned brown.",
            "what",
            ("asserted", "Brown water has been coming out of taps", "brown", None, None),
            ("asserted", "Tap water in the east of Brindle has turned brown", "brown", None, None),
            "same-in-other-words",
            explain="Both reports describe the same brown water with different words.",
        ),
        note(
            "homes",
            "number of homes that must boil water",
            "Hundreds of homes were told to boil their water.",
            "how-many",
            ("attributed", "About 400 homes", "about 400", "company-boil", "company", "400"),
            ("attributed", "Some 600 homes", "some 600", "okafor-homes", "okafor", "600", "about 600"),
            "conflict",
            explain="Report A gives about 400 homes and report B some 600; both cannot be right.",
            explanations=(
                "The number of homes may have grown between the two counts.",
                "One report may have made a mistake when it passed the number on.",
                "The two numbers may cover different parts of the town.",
            ),
            settle=("A list of the streets from the water company.", "The company's own notice to its customers."),
        ),
        note(
            "harmless",
            "danger from the rust",
            "The rust is harmless.",
            "what",
            ("attributed", "the rust was harmless", "harmless", "okafor-harmless", "okafor"),
            ("attributed", "called the rust harmless", "harmless", None, "okafor", "not dangerous"),
            "agree",
            explain="Both reports give the engineer's word that the rust is harmless.",
        ),
        note(
            "digger",
            "cause of the damage",
            "A digger hit the pipe.",
            "why",
            ("hedged", "A digger may have hit the main last week", "a digger, perhaps", "worker-digger", "worker"),
            ("asserted", "A digger smashed the pipe", "a digger", None, None),
            "differ-in-certainty",
            explain="Report A says that a digger may have hit the main; report B states it as a fact.",
            explanations=("Report B may rest on something that it does not name.",),
            settle=("An inspection of the pipe.",),
        ),
        note(
            "place",
            "place of the damaged pipe",
            "The damaged pipe is under Castle Street.",
            "where",
            ("attributed", "under Castle Street", "under Castle Street", "okafor-rust", "okafor"),
            (
                "asserted",
                "under the market end of Castle Street",
                "under the market end of Castle Street",
                None,
                None,
            ),
            "differ-in-detail",
            explain="Report B adds which end of the street it is; both can be right.",
            explanations=("Report B may have asked for the exact place.",),
            settle=("A plan of the pipes.",),
        ),
        note(
            "clear-day",
            "day when the water will be clear",
            "The water will be clear by Friday.",
            "when",
            ("hedged", "Clear water is expected by Friday", "by Friday", None, None),
            ("attributed", "“clear water [in every tap] by Friday”", "by Friday", "okafor-clear", "okafor"),
            "agree",
            explain="Both reports give Friday.",
        ),
        note(
            "bottle-day",
            "day when bottled water will be handed out",
            "Bottled water will be handed out from Thursday.",
            "when",
            ("hedged", "It will probably be handed out from Thursday", "from Thursday", None, None),
            absent,
            "only-in-one",
        ),
        note(
            "fountains",
            "drinking fountains in schools",
            "Two schools turned off their drinking fountains.",
            "what",
            ("attributed", "two schools had turned off", "turned off", "schools-off", None),
            absent,
            "only-in-one",
        ),
        note(
            "secret-2011",
            "what became known of the earlier cause",
            "The cause of the brown water in 2011 was kept secret.",
            "what",
            ("hedged", "The cause was allegedly kept secret", "kept secret", None, None),
            absent,
            "only-in-one",
        ),
        note(
            "week-2011",
            "earlier brown water",
            "The town had brown water in 2011.",
            "when",
            ("asserted", "The town had brown water for a week in 2011", "in 2011", None, None),
            absent,
            "only-in-one",
        ),
        note(
            "patients",
            "number of sick patients",
            "A doctor has not seen one sick patient.",
            "how-many",
            absent,
            ("attributed", "“I have not seen one sick patient,”", "none", "vass-patients", "vass"),
            "only-in-one",
        ),
        note(
            "lorries",
            "lorries outside the town hall",
            "Two lorries with bottles stood outside the town hall.",
            "how-many",
            absent,
            ("asserted", "Two lorries with bottles stood outside the building", "two", None, None, "2"),
            "only-in-one",
        ),
        note(
            "payment",
            "who has to pay",
            "Tarn Homes will have to pay.",
            "who",
            absent,
            ("attributed", "Tarn Homes will certainly have to pay", "Tarn Homes", "neighbours-pay", None),
            "only-in-one",
        ),
        note(
            "price",
            "price of bottled water",
            "Bottles of water cost twice as much as before.",
            "how-many",
            ("attributed", "bottles cost twice as much now", "twice as much", "lile-price", "assistant", "double"),
            absent,
            "only-in-one",
            settle=("The prices in the supermarket's till records.",),
        ),
        note(
            "start",
            "start of the brown water",
            "Taps in Brindle ran brown on Monday morning.",
            "when",
            (
                "attributed",
                "The first brown glass came on Monday morning",
                "Monday morning",
                "lile-monday",
                "lile",
            ),
            ("attributed", "had run brown since Monday morning", "Monday morning", "vass-taps", "vass", "Monday"),
            "agree",
            explain="Both reports give Monday morning.",
        ),
    )


def _origins(passages: dict[str, Passage]) -> Origins:
    nodes = {
        "okafor": ("Dana Okafor", "person", None),
        "company": ("the water company", "organisation", None),
        "worker": ("a worker on the building site", "unknown", None),
        "wren": ("Paul Wren", "person", None),
        "mayor": ("Lucia Brandt", "person", None),
        "vass": ("Imre Vass", "person", None),
        "lile": ("Hanna Lile", "person", None),
        "assistant": ("a shop assistant", "person", None),
        "website": ("the council's website", "document", None),
        "gazette": ("Brindle Gazette", "outlet", "A"),
        "northern-news": ("Northern News", "outlet", None),
        "lakeland": ("Lakeland FM", "outlet", "B"),
    }

    def edge(start: str, end: str, how: str, basis: str, **evidence: str) -> Edge:
        return Edge.model_validate(
            {
                "from_": start,
                "to": end,
                "how": how,
                "basis": basis,
                "evidence": {label: quote(passages, label, text) for label, text in evidence.items()},
            }
        )

    return Origins(
        nodes={
            id_: Node.model_validate({"id": id_, "label": label, "kind": kind, "report": report})
            for id_, (label, kind, report) in nodes.items()
        },
        edges=(
            edge("okafor", "gazette", "told", "stated", A="told the Gazette"),
            edge("company", "gazette", "told", "inferred"),
            edge("worker", "gazette", "told", "inferred"),
            edge("wren", "gazette", "told", "inferred"),
            edge("mayor", "gazette", "told", "inferred"),
            edge(
                "gazette",
                "northern-news",
                "cites",
                "stated",
                B="The agency said that it had the engineer's words from the Brindle Gazette",
            ),
            edge("northern-news", "lakeland", "cites", "stated", B="Northern News reported on Tuesday"),
            edge("vass", "lakeland", "told", "stated", B="told Lakeland FM"),
            edge("website", "lakeland", "cites", "stated", B="its website says"),
            edge("lile", "gazette", "told", "inferred", A="said Hanna Lile"),
            edge("assistant", "lile", "told", "stated", A="a shop assistant had told her"),
        ),
    )


def _probes() -> tuple[ProbeNote, ...]:
    return tuple(
        ProbeNote.model_validate(probe)
        for probe in (
            {
                "id": "plan",
                "text": "A plumber who opened the pipe himself says that it is full of rust.",
                "claim": "harmless",
                "independent": "no",
                "why": "He confirms that there is rust, but he says nothing on whether it is harmful.",
            },
            {
                "id": "laboratory",
                "text": "A university laboratory tests the water and finds nothing harmful.",
                "claim": "harmless",
                "independent": "yes",
                "why": "The laboratory measured for itself and does not rest on the engineer.",
            },
            {
                "id": "second-paper",
                "text": "Another newspaper writes that the rust is harmless, as Lakeland FM reported.",
                "claim": "harmless",
                "independent": "no",
                "why": "It rests on Lakeland FM, which rests on the same engineer.",
            },
            {
                "id": "blog",
                "text": "A blog says that the rust is harmless and names no source.",
                "claim": "harmless",
                "independent": "cannot-tell",
                "why": "The blog does not say how it knows.",
            },
        )
    )


def _gaps(passages: dict[str, Passage]) -> tuple[Gap, ...]:
    def gap(id_: str, asks: str, matters: str | None, **sides: tuple[str, str | None]) -> Gap:
        return Gap.model_validate(
            {
                "id": id_,
                "asks": asks,
                "matters": matters,
                "sides": {
                    label: (state, quote(passages, label, words) if words else None)
                    for label, (state, words) in sides.items()
                },
            }
        )

    return (
        gap(
            "why-loose",
            "Why did the rust come loose?",
            "Until the reason is known, it may happen again.",
            A=("source-does-not-know", "she did not know why it had come loose"),
        ),
        gap(
            "clear-when",
            "When should the water be clear again?",
            "Families need to know how long to boil their water.",
            A=("known", "Clear water is expected by Friday"),
            B=("known", "“clear water [in every tap] by Friday”"),
        ),
        gap(
            "cost",
            "How much will the repair cost?",
            None,
            A=("not-mentioned", None),
            B=("not-mentioned", None),
        ),
        gap(
            "ill",
            "Has a doctor seen anybody fall ill?",
            "It would show whether the water does harm.",
            A=("not-mentioned", None),
            B=("known", "“I have not seen one sick patient,”"),
        ),
        gap(
            "ordered",
            "Who ordered the digging?",
            "It decides who is responsible.",
            A=("not-mentioned", None),
            B=("source-does-not-know", "It is not known who ordered the digging"),
        ),
    )


def _entities(passages: dict[str, Passage]) -> tuple[Entity, ...]:
    return (
        Entity(
            id="okafor",
            name="Dana Okafor",
            labels={
                "A": (
                    quote(passages, "A", "Dana Okafor"),
                    quote(passages, "A", "the company's chief engineer"),
                    quote(passages, "A", "She"),
                ),
                "B": (
                    quote(passages, "B", "Dana Okafor of the water company"),
                    quote(passages, "B", "the engineer"),
                    quote(passages, "B", "Okafor", 2),
                ),
            },
            sure="stated",
            why="Both reports give the same name.",
        ),
        Entity(
            id="council-building",
            name="the town hall",
            labels={
                "B": (
                    quote(passages, "B", "the town hall"),
                    quote(passages, "B", "the building"),
                ),
            },
            sure="likely",
            why="No other building is named in that paragraph.",
        ),
        Entity(
            id="vass",
            name="Imre Vass",
            labels={
                "B": (
                    quote(passages, "B", "Imre Vass"),
                    quote(passages, "B", "a doctor at the Brindle clinic"),
                    within(passages, "B", "Vass added that", "Vass"),
                ),
            },
            sure="stated",
            why="The report joins the name and the work in one sentence.",
        ),
        Entity(
            id="northern-news",
            name="Northern News",
            labels={
                "B": (quote(passages, "B", "Northern News"), quote(passages, "B", "The agency")),
            },
            sure="likely",
            why="It is the only one in that paragraph that passes words on.",
        ),
        Entity(
            id="mayor",
            name="Lucia Brandt",
            labels={"A": (quote(passages, "A", "Lucia Brandt"), quote(passages, "A", "The mayor"))},
            sure="stated",
            why="The report gives the office beside the name.",
        ),
    )
