"""What stands in the files that people write: front matter, notes, dossier, lesson, prompts."""

from generator.model.files.dossier import (
    ClaimNote,
    ClaimSide,
    DossierFile,
    EdgeNote,
    EntityNote,
    GapNote,
    GapSide,
    NodeNote,
    OriginNotes,
    ProbeNote,
)
from generator.model.files.lesson import (
    Expected,
    HandItem,
    HandLevel,
    HandOption,
    HandReject,
    HandRow,
    ItemSpec,
    LessonFile,
    LessonNotes,
    Level,
    Pick,
    Section,
    Step,
)
from generator.model.files.notes import AttributionNote, MarkerNote, NotesFile, NotSource, WordingNote
from generator.model.files.prompts import PromptFile
from generator.model.files.quote import QuoteRef, SchemaVersion
from generator.model.files.report import ReportMeta

__all__ = [
    "AttributionNote",
    "ClaimNote",
    "ClaimSide",
    "DossierFile",
    "EdgeNote",
    "EntityNote",
    "Expected",
    "GapNote",
    "GapSide",
    "HandItem",
    "HandLevel",
    "HandOption",
    "HandReject",
    "HandRow",
    "ItemSpec",
    "LessonFile",
    "LessonNotes",
    "Level",
    "MarkerNote",
    "NodeNote",
    "NotSource",
    "NotesFile",
    "OriginNotes",
    "Pick",
    "ProbeNote",
    "PromptFile",
    "QuoteRef",
    "ReportMeta",
    "SchemaVersion",
    "Section",
    "Step",
    "WordingNote",
]
