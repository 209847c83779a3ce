"""A bot killed at random moments against a Telegram that fails: `python -m tests.faults`, `make faults`.

    __main__ / test_faults      how long, which seed, which database, how many replicas
    executioner                 starts children, kills them, stops them for a while, cuts their connections
    telegram                    the parent's own small Telegram: it records what it accepted
    child                       a process with the real door, inbox, outbox and relay around a counting application
    invariants                  what must hold afterwards

Absent: power loss (kill -9 leaves the page cache), and the business (the stories' matter).
"""
