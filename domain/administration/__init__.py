"""What administrators look into: how the desk stands, what the administration changed, who tried what he may not, the policy.

Absent: what they do, which is each matter's own.
"""
