"""Runs of capitalised words -> names with their kind, as far as the words themselves tell it."""

from generator.draft.names.judge import Found, ended, found, titled, unknown
from generator.draft.names.lists import Names, names, word_set
from generator.draft.names.match import DEPARTMENTS, goes_on, joined, known, place_at, reach
from generator.draft.names.runs import Run
from generator.draft.names.titles import modifiers

_SUFFIXES = word_set("suffixes")
_SURNAMES = word_set("title-or-surname")
_TRADES = word_set("trade-or-surname")
_OPENERS = word_set("name-openers")
_PAPERS = word_set("paper-days")
_SIDES = word_set("sides")
_JOINED = 20
"""Words of a run that goes on over 'of', at most."""
_LONGEST = 6
"""Words of a person's name at most."""


class Parser:
    """Reads runs one after the other; a name may go on over 'of' into the next one.

    `common` are the words of the text as they stand in it: a word at the start of a sentence that the text also
    has without a capital is taken for an ordinary one.
    """

    def __init__(self, raw: str, common: frozenset[str] | set[str]) -> None:
        self.raw, self.common = raw, common
        self.lists: Names = names()
        self.found: list[Found] = []

    def read(self, runs: list[Run]) -> list[Found]:
        """All names of the runs, in the order of the text."""
        i, count = 0, len(runs)
        while i < count:
            run = runs[i]
            i += 1
            if len(run) == 1 and self._single(run):
                continue
            while i < count and len(run) < _JOINED and goes_on(self.lists, self.raw, run, runs[i]):
                run = run + runs[i]
                i += 1
            self._run(run)
        return self.found

    def _single(self, run: Run) -> bool:
        """Whether one capitalised word is done with: a name of the lists, or surely none."""
        lists, token = self.lists, run[0]
        k = token.key
        if "-" in k and (self.raw[token.start + k.rfind("-") + 1].islower() or k[:2] in ("r-", "d-", "i-")):
            return True  # "Virginia-based"; the party in "(R-Ohio)"
        match = known(lists, run, 0)
        if match is not None:
            if match.kind != "demonym":
                self._add(found(match.kind, run, "list", 0.9 if token.weak and not token.upper else 0.94))
            return True
        if (lists.ordinary.get(k) == "opener" and not token.weak) or k in lists.demonyms:
            self._add(found("unknown", run, "ordinary", 0.3))
            return True  # perhaps the surname of somebody: "said White"
        return k in lists.ordinary or len(k) == 1 or k[-1].isdigit()

    def _run(self, run: Run) -> None:
        lists, n = self.lists, len(run)
        pos, title = 0, -1
        if run[0].weak and n > 1 and not run[0].upper:
            pos = self._first(run)
        while pos < n:
            token = run[pos]
            k = token.key
            match = known(lists, run, pos)
            if k in _PAPERS and pos + 2 == n and self._paper(run, pos):
                self._add(found("outlet", run[pos:], "day-and-name", 0.85))
                return
            if (
                match is None
                and lists.ordinary.get(k) == "function"
                and not (token.upper and len(k) > 2 and n == 1)
            ):
                pos, title = pos + 1, -1
                continue
            end = reach(lists, run, pos) if n - pos > 1 else -1
            if title >= 0 and end > pos and run[end].key not in lists.org_end:
                end = -1  # "Gov. Ada Deal"
            size = len(match.rest) + 1 if match else 0
            if end >= pos + size and end > pos:
                self._add(ended(lists, self.raw, run[pos : end + 1]))
                pos, title = end + 1, -1
            elif k in lists.titles and size < 2 and not token.upper and not self._surname(run, pos, title):
                title = pos if title < 0 else title
                pos = self._department(run, pos + 1)
                if pos == n and pos - title > 1:
                    self._add(found("office", run[title:pos], "capital-office", 0.75))
            elif pos + 1 < n and k in modifiers() and run[pos + 1].key in lists.titles:
                title = pos if title < 0 else title  # "Prime Minister", "Minority Leader"
                pos += 1
            elif match is None and k in _SIDES and pos + 1 < n and place_at(lists, run, pos + 1):
                size = place_at(lists, run, pos + 1) + 1
                self._add(found("place", run[pos : pos + size], "side-of-place", 0.92))
                pos, title = pos + size, -1
            elif match is not None and not (size == 1 and self._is_name(run, pos, title)):
                if match.kind != "demonym":
                    self._add(found(match.kind, run[pos : pos + size], "list", 0.95))
                    title = -1
                pos += size
            elif k in lists.demonyms and title < 0:
                pos += 1
            else:
                end = self._name_end(run, pos, title)
                part = run[pos:end]
                self._add(titled(lists, part, run[title:pos]) if title >= 0 else unknown(lists, part, self.common))
                pos, title = end, -1

    def _paper(self, run: Run, i: int) -> bool:
        """Whether 'the Sunday Beacon', 'the Evening Lamp' stands here."""
        start, after = run[i].start, run[i + 1].key
        plain = after not in self.lists.ordinary and after not in self.lists.titles and after not in self.common
        return plain and self.raw[max(0, start - 4) : start].lower() == "the "

    def _add(self, find: Found | None) -> None:
        if find is not None:
            self.found.append(find)

    @staticmethod
    def _department(run: Run, pos: int) -> int:
        """Behind 'Secretary of' the words 'Homeland Security'."""
        n = len(run)
        while pos < n and joined(run[pos - 1], run[pos]) and run[pos].key in DEPARTMENTS:
            pos += 1
            while pos < n and run[pos].key in DEPARTMENTS and not joined(run[pos - 1], run[pos]):
                pos += 1
        return pos

    def _surname(self, run: Run, i: int, title: int) -> bool:
        """Whether a title is somebody's surname here: 'Mr. King'."""
        if i + 1 < len(run) or title < 0 or run[i].key not in _SURNAMES:
            return False
        before = self.lists.titles.get(run[i - 1].key)
        return before is not None and before[0] == "address"

    def _first(self, run: Run) -> int:
        """Where a run at the start of a sentence begins to be a name."""
        lists = self.lists
        k, after = run[0].key, run[1].key
        if k in lists.titles or (known(lists, run, 0) is not None and lists.ordinary.get(k) != "function"):
            return 0
        if k in lists.ordinary:
            if k in _OPENERS and reach(lists, run, 0) > 0:
                return 0
            # "Water Board", but not "Former Ellerby Council" or "Police Commissioner Alder".
            return 0 if lists.ordinary[k] == "opener" and after in lists.org_end and len(run) == 2 else 1
        if k in lists.given:
            return 0
        return 1 if (after in lists.given and after not in lists.org_end) or k in self.common else 0

    def _is_name(self, run: Run, i: int, title: int) -> bool:
        """Whether a word that is also a place or a paper is part of a person's name here."""
        lists = self.lists
        if title >= 0:
            before = lists.titles.get(run[i - 1].key)
            return before is not None and before[0] == "address"
        if run[i].key not in lists.given or i + 1 >= len(run):
            return False
        after = run[i + 1].key
        plain = after not in lists.ordinary and after not in lists.titles and after not in lists.demonyms
        return plain and after not in lists.org_end and after not in lists.outlet_end

    def _name_end(self, run: Run, i: int, title: int) -> int:
        """Where the name that begins at a word ends."""
        lists, n = self.lists, len(run)
        j = i + 1
        while j < n and j - i < _LONGEST and self._belongs(run, i, j, title, lists):
            j += 1
        return j

    @staticmethod
    def _belongs(run: Run, i: int, j: int, title: int, lists: Names) -> bool:
        """Whether a word goes on with the name that began at `i`."""
        k, before, ends = run[j].key, run[j - 1].key, j + 1 == len(run)
        sort = lists.ordinary.get(k)
        if sort == "function" and k not in _SUFFIXES:
            return False
        given = before in lists.given
        if sort == "month":
            return ends and given  # "Theresa May"
        last = ends and (given or len(before) == 1 or title >= 0)
        if k in lists.titles:
            trade = ends and j == i + 1 and k in _TRADES and run[i].key not in lists.ordinary
            return trade or (last and ((given and j == i + 1) or k in _SURNAMES))
        if k in lists.demonyms:
            return last and j == i + 1 and len(before) > 1  # "Mark English"
        match = known(lists, run, j)
        return match is None or (last and not match.rest)
