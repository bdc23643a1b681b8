"""Dossier -> who says what: everybody whose words the reports give, and what each report says in its own words."""

from collections.abc import Callable

from generator.exercises.sources import name_words
from generator.model.booklet import Mention, OwnWords, SaidClaim, Voice
from generator.model.dossier import Attribution, Claim, Dossier, Side
from generator.model.vocabulary import NodeKind, SourceKind

NOBODY = "nobody"
_KINDS: dict[SourceKind, NodeKind] = {
    "person": "person",
    "office": "office",
    "organisation": "organisation",
    "outlet": "outlet",
    "document": "document",
    "unnamed": "unknown",
    "none": "unknown",
}


def voices(dossier: Dossier) -> tuple[Voice, ...]:
    """All voices of the attributions: first those of several reports, then those of A, of B and so on, by line.

    Two attributions have one voice where the notes give them one speaker, or one entity that the texts identify,
    or the same name; likeness alone does not join them. Attributions to nobody stand last, one voice a report.
    """
    found: dict[str, list[Attribution]] = {}
    for note in dossier.attributions:
        found.setdefault(_identity(dossier, note), []).append(note)
    order = list(dossier.labels)

    def place(voice: Voice) -> tuple[bool, bool, int, tuple[int, int]]:
        first = voice.mentions[0]
        return voice.name is None, len(voice.reports) == 1, order.index(first.label), first.lines

    return tuple(sorted((_voice(dossier, id_, notes) for id_, notes in found.items()), key=place))


def own_words(dossier: Dossier) -> tuple[OwnWords, ...]:
    """For each report the claims that it makes without giving them as anybody's word."""
    return tuple(
        OwnWords(label=label, claims=_claims(dossier, label, lambda side: side.said_by is None))
        for label in dossier.labels
    )


def _identity(dossier: Dossier, note: Attribution) -> str:
    if note.speaker is not None and note.speaker in dossier.origins.nodes:
        return note.speaker
    if note.who is None:
        return f"{NOBODY} {note.label}"
    for entity in dossier.entities:
        places = entity.labels.get(note.label, ())
        if entity.sure == "stated" and note.source and any(q.overlaps(note.source) for q in places):
            return f"entity {entity.id}"
    return f"name {note.who.casefold()}"


def _voice(dossier: Dossier, id_: str, notes: list[Attribution]) -> Voice:
    node = dossier.origins.nodes.get(id_)
    order = {label: n for n, label in enumerate(dossier.labels)}
    mentions = sorted((_mention(dossier, note) for note in notes), key=lambda m: (order[m.label], m.lines))
    return Voice(
        id=id_,
        name=node.label if node else notes[0].who,
        kind=node.kind if node else _KINDS[notes[0].source_kind],
        report=node.report if node and node.report in dossier.passages else None,
        mentions=tuple(mentions),
    )


def _mention(dossier: Dossier, note: Attribution) -> Mention:
    nodes = dossier.origins.nodes
    said = [q for q in note.quotes if q in note.content] or list(note.quotes)
    return Mention(
        label=note.label,
        lines=(min(q.first for q in said), max(q.last for q in said)),
        says=note.says,
        called=note.who,
        named=note.source_kind not in ("unnamed", "none") and not _names_a_channel(dossier, note),
        form=note.form,
        basis=note.basis,
        via=tuple(nodes[n].label for n in note.via if n in nodes and nodes[n].report != note.label),
        claims=_claims(dossier, note.label, lambda side: side.said_by is not None and side.said_by.id == note.id),
    )


def _names_a_channel(dossier: Dossier, note: Attribution) -> bool:
    """Whether the report names only whoever passed the words on, not the one whose words they are."""
    nodes = dossier.origins.nodes
    articles = dossier.grammar.words("articles")
    channels = [nodes[n].label for n in note.via if n in nodes and n != note.speaker]
    return note.who is not None and any(
        name_words(note.who, articles) == name_words(channel, articles) for channel in channels
    )


def _claims(dossier: Dossier, label: str, wanted: Callable[[Side], bool]) -> tuple[SaidClaim, ...]:
    def stands(claim: Claim) -> Side | None:
        side = claim.sides.get(label)
        return side if side is not None and side.present and wanted(side) else None

    return tuple(
        SaidClaim(number=number, standing=side.standing)
        for number, claim in enumerate(dossier.claims, 1)
        if (side := stands(claim)) is not None
    )
