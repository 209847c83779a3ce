"""What failed for a reason that nobody foresaw, as administrators look at it. Absent: the failing things themselves, which
lie in storage as they came.
"""
