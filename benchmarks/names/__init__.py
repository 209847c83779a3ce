"""Company names measured: recall by kind of variation, false alarms, time and size, against what others would do.

    python -m benchmarks.names [NAMES] [--new NEW_NAMES] [--quick]

Without files it runs on invented names. Absent: any name of a real company.
"""
