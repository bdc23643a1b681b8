"""SS483-SS485, SS496-SS497: what `--explain` says of the rules for first paragraphs and introductions."""

from generator.model.rule import Rule, rule

OPENING_RULES: tuple[Rule, ...] = (
    rule(
        "SS483",
        "Words for the first paragraph that do not stand in it",
        why="Students compare the first paragraphs alone: whom they put first, and what they leave for later. "
        "Words of the headline or of a later paragraph would be a wrong answer there, and the key would call "
        "them right.",
        mend="quote words of the first paragraph. Where it does not tell, write `not-stated`, even if the report "
        "tells further down.",
        example="lead:\n"
        "  acts: {value: the ferry, quote: The island ferry}\n"
        "  on: not-stated\n"
        "  why: not-stated     # the engine is named only in the second paragraph",
    ),
    rule(
        "SS484",
        "A first paragraph that tells nothing",
        why="A table in which each cell is `not stated` teaches nothing, and mostly it means that the notes were "
        "left unfinished.",
        mend="note who or what acts, on whom or what, and why, as far as the paragraph tells it. Or take `lead:` "
        "out.",
        example="lead:\n  acts: {value: the ferry, quote: The island ferry}\n  on: not-stated\n  why: not-stated",
    ),
    rule(
        "SS485",
        "An introduction far from its source",
        why="`introduced` holds the words beside a source's name that tell who it is. Students look for them "
        "around the name. Words of another paragraph may belong to somebody else, and a statement without a "
        "source introduces nobody.",
        mend="give `introduced` to the attribution in whose paragraph the report introduces the source, and leave "
        "it out at later ones.",
        example="# according to Ana Petit, who sells tickets at the quay\n"
        "source: Ana Petit\n"
        "introduced: who sells tickets at the quay",
    ),
    rule(
        "SS496",
        "An introduction that is the name itself",
        why="Students match each name with the words that introduce it. If these words hold the name, the row "
        "gives its answer away; if they are the name, nothing is introduced.",
        mend="quote only the words beside the name. A source without a name ('a harbour official') has no "
        "introduction, unless more is told of it.",
        example="source: Ana Petit\nintroduced: who sells tickets at the quay     # without “Ana Petit”",
    ),
    rule(
        "SS497",
        "An answer that its words do not bear",
        why="The key sets an answer and the words of the first paragraph side by side. Where they share no word, "
        "the wrong words may have been quoted, or students could hardly find the answer in them.",
        mend="use words of the report for the value, or add them under `accept:`.",
        example="acts: {value: the ship, accept: [the ferry], quote: The island ferry}",
    ),
)
