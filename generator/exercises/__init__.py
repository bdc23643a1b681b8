"""The table of exercise types: every way to practise, by name. A new type is one line here."""

from generator.exercises.base import ExerciseType
from generator.exercises.calibrated_summary import CalibratedSummary
from generator.exercises.cause_frame import CauseFrame
from generator.exercises.certainty_compare import CertaintyCompare
from generator.exercises.certainty_line import CertaintyLine
from generator.exercises.chain_ladder import ChainLadder
from generator.exercises.claim_grid import ClaimGrid
from generator.exercises.confidence_before_after import ConfidenceBeforeAfter
from generator.exercises.corroboration_paragraph import CorroborationParagraph
from generator.exercises.cue_swap import CueSwap
from generator.exercises.echo_or_evidence import EchoOrEvidence
from generator.exercises.evidence_match import EvidenceMatch
from generator.exercises.exact_or_vague import ExactOrVague
from generator.exercises.fact_table import FactTable
from generator.exercises.five_questions import FiveQuestions
from generator.exercises.handle_the_conflict import HandleTheConflict
from generator.exercises.headline_and_body import HeadlineAndBody
from generator.exercises.headline_work import HeadlineWork
from generator.exercises.hedge_hunt import HedgeHunt
from generator.exercises.known_or_not import KnownOrNot
from generator.exercises.lead_comparison import LeadComparison
from generator.exercises.limiting_words import LimitingWords
from generator.exercises.limits_of_knowledge import LimitsOfKnowledge
from generator.exercises.mark_up import MarkUp
from generator.exercises.missing_source_hunt import MissingSourceHunt
from generator.exercises.missing_voices import MissingVoices
from generator.exercises.naming_ladder import NamingLadder
from generator.exercises.neutral_swap import NeutralSwap
from generator.exercises.omission_finder import OmissionFinder
from generator.exercises.one_source_or_two import OneSourceOrTwo
from generator.exercises.real_difference import RealDifference
from generator.exercises.remove_the_hedge import RemoveTheHedge
from generator.exercises.same_person import SamePerson
from generator.exercises.sort_the_status import SortTheStatus
from generator.exercises.source_labels import SourceLabels
from generator.exercises.source_or_channel import SourceOrChannel
from generator.exercises.source_table import SourceTable
from generator.exercises.story_family_tree import StoryFamilyTree
from generator.exercises.synthesis import Synthesis
from generator.exercises.timeline import Timeline
from generator.exercises.true_or_false_sources import TrueOrFalseSources
from generator.exercises.unnamed_source import UnnamedSource
from generator.exercises.what_can_we_rely_on import WhatCanWeRelyOn
from generator.exercises.what_has_happened import WhatHasHappened
from generator.exercises.who_said_it import WhoSaidIt
from generator.exercises.whose_exact_words import WhoseExactWords
from generator.exercises.whose_word import WhoseWord
from generator.exercises.wire_editor import WireEditor
from generator.exercises.writer_or_someone_else import WriterOrSomeoneElse

_ALL: tuple[ExerciseType, ...] = (
    # attribution
    SourceOrChannel(),
    WhoSaidIt(),
    WriterOrSomeoneElse(),
    SourceTable(),
    MarkUp(),
    ChainLadder(),
    WhoseExactWords(),
    SamePerson(),
    FiveQuestions(),
    CueSwap(),
    MissingSourceHunt(),
    LimitsOfKnowledge(),
    # corroboration
    ClaimGrid(),
    StoryFamilyTree(),
    OneSourceOrTwo(),
    TrueOrFalseSources(),
    EchoOrEvidence(),
    WhatCanWeRelyOn(),
    HandleTheConflict(),
    ConfidenceBeforeAfter(),
    MissingVoices(),
    EvidenceMatch(),
    Timeline(),
    CorroborationParagraph(),
    # uncertainty
    HedgeHunt(),
    LimitingWords(),
    SortTheStatus(),
    CertaintyLine(),
    RemoveTheHedge(),
    KnownOrNot(),
    UnnamedSource(),
    ExactOrVague(),
    WhatHasHappened(),
    HeadlineAndBody(),
    CalibratedSummary(),
    # differences
    FactTable(),
    OmissionFinder(),
    RealDifference(),
    CertaintyCompare(),
    NamingLadder(),
    SourceLabels(),
    CauseFrame(),
    LeadComparison(),
    WhoseWord(),
    NeutralSwap(),
    HeadlineWork(),
    Synthesis(),
    WireEditor(),
)

EXERCISES: dict[str, ExerciseType] = {type_.name: type_ for type_ in _ALL}
"""Name -> type, in the order in which lists show them."""
