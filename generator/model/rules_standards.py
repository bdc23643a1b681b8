"""SS640-SS641: what `--explain` says of the rules for templates/standards.yaml."""

from generator.model.rule import Rule, rule

STANDARDS_RULES: tuple[Rule, ...] = (
    rule(
        "SS640",
        "A standard of no framework",
        why="Every code belongs to a set of standards that is named at the head of the file, so that a teacher "
        "knows where to look its full wording up.",
        mend="correct the name under `framework:`, or add it to `frameworks:`.",
        example="frameworks: {C3: {title: C3 Framework}}\nstandards:\n  C3.D3.3.6-8: {framework: C3, ...}",
    ),
    rule(
        "SS641",
        "A standard with an unknown exercise type",
        why="A lesson supports a standard through its items. A type that does not exist supports nothing, and a "
        "lesson that should be found under the code is not.",
        mend="correct the name; `secondsource list exercises` names all types.",
        example="types: [claim_grid, evidence_match]",
    ),
)
