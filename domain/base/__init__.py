"""What every matter stands on.

    errors, events, rights        an expected no, what happened, who may how far
    policy/, calendar             what the vendor decided, and the days and hours by it
    dates, quantities, labels …   how what people type is read, whatever it is for
    work                          the unit of work: what a use-case may touch in one transaction

Absent: any matter. `work` alone names their ports, for a transaction has them all; import-linter holds the rest to it.
"""
