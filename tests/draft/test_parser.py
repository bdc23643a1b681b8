"""With a parser, confidence follows the grammar of the sentence; without one, nothing is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.draft import parser as parsing
from generator.draft.annotate import annotate
from generator.draft.attribution import attributions
from generator.draft.parser import NoParser, Parser, chosen, weighed
from generator.draft.text import Text

REPO = Path(__file__).resolve().parents[2]
TEXT = """\
The ferry will stay in port until Friday, a harbour official said on Monday.

Mayor Adela Torrance said the crew had found a crack in the hull. “We will not sail with a crack,” she said.

Torrance told the Quay Herald that divers would look at the hull again, and passengers were sent home."""


@pytest.fixture(scope="module")
def parser() -> Parser:
    if not parsing.available():
        assert "SECONDSOURCE_CI" not in os.environ, "the parser is to be tested under CI"
        pytest.skip("spaCy or its English model is not installed")
    found = parsing.load()
    assert found is not None
    return found


def test_no_parser_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MODELS", ("no_such_model",))
    monkeypatch.setenv("SECONDSOURCE_PARSER", "auto")
    parsing.load.cache_clear()
    try:
        assert not parsing.available()
        assert parsing.load() is None
        assert chosen("auto") is None
        with pytest.raises(NoParser) as none:
            chosen("on")
        assert "secondsource[parse]" in none.value.hint
    finally:
        parsing.load.cache_clear()


def test_off_means_off() -> None:
    assert chosen("off") is None


def test_reading_without_it_imports_nothing_heavy() -> None:
    code = (
        "import sys; from generator.draft.annotate import annotate; annotate('It is shut, said Kim Alder.');"
        "print([m for m in ('spacy', 'numpy', 'pydantic', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_parse_changes_confidence_and_nothing_else(parser: Parser) -> None:
    text = Text(TEXT)
    before = attributions(text)
    after = weighed(text, parser.parse(text), before)
    assert len(before) >= 3
    for one, other in zip(before, after, strict=True):
        assert (one.source, one.cue, one.content, one.rule) == (other.source, other.cue, other.content, other.rule)
        assert 0 < other.confidence < 1
    assert [a.confidence for a in before] != [a.confidence for a in after]


def test_a_plain_statement_gains(parser: Parser) -> None:
    text = Text("Mayor Adela Torrance said the crew had found a crack in the hull.")
    (before,) = attributions(text)
    (after,) = weighed(text, parser.parse(text), [before])
    assert after.confidence > before.confidence


def test_a_quotation_beside_an_unknown_verb_is_found(parser: Parser) -> None:
    text = Text("The crowd outside the ferry office hollered “No boat, no vote” until the mayor came.")
    assert not [a for a in attributions(text) if a.form == "direct"]
    (found,) = [a for a in weighed(text, parser.parse(text), []) if a.rule == "parsed-quotation"]
    assert text.text[slice(*found.content[0])] == "“No boat, no vote”"
    assert "crowd" in text.text[slice(*found.source[0])]
    assert found.confidence < 0.5


def test_sentences_are_those_of_the_rules(parser: Parser) -> None:
    text = Text(TEXT)
    parse = parser.parse(text)
    starts = {start for start, _ in text.sentences}
    roots = [parse.start[i] for i, dep in enumerate(parse.dep) if dep == "ROOT"]
    assert len(roots) >= len(starts)
    for span in text.sentences:
        inside = parse.within(span)
        assert all(parse.start[parse.head[i]] >= span[0] for i in inside)
        assert all(parse.start[parse.head[i]] < span[1] for i in inside)


@pytest.mark.parametrize("text", ["", " ", "word", "\u202bשלום\u202c", "a\x00b", "“" * 50, "said " * 300])
def test_any_text_is_parsed(parser: Parser, text: str) -> None:
    assert annotate(text, parser) is not None


def test_the_verb_takes_it_where_it_is_wanted(parser: Parser) -> None:
    assert parser is not None
    line = json.dumps({"id": 1, "text": TEXT})
    answers = []
    for wish in ("on", "off"):
        done = subprocess.run(
            [sys.executable, "-m", "generator", "annotate", "--jsonl", "--parser", wish],
            cwd=REPO,
            input=line,
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append([a["confidence"] for a in json.loads(done.stdout)["attributions"]])
    assert answers[0] != answers[1]
