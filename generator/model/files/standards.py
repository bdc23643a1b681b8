"""Codes of school standards: `templates/standards.yaml`."""

from pydantic import Field

from generator.model.base import Frozen, Text
from generator.model.files.quote import SchemaVersion


class Framework(Frozen):
    """A set of standards."""

    title: Text = Field(description="What it is called.", examples=["Common Core State Standards"])
    where: Text | None = Field(default=None, description="Where its own wording is to be found.")


class Standard(Frozen):
    """One standard, in our own words. A lesson supports it; no lesson meets it alone."""

    framework: Text = Field(description="The framework (a key of `frameworks`).", examples=["CCSS"])
    says: Text = Field(
        description="What it asks for, paraphrased: what students do, without a subject.",
        examples=["Trace an argument and tell claims with support from claims without."],
    )
    grades: Text = Field(description="School grades.", examples=["6-8"])
    types: tuple[str, ...] = Field(
        description="Exercise types that practise it.", examples=[["claim_grid", "evidence_match"]]
    )


class StandardsFile(Frozen):
    """All standards that lessons may name."""

    schema_: SchemaVersion = Field(alias="schema")
    frameworks: dict[str, Framework] = Field(default_factory=dict, description="Short name -> framework.")
    standards: dict[str, Standard] = Field(default_factory=dict, description="Code -> standard.")
