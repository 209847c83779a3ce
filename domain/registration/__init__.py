"""Agencies register (docs/registration.md): the door, the registration, its decision. Absent: agencies that a manager sets
up himself (`domain.people.organising`).
"""
