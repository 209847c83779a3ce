"""`python -m benchmarks.steps [ratio | growth | beside] …`: one part of it, or all."""

from __future__ import annotations

import sys

from benchmarks.steps import beside, growth, main, ratio

PARTS = {"ratio": lambda _: ratio(), "growth": growth.main, "beside": beside.main}

if __name__ == "__main__":
    if sys.argv[1:]:
        PARTS[sys.argv[1]](sys.argv[2:])
    else:
        main()
