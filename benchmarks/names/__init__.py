"""Company names measured: recall by kind of variation, false alarms, time and size, against what others would do.

    python -m benchmarks.names [NAMES] [--new NEW_NAMES] [--quick] [--no-postgres] [--no-peers]

NAMES is a text with a name a line, perhaps packed (.xz); `make bench` takes it from the environment (NAMES, NEW_NAMES).
Without, it runs on invented names. Absent: any name of a real company.
"""

from benchmarks.names.run import main

__all__ = ["main"]
