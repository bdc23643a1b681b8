"""Echo or evidence: the answer is the probe's own, and every answer is offered."""

import pytest
from changes import made, right, shortage, with_claim, wrong
from story import story

DOSSIER = story()


@pytest.mark.parametrize(
    ("probe", "begins"),
    [("laboratory", "Yes"), ("second-paper", "No"), ("plan", "No"), ("blog", "We cannot tell")],
)
def test_known_answers(probe: str, begins: str) -> None:
    item = made("echo_or_evidence", DOSSIER, probe)
    assert [text.startswith(begins) for text in right(item)] == [True]
    assert len(wrong(item)) == 2
    assert item.key.rationale == next(p.why for p in DOSSIER.probes if p.id == probe)


def test_misreadings_fit_the_right_answer() -> None:
    echo = made("echo_or_evidence", DOSSIER, "second-paper").key.misreadings.values()
    evidence = made("echo_or_evidence", DOSSIER, "laboratory").key.misreadings.values()
    assert not set(echo) & set(evidence)


def test_probe_needs_a_claim_in_words() -> None:
    assert shortage("echo_or_evidence", with_claim(DOSSIER, "harmless", statement=None), "blog") == "no-statement"
    gone = DOSSIER.model_copy(update={"claims": ()})
    assert shortage("echo_or_evidence", gone, "blog") == "no-claim"
