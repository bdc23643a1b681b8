"""Slots -> booklet -> papers: what to print for one variant in one lane, and what is wrong with a lesson."""

from generator.assemble.booklet import Assembly, assemble
from generator.assemble.examine import examine, missing_words, placed
from generator.assemble.papers import Papers, annotated_copy, make_papers
from generator.assemble.quality import inspected
from generator.assemble.showcase import Specimen, specimen
from generator.assemble.standing import check_standards, check_types

__all__ = [
    "Assembly",
    "Papers",
    "Specimen",
    "annotated_copy",
    "assemble",
    "check_standards",
    "check_types",
    "examine",
    "inspected",
    "make_papers",
    "missing_words",
    "placed",
    "specimen",
]
