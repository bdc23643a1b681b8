"""A claim in one report -> how sure the report is of it, or whose word it is, to tell behind its words."""

from generator.exercises.base import Scene
from generator.exercises.statements import EXACTNESS_KINDS
from generator.model.dossier import Side


def stands(scene: Scene, side: Side) -> str:
    """How a report presents a claim: as a fact, as somebody's word, as something open, or both of these."""
    words = scene.words
    if side.standing == "asserted":
        return words.say("stands.asserted")
    if side.standing == "denied":
        return words.say("stands.denied")
    who = side.said_by.who if side.said_by else None
    voice = words.say("stands.source", source=who) if who else words.say("stands.nobody")
    if side.standing == "attributed":
        return voice
    marker = next((m for m in side.markers if m.kind not in EXACTNESS_KINDS), None)
    limit = words.say("stands.limited", marker=marker.quote.text) if marker else words.say("stands.open")
    return words.say("list.comma").join([limit, voice] if side.said_by else [limit])
