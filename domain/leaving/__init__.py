"""Who leaves, and what becomes of all he had: people, agencies, customers that change hands. It reaches into every matter, so it
stands above them. Absent: coming (`domain.people.joining`).
"""
