"""What the project says of itself is true: README, wording, locks, packages, who knows whom, the forms' fields.

Absent: the rules of the business, which have tests of their own.
"""
