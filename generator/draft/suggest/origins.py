"""Attributions that may become items -> who speaks in which report: nodes and steps of the provenance graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.draft.marks import Attribution, Span
from generator.draft.suggest.said import Said, called
from generator.draft.suggest.views import Names, ReportView, slug
from generator.draft.suggestion import Suggestion
from generator.model.words import Words

Spoken = tuple[ReportView, Sequence[Said]]


@dataclass
class _Node:
    id: str
    label: str
    kind: str
    confidence: float
    steps: dict[tuple[str, str], Suggestion] = field(default_factory=dict)


def origins(reports: Sequence[Spoken], names: Names, words: Words) -> list[Suggestion]:
    """Nodes for reports and for those who speak in notes in use, and the steps between them.

    Writes `speaker` and `via` into those notes. People of one name are one node in all reports; people without a
    name are one in each. Steps are stated: the words are the reporting words. Nothing is said of how an outlet
    came by the words otherwise.
    """
    live = [(report, one, note) for report, said in reports for one, note in said if note.live]
    if {report.label for report, _, _ in live} != {report.label for report, _ in reports}:
        # Where nobody speaks in a report, a graph of the others would leave it out.
        return []
    outlets = {
        report.label: _Node(
            names.new(f"outlet-{slug(report.outlet, 4) if report.outlet else report.label.lower()}"),
            report.outlet or words.say("outlet", label=report.label),
            "outlet",
            1.0,
        )
        for report, _ in reports
    }
    people: dict[str, _Node] = {}
    channels: dict[str, _Node] = {}
    for report, one, note in live:
        who = called(report, one) or ""
        key = _known_as(people, _key(report, one, who))
        person = _node(people, key, who, _kind(one), note.confidence, names)
        note.note["speaker"] = person.id
        way = [person]
        for span in one.via:
            label = " ".join(report.of(span).split())
            same = _same_outlet(label, outlets[report.label].label)
            if not same:
                way.append(_node(channels, label.casefold(), label, "outlet", note.confidence, names))
        if len(way) > 1:
            note.note["via"] = [node.id for node in way[1:]]
        _steps([*way, outlets[report.label]], report, one, note.confidence)
    out = []
    for label, node in outlets.items():
        note_of = {"id": node.id, "label": node.label, "kind": node.kind, "report": label}
        out.append(Suggestion(None, "nodes", node.id, note_of, "report-itself", 1.0, live=True))
    for node in (*people.values(), *channels.values()):
        plain = {"id": node.id, "label": node.label, "kind": node.kind}
        out.append(Suggestion(None, "nodes", node.id, plain, "speaker", node.confidence, live=True))
    for node in (*people.values(), *channels.values()):
        out += node.steps.values()
    return out


def _node(known: dict[str, _Node], key: str, label: str, kind: str, sure: float, names: Names) -> _Node:
    if key not in known:
        known[key] = _Node(
            names.new(f"{kind if kind != 'unknown' else 'source'}-{slug(label, 4)}"), label, kind, sure
        )
    node = known[key]
    node.label = max(node.label, label, key=len)
    node.confidence = max(node.confidence, sure)
    return node


def _key(report: ReportView, one: Attribution, who: str) -> str:
    """What tells speakers apart: given name and surname, or a surname alone; else the words and the report."""
    names = [word for word in who.split() if word[:1].isupper() or "-" in word]
    if one.kind in ("person", "pronoun") and surname(who):
        return f"person {names[0].casefold() if len(names) > 1 else report.label} {surname(who)}"
    return f"{report.label} {who.casefold()}"


def _known_as(people: Mapping[str, _Node], key: str) -> str:
    """The key of somebody known already with a longer or shorter given name ('ben', 'benjamin'), else this one."""
    kind, _, rest = key.partition(" ")
    given, _, last = rest.partition(" ")
    if kind != "person":
        return key
    for other in people:
        first, _, name = other.removeprefix("person ").partition(" ")
        short, long = sorted((given, first), key=len)
        if other.startswith("person ") and name == last and long.startswith(short) and len(short) >= _LEAST_GIVEN:
            return other
    return key


_LEAST_GIVEN = 3


def surname(who: str) -> str:
    """The last word of a name, to be compared; "" where it is no name."""
    words = who.split()
    last = words[-1].strip(".,’'“”\"") if words else ""
    last = last.removesuffix("’s").removesuffix("'s")
    return last.casefold() if last[:1].isupper() or "-" in last else ""


def _kind(one: Attribution) -> str:
    return {"person": "person", "pronoun": "person", "office": "office", "organisation": "organisation"}.get(
        one.kind, "unknown"
    )


def _same_outlet(one: str, other: str) -> bool:
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _steps(way: Sequence[_Node], report: ReportView, one: Attribution, sure: float) -> None:
    """The steps from speaker to report, each with the reporting words as its evidence, once for each report."""
    span: Span = (min(one.source[0][0], one.cue[0][0]), max(one.source[0][1], one.cue[-1][1]))
    quote = report.quote(span) or report.quote(one.source[0])
    for start, end in pairwise(way):
        if (end.id, report.label) in start.steps:
            continue
        how = "quoted" if one.form == "direct" else "told"
        note = {"from": start.id, "to": end.id, "how": how, "basis": "stated", "evidence": {report.label: quote}}
        start.steps[end.id, report.label] = Suggestion(
            None, "edges", f"{start.id}-to-{end.id}", note, "quoted-by", sure, live=True
        )
