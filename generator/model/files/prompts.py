"""The wording of one exercise type: `templates/prompts/<language>/<type>.yaml`."""

from pydantic import Field

from generator.model.base import Frozen, Text
from generator.model.files.quote import SchemaVersion


class PromptFile(Frozen):
    """The wording of one exercise type, of what types share, or of the pages.

    A file in a folder of one's own needs only the keys that it changes.
    """

    schema_: SchemaVersion = Field(alias="schema")
    title: Text | None = Field(
        default=None, description="What the exercise is called.", examples=["Source or channel"]
    )
    practises: Text | None = Field(
        default=None,
        description="What students practise with it.",
        examples=["Telling who speaks from who passes the words on."],
    )
    needs: Text | None = Field(
        default=None, description="Which notes it is made from.", examples=["An attribution with a source."]
    )
    example: Text | None = Field(
        default=None,
        description="What an item looks like.",
        examples=["Who is the source? (a) the outlet (b) a spokesman"],
    )
    placeholders: dict[str, Text] = Field(
        default_factory=dict,
        description="The {words in braces} that texts may use, with what they stand for.",
        examples=[{"place": "report and lines of the statement"}],
    )
    text: dict[str, str] = Field(
        default_factory=dict,
        description="Wording by key; blanks at its ends count.",
        examples=[{"prompt": "Choose the source of this statement."}],
    )
    shortages: dict[str, str] = Field(
        default_factory=dict,
        description="Why a note cannot be used, by the reason's key.",
        examples=[{"no-source": "It names no source."}],
    )
