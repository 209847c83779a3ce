"""`python -m benchmarks.year`."""

import sys

from benchmarks.year import main

main(sys.argv[1:])
