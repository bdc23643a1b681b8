"""Every rule that `check` knows: its code, what it is called, and what `--explain` says of it.

SS1xx files and YAML; SS2xx structure and values; SS3xx passages and quotes; SS4xx notes and dossiers;
SS5xx lessons; SS6xx prompts and templates.
"""

from generator.model.rule import Rule
from generator.model.rules_certainty import CERTAINTY_RULES
from generator.model.rules_claims import CLAIM_RULES
from generator.model.rules_compose import COMPOSE_RULES
from generator.model.rules_dossier import DOSSIER_RULES
from generator.model.rules_files import FILE_RULES
from generator.model.rules_lesson import LESSON_RULES
from generator.model.rules_notes import NOTE_RULES
from generator.model.rules_openings import OPENING_RULES
from generator.model.rules_passages import PASSAGE_RULES
from generator.model.rules_prompts import PROMPT_RULES
from generator.model.rules_standards import STANDARDS_RULES
from generator.model.rules_structure import STRUCTURE_RULES
from generator.model.rules_theme import THEME_RULES
from generator.model.rules_trust import TRUST_RULES
from generator.model.rules_weighed import WEIGHED_RULES

__all__ = ["RULES", "Rule"]

_ALL: tuple[Rule, ...] = (
    *FILE_RULES,
    *STRUCTURE_RULES,
    *PASSAGE_RULES,
    *NOTE_RULES,
    *CLAIM_RULES,
    *DOSSIER_RULES,
    *CERTAINTY_RULES,
    *TRUST_RULES,
    *WEIGHED_RULES,
    *OPENING_RULES,
    *LESSON_RULES,
    *COMPOSE_RULES,
    *PROMPT_RULES,
    *STANDARDS_RULES,
    *THEME_RULES,
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
