"""People: accounts, agencies, units, invitations, and who stands in for whom.

Absent: leaving and handing over (`domain.leaving`, which reaches into every matter), and how a stranger becomes an agency
(`domain.registration`).
"""
