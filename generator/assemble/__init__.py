"""Slots -> booklet -> papers: what to print for one variant in one lane, and what is wrong with a lesson."""

from generator.assemble.booklet import Assembly, assemble
from generator.assemble.examine import examine, missing_words, placed
from generator.assemble.papers import Papers, annotated_copy, make_papers
from generator.assemble.showcase import Specimen, specimen

__all__ = [
    "Assembly",
    "Papers",
    "Specimen",
    "annotated_copy",
    "assemble",
    "examine",
    "make_papers",
    "missing_words",
    "placed",
    "specimen",
]
