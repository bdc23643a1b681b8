"""The frozen base of every value, and the few types that all of them share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(pattern=r"^[A-D]$")]

SCHEMA_VERSION = 1
"""The one version of the file formats that this program reads and writes."""


class Frozen(BaseModel):
    """A value that never changes after it is made and knows every field it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
