"""Notes and dossier file -> the dossier that exercises see, every quote resolved."""

from collections.abc import Mapping
from itertools import combinations

from generator.load.particulars import Particulars
from generator.load.passage import QuoteFinder
from generator.load.places import Path, Places
from generator.load.review import review_of_dossier
from generator.model.dossier import (
    Attribution,
    Claim,
    Dossier,
    Edge,
    Entity,
    Gap,
    Marker,
    NamedQuote,
    Node,
    Origins,
    Passage,
    Quote,
    Side,
    Wording,
)
from generator.model.files import (
    AttributionNote,
    ClaimNote,
    ClaimSide,
    DossierFile,
    EntityNote,
    GapNote,
    MarkerNote,
    NotesFile,
    QuoteRef,
    WordingNote,
)
from generator.model.particulars import Figure, Headline, Lead, Progress, Summary
from generator.model.vocabulary import GapState, Relation


class Resolver:
    """Turns the notes of one dossier into resolved values; `finder` collects the quotes that fail.

    A note whose leading quote has no place is left out, any other such quote becomes None. Ids that name
    nothing become None or are kept as they are: they are for the rules about notes to tell.
    """

    def __init__(self, finder: QuoteFinder, labels: tuple[str, ...]) -> None:
        self._finder, self._labels = finder, labels
        self.attributions: list[Attribution] = []
        self.markers: list[Marker] = []
        self.wording: list[Wording] = []
        self.figures: list[Figure] = []
        self.steps: list[Progress] = []
        self.headlines: dict[str, Headline] = {}
        self.leads: dict[str, Lead] = {}
        self.summaries: dict[str, Summary] = {}
        self._particulars = Particulars(finder)

    def notes(self, label: str, notes: NotesFile, places: Places) -> None:
        """Everything in the notes of one report."""
        for i, attribution in enumerate(notes.attributions):
            self._attribution(label, attribution, places, ("attributions", i))
        for i, marker in enumerate(notes.markers):
            self._marker(label, marker, places, ("markers", i))
        for i, word in enumerate(notes.wording):
            self._wording(label, word, places, ("wording", i))
        self.figures += self._particulars.figures(label, notes, places)
        self.steps += self._particulars.steps(label, notes, places)
        if headline := self._particulars.headline(label, notes, places):
            self.headlines[label] = headline
        if lead := self._particulars.lead(label, notes, places):
            self.leads[label] = lead
        if summary := self._particulars.summary(label, notes):
            self.summaries[label] = summary

    def dossier(self, name: str, file: DossierFile, passages: Mapping[str, Passage], places: Places) -> Dossier:
        """The whole dossier; call `notes` for every report first."""
        return Dossier(
            name=name,
            title=file.title,
            language=file.language,
            summary=file.summary,
            passages={label: passages[label] for label in self._labels if label in passages},
            attributions=tuple(self.attributions),
            markers=tuple(self.markers),
            wording=tuple(self.wording),
            claims=tuple(self._claim(c, places, ("claims", i)) for i, c in enumerate(file.claims)),
            origins=self._origins(file, places),
            probes=file.probes,
            gaps=tuple(self._gap(g, places, ("gaps", i)) for i, g in enumerate(file.gaps)),
            entities=tuple(self._entity(e, places, ("entities", i)) for i, e in enumerate(file.entities)),
            glossary=dict(file.glossary),
            content_note=file.content_note,
            context_note=file.context_note,
            figures=tuple(self.figures),
            steps=tuple(self.steps),
            headlines=dict(self.headlines),
            leads=dict(self.leads),
            summaries=dict(self.summaries),
            times=tuple(
                self._particulars.dated(t, self._labels, places, ("times", i)) for i, t in enumerate(file.times)
            ),
            made_headlines=file.headlines,
            comparison_reviewed=review_of_dossier(file).holds,
        )

    # -- notes of one report -------------------------------------------------------------------

    def _attribution(self, label: str, note: AttributionNote, places: Places, path: Path) -> None:
        pieces = [
            self._finder.find(label, ref, places, (*path, "content", k)) for k, ref in enumerate(note.content)
        ]
        content = tuple(q for q in pieces if q is not None)
        near = content[0] if content else None

        def quoted(ref: QuoteRef | None, *steps: str | int) -> Quote | None:
            return self._finder.find(label, ref, places, (*path, *steps), prefer=near)

        source, cue = quoted(note.source, "source"), quoted(note.cue, "cue")
        recipient = quoted(note.recipient, "recipient")
        introduced = quoted(note.introduced, "introduced")
        unnamed_why = quoted(note.unnamed_why, "unnamed_why")
        trust = note.trust and self._particulars.trust(label, note.trust, places, (*path, "trust"), near)
        others = [(quoted(n.text, "not_source", k, "text"), n.why) for k, n in enumerate(note.not_source)]
        if not content or len(content) < len(pieces):
            return
        self.attributions.append(
            Attribution(
                id=note.id,
                label=label,
                says=note.says,
                source=source,
                cue=cue,
                content=content,
                called=note.called,
                recipient=recipient,
                form=note.form,
                source_kind=note.source_kind,
                role=note.role,
                basis=note.basis,
                basis_why=note.basis_why,
                strength=note.strength,
                speaker=note.speaker,
                via=note.via,
                not_source=tuple(NamedQuote(quote=q, why=why) for q, why in others if q is not None),
                introduced=introduced,
                unnamed_why=unnamed_why,
                trust=trust,
            )
        )

    def _marker(self, label: str, note: MarkerNote, places: Places, path: Path) -> None:
        quote = self._finder.find(label, note.text, places, (*path, "text"))
        scope = self._finder.find(label, note.scope, places, (*path, "scope"), prefer=quote)
        if quote:
            self.markers.append(
                Marker(
                    id=note.id,
                    label=label,
                    quote=quote,
                    kind=note.kind,
                    limits=note.limits,
                    scope=scope,
                    effect=note.effect,
                )
            )

    def _wording(self, label: str, note: WordingNote, places: Places, path: Path) -> None:
        quote = self._finder.find(label, note.text, places, (*path, "text"))
        if quote:
            self.wording.append(
                Wording(
                    id=note.id,
                    label=label,
                    quote=quote,
                    neutral=note.neutral,
                    voice=note.voice,
                    arguable=note.arguable,
                    effect=note.effect,
                    may_leave_out=note.may_leave_out,
                )
            )

    # -- what compares the reports -------------------------------------------------------------

    def _claim(self, note: ClaimNote, places: Places, path: Path) -> Claim:
        given: dict[str, ClaimSide | None] = {label: getattr(note, label) for label in self._labels}
        sides = {
            label: self._side(label, note.id, side or ClaimSide(standing="absent"), places, (*path, label))
            for label, side in given.items()
        }
        return Claim(
            id=note.id,
            topic=note.topic,
            statement=note.statement,
            slot=note.slot,
            sides=sides,
            relations=self._relations(note.relation),
            explain=note.explain,
            explanations=note.explanations,
            settle=note.settle,
            links=tuple(self._particulars.links(note, places, path)),
        )

    def _side(self, label: str, claim: str, side: ClaimSide, places: Places, path: Path) -> Side:
        said_by = [a for a in self.attributions if a.id == side.said_by]
        return Side(
            label=label,
            standing=side.standing,
            quote=self._finder.find(label, side.quote, places, (*path, "quote")),
            value=side.value,
            accept=side.accept,
            said_by=next((a for a in said_by if a.label == label), said_by[0] if said_by else None),
            origin=side.origin,
            markers=tuple(m for m in self.markers if m.label == label and m.limits == claim),
        )

    def _relations(self, given: Relation | dict[str, Relation]) -> dict[str, Relation]:
        pairs = ["".join(pair) for pair in combinations(self._labels, 2)]
        if isinstance(given, str):
            return dict.fromkeys(pairs, given)
        by_pair = {"".join(sorted(pair)): relation for pair, relation in given.items()}
        return {pair: by_pair[pair] for pair in pairs if pair in by_pair}

    def _origins(self, file: DossierFile, places: Places) -> Origins:
        nodes = {
            id_: Node(id=id_, label=node.label, kind=node.kind, report=node.report)
            for id_, node in file.origins.nodes.items()
        }
        edges = []
        for i, edge in enumerate(file.origins.edges):
            path: Path = ("origins", "edges", i, "evidence")
            evidence = {
                label: self._finder.find(label, ref, places, (*path, label))
                for label, ref in edge.evidence.items()
            }
            edges.append(
                Edge(
                    from_=edge.from_,
                    to=edge.to,
                    how=edge.how,
                    basis=edge.basis,
                    evidence={label: quote for label, quote in evidence.items() if quote is not None},
                )
            )
        return Origins(nodes=nodes, edges=tuple(edges))

    def _gap(self, note: GapNote, places: Places, path: Path) -> Gap:
        sides: dict[str, tuple[GapState, Quote | None]] = {}
        for label in self._labels:
            side = getattr(note, label)
            if side is not None:
                sides[label] = (side.state, self._finder.find(label, side.quote, places, (*path, label, "quote")))
        return Gap(id=note.id, asks=note.asks, sides=sides, claim=note.claim, matters=note.matters)

    def _entity(self, note: EntityNote, places: Places, path: Path) -> Entity:
        labels: dict[str, tuple[Quote, ...]] = {}
        for label, refs in note.labels.items():
            found = [
                self._finder.find(label, ref, places, (*path, "labels", label, k)) for k, ref in enumerate(refs)
            ]
            labels[label] = tuple(quote for quote in found if quote is not None)
        return Entity(id=note.id, name=note.name, labels=labels, sure=note.sure, why=note.why)
