"""`python -m benchmarks.names`."""

import sys

from benchmarks.names import main

main(sys.argv[1:])
