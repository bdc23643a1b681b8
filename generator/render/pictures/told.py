"""The family pictures in sentences, for those who cannot see them. Everything drawn is said."""

from collections.abc import Callable

from generator.model.booklet import AnnotatedCopy, Graph, Mention, SaidClaim, Voice

Say = Callable[..., str]


def graph_in_words(say: Say, graph: Graph) -> str:
    """Every arrow as a sentence, and every node that has none."""
    labels = {node.id: node.label for node in graph.nodes}
    told = [
        say(
            "graph.sentence",
            **{"from": labels.get(e.start, e.start), "to": labels.get(e.end, e.end)},
            how=say(f"how.{e.how}"),
            basis=say(f"basis.{e.basis}"),
        )
        for e in graph.edges
    ]
    linked = {id_ for e in graph.edges for id_ in (e.start, e.end)}
    told += [say("picture.graph.alone", name=node.label) for node in graph.nodes if node.id not in linked]
    return say("graph.alt", text=" ".join(told))


def map_in_words(say: Say, copy: AnnotatedCopy) -> str:
    """Every voice with all that the reports have from it, and what each report says in its own words."""
    told = [_voice(say, voice) for voice in copy.voices]
    for own in copy.own_words:
        if own.claims:
            text = say("list.semicolon").join(_claim(say, claim) for claim in own.claims)
            told.append(say("picture.map.own", label=own.label, text=text))
    return say("picture.map.alt", text=" ".join(told))


def _voice(say: Say, voice: Voice) -> str:
    mentions = " ".join(_mention(say, voice, mention) for mention in voice.mentions)
    return say("picture.titled", text=voice.name or say("picture.nobody"), title=mentions)


def _mention(say: Say, voice: Voice, mention: Mention) -> str:
    facts = []
    if mention.called is not None and mention.called != voice.name:
        facts.append(say("picture.map.called", name=mention.called))
    if mention.form != "agentless":
        facts.append(say(f"picture.form.{mention.form}"))
    silent = mention.basis == "not-stated"
    facts.append(say("picture.basis.not-stated" if silent else f"basis.{mention.basis}"))
    if mention.via:
        facts.append(say("picture.via", name=say("list.then").join(mention.via)))
    facts += [_claim(say, claim) for claim in mention.claims]
    place = place_in_words(say, mention.label, mention.lines)
    return say("picture.map.mention", place=place, text=mention.says, how=say("list.semicolon").join(facts))


def _claim(say: Say, claim: SaidClaim) -> str:
    doubt = {"hedged": "picture.map.hedged", "denied": "picture.map.denied"}
    return say(doubt.get(claim.standing, "picture.map.claim"), n=claim.number)


def place_in_words(say: Say, label: str, lines: tuple[int, int]) -> str:
    """The short reference to lines of a report; line 0 is its headline."""
    first, last = lines
    if last == 0:
        return say("ref.headline", label=label)
    if first == last:
        return say("ref.line", label=label, first=first)
    return say("ref.lines", label=label, first=first, last=last)


def hedged_in(copy: AnnotatedCopy) -> frozenset[tuple[str, int]]:
    """The letter of a report and the number of a claim, for all that it says with a word of doubt."""
    said = [(m.label, claim) for voice in copy.voices for m in voice.mentions for claim in m.claims]
    said += [(own.label, claim) for own in copy.own_words for claim in own.claims]
    return frozenset((label, claim.number) for label, claim in said if claim.standing == "hedged")


def comparison_in_words(say: Say, copy: AnnotatedCopy) -> str:
    """Every claim with what each report has of it, and how each two of them stand."""
    told, hedged = [], hedged_in(copy)
    for row in copy.comparison:
        parts = []
        for label in (p.label for p in copy.passages):
            cell = row.cells.get(label)
            place = place_in_words(say, label, cell.lines) if cell and cell.lines else label
            text = cell.text if cell and cell.text else say("notes.silent")
            if (label, row.number) in hedged:
                text = say("list.semicolon").join((text, say("picture.hedged")))
            parts.append(say("picture.comparison.cell", place=place, text=text))
        for pair, relation in row.relations.items():
            parts.append(say("picture.comparison.cell", place=pair, text=say(f"relation.{relation}")))
        topic = row.topic.replace("**", "")
        told.append(say("picture.comparison.row", n=row.number, topic=topic, text=" ".join(parts)))
    return say("picture.comparison.alt", text=" ".join(told))
