"""The frozen base of every value, and the few types that all of them share."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(pattern=r"^[A-D]$")]


def _iso_day(value: Any) -> Any:
    """A date from YYYY-MM-DD and from nothing else; no guessing which number is the month."""
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and len(value) == 10 and value.isascii():
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("day", "not a date as YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(_iso_day)]
"""A date that files give as YYYY-MM-DD."""

SCHEMA_VERSION = 1
"""The one version of the file formats that this program reads and writes."""


class Frozen(BaseModel):
    """A value that never changes after it is made and knows every field it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)
