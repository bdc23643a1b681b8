"""Every rule that `check` knows: its code, what it is called, and what `--explain` says of it.

SS1xx files and YAML; SS2xx structure and values; SS3xx passages and quotes; SS4xx notes and dossiers;
SS5xx lessons; SS6xx prompts and templates.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `explain` says why it exists and how to mend a file that breaks it, with an example."""

    code: str
    title: str
    explain: str


_ALL: tuple[Rule, ...] = ()

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
