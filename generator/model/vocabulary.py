"""The closed word lists of the field; each word has one meaning, given in CONTRIBUTING.md."""

from typing import Literal, get_args

Skill = Literal["attribution", "corroboration", "uncertainty", "differences"]
Lane = Literal["support", "core", "extension"]
Variant = Literal["A", "B", "C", "D", "E", "F"]

ReportKind = Literal["fictional", "adapted", "public-domain", "cc", "user-supplied"]
BlockKind = Literal["headline", "body", "subheading", "caption", "credit", "related-link", "url"]

Form = Literal["direct", "indirect", "mixed", "agentless"]
SourceKind = Literal["person", "office", "organisation", "outlet", "document", "unnamed", "none"]
Basis = Literal["witness", "participant", "official", "record", "report", "not-stated"]
Strength = Literal["neutral", "asserting", "distancing", "endorsing"]

MarkerKind = Literal[
    "modal",
    "probability",
    "allegation",
    "speculation",
    "approximator",
    "vague-quantity",
    "agentless-confirmation",
    "prediction",
    "speech-act",
    "stated-ignorance",
    "scare-quotes",
    "booster",
]
Voice = Literal["writer", "quoted", "unclear"]

Standing = Literal["asserted", "attributed", "hedged", "denied", "absent"]
Relation = Literal[
    "agree",
    "same-in-other-words",
    "differ-in-detail",
    "differ-in-certainty",
    "conflict",
    "only-in-one",
]
Slot = Literal["who", "what", "when", "where", "how-many", "why", "other"]

NodeKind = Literal["person", "office", "organisation", "outlet", "document", "unknown"]
How = Literal["told", "quoted", "republished", "cites", "saw"]
EdgeBasis = Literal["stated", "inferred", "outside"]

Independent = Literal["yes", "no", "cannot-tell"]
GapState = Literal["known", "source-does-not-know", "not-mentioned"]
Sureness = Literal["stated", "likely"]

Verdict = Literal["yes", "no", "cannot-tell"]
Exactness = Literal["exact", "vague"]
StepReached = Literal["planned", "promised", "agreed", "done"]
Fit = Literal["same", "stronger", "weaker", "other"]
Bearing = Literal["supports", "background", "contradicts", "not-relevant"]

SKILLS: tuple[Skill, ...] = get_args(Skill)
LANES: tuple[Lane, ...] = get_args(Lane)
VARIANTS: tuple[Variant, ...] = get_args(Variant)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
EVIDENCE_BLOCKS: frozenset[BlockKind] = frozenset({"body", "headline"})
