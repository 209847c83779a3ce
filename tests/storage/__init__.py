"""The storage's contract, on both databases. Absent: stories (`tests/scenarios`), processes killed (`tests/faults`)."""
