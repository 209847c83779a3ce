"""Company names: same, look-alike, different.

    text → parts → readings → score → compare      terms: under what a name is found in an index

Deliberately absent: the index itself (`storage.names.index`), what a look-alike means for a report
(`domain.conflicts`), aliases that can't be derived from a name (they are known, in storage), any learning from data.
"""

from domain.names.compare import Comparison, Verdict, alike, compare
from domain.names.parts import Parts, parse
from domain.names.reasons import Reason
from domain.names.score import Bearers
from domain.names.text import same_key

__all__ = ["Bearers", "Comparison", "Parts", "Reason", "Verdict", "alike", "compare", "parse", "same_key"]
