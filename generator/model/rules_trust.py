"""SS480-SS482: what `--explain` says of the rules for the five questions and for names left out."""

from generator.model.rule import Rule, rule

TRUST_RULES: tuple[Rule, ...] = (
    rule(
        "SS480",
        "An answer about a source without its words, or an open one with words",
        why="Students answer five questions about a source and quote the words that show it. For yes or no the "
        "key needs those words. Only that there is no other source, no evidence or no name can be shown by "
        "silence. `cannot-tell` means that no words show it, so there is nothing to quote.",
        mend="quote the words for yes or no, and quote none for `cannot-tell`.",
        example="independent: {answer: no, why: She sells the tickets., quote: who sells tickets at the quay}\n"
        "verifies: {answer: no, why: She does not say how she knows.}\n"
        "authoritative: {answer: cannot-tell, why: The report does not say what she does.}",
    ),
    rule(
        "SS481",
        "An answer about a source that the notes contradict",
        why="Whether a source is named can be read off the report, and the notes say it once more with "
        "`source_kind`: a person is named, an unnamed source is not. Another source for the same statement must "
        "be another one, and words that show a name must hold it. Otherwise the key would call a right answer "
        "wrong.",
        mend="look at the passage again, and correct the answer, its quote or the kind of the source.",
        example="source: a harbour official\n"
        "source_kind: unnamed\n"
        "trust:\n"
        "  named: {answer: no, why: The report only gives an office.}",
    ),
    rule(
        "SS482",
        "A reason for leaving out a name that is there",
        why="`unnamed_why` quotes why the report leaves out the name of a source. The key then takes “no reason "
        "is given” for wrong. For a source with a name, or for none at all, there is no reason to give.",
        mend="take `unnamed_why` out, or correct `source_kind`.",
        example="source: a council worker\n"
        "source_kind: unnamed\n"
        "unnamed_why: because she is not allowed to speak to reporters",
    ),
)
