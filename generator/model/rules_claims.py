"""SS420-SS437: what `--explain` says of the rules for claims, markers and wording."""

from generator.model.rule import Rule, rule

CLAIM_RULES: tuple[Rule, ...] = (
    rule(
        "SS420",
        "A claim that is absent, and yet quoted",
        why="`absent` means that the report does not make the claim. Then it has no words, no value and no "
        "source there.",
        mend="write `absent` alone, or choose another standing.",
        example="B: absent     # not {standing: absent, quote: three beams}",
    ),
    rule(
        "SS421",
        "A claim without the words that make it",
        why="Nothing in a key is said of a text without its words and its line. A teacher must be able to "
        "point at them when a student asks.",
        mend="add `quote:` with words copied exactly from the passage. If there are none, the claim is `absent`.",
        example="A: {quote: cracks in two of its beams, standing: asserted, value: two}",
    ),
    rule(
        "SS422",
        "An attributed claim that is nobody's word",
        why="`attributed` means that the report gives the claim as somebody's word. The key must be able to "
        "name whose.",
        mend="add `said_by:` with the id of the attribution in the notes. If the report says it in its own "
        "voice, write `standing: asserted`.",
        example="A: {quote: cracks in two of its beams, standing: attributed, said_by: spokesman-closure}",
    ),
    rule(
        "SS423",
        "An asserted claim that is somebody's word",
        why="`asserted` means that the report says so in its own voice. If an attribution stands behind the "
        "claim, it is not the writer's, and 'writer or someone else?' would have a wrong key.",
        mend="write `standing: attributed`, or take `said_by` out.",
        example="A: {quote: cracks in two of its beams, standing: attributed, said_by: spokesman-closure}",
    ),
    rule(
        "SS424",
        "A claim quoted outside its attribution",
        why="The claim is said to rest on somebody's word, but the words quoted for it are not part of what "
        "that person says. Mostly either the quote or `said_by` is meant for another sentence.",
        mend="quote words from the content of the attribution, or name the attribution that holds these words.",
        example="A: {quote: two of its beams, standing: attributed, said_by: spokesman-closure}\n"
        "# spokesman-closure:  content: cracks in two of its beams",
    ),
    rule(
        "SS425",
        "A hedged claim without a hedge",
        why="`hedged` means that some words make the claim less sure ('may', 'about', 'reportedly'). "
        "Exercises on certainty ask for these words; so far the notes name none for this claim.",
        mend="add a marker to the notes of the report, with `limits:` and the id of the claim.",
        example="A: {quote: will likely reopen in June, standing: hedged}     # claim reopening-date\n"
        "# notes:  {id: likely-june, text: likely, kind: probability, limits: reopening-date}",
    ),
    rule(
        "SS430",
        "A relation that the sides contradict",
        why="Two reports can agree, differ or conflict only on what both of them say; 'only-in-one' needs "
        "exactly one that is silent. A key that calls silence agreement would teach the wrong thing.",
        mend="choose the relation that fits the sides, or correct a side.",
        example="A: {quote: nobody was hurt, standing: asserted}\nB: absent\nrelation: only-in-one",
    ),
    rule(
        "SS431",
        "A relation that the values contradict",
        why="The reports are said to agree but give different numbers, or to differ but give the same "
        "answer. One of the two is a slip, and the key would print both.",
        mend="correct the relation or a value.",
        example="A: {quote: two of its beams, standing: asserted, value: two}\n"
        "B: {quote: three damaged beams, standing: asserted, value: three}\n"
        "relation: conflict",
    ),
    rule(
        "SS432",
        "Agreement in different words",
        why="`agree` is for the same answer, `same-in-other-words` for the same meaning in other words. "
        "Students sort claims into these, so the key should not mix them up.",
        mend="write `same-in-other-words`. If the two wordings count as one, list the other under `accept:`.",
        example="A: {quote: the crew, standing: asserted, value: the crew, accept: [the sailors]}",
    ),
    rule(
        "SS433",
        "A difference in certainty that the notes do not show",
        why="One report is said to be surer than the other, but both have the same standing and the same "
        "limiting words. The key could not say where the difference lies.",
        mend="add the marker that makes one of them less sure, or correct a standing or the relation.",
        example="A: {quote: will reopen in June, standing: asserted}\n"
        "B: {quote: may reopen in June, standing: hedged}",
    ),
    rule(
        "SS434",
        "Relations that do not name every pair of reports",
        why="With three or four reports, each pair may stand differently. `relation` then names every pair "
        "once, by two letters in the order of the alphabet; only a pair in which both are silent is left "
        "out.",
        mend="add the missing pair, or correct the letters.",
        example="reports: {A: courier, B: radio, C: gazette}\nrelation: {AB: agree, AC: conflict, BC: conflict}",
    ),
    rule(
        "SS435",
        "A marker that limits a claim its report does not make",
        why="A marker makes a claim less or more sure in the report where it stands. The dossier says that "
        "this report does not make the claim, so one of the two is wrong.",
        mend="name the claim that these words really limit, leave `limits` out, or correct the claim in "
        "dossier.yaml.",
        example="B: {quote: may reopen in June, standing: hedged}     # not `B: absent`\n"
        "# notes of B:  {id: may-june, text: may, kind: modal, limits: reopening-date}",
    ),
    rule(
        "SS436",
        "A loaded word without a neutral one",
        why="Where a word is loaded beyond dispute, students replace it and the key lists what to accept. "
        "Without neutral words there is nothing to accept.",
        mend="add one or more under `neutral:`. If careful readers could disagree that the word is loaded, "
        "write `arguable: true`.",
        example="- {id: blunder, text: blunder, neutral: [mistake, error], voice: writer, arguable: false}",
    ),
    rule(
        "SS437",
        "A neutral word that is the loaded one",
        why="The key would accept the very word that students were asked to replace.",
        mend="give words that say the same without the judgement.",
        example="- {id: blunder, text: blunder, neutral: [mistake], voice: writer, arguable: false}",
    ),
)
