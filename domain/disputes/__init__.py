"""Disputes about customers: what happened over all agencies, and the pack that shows it. Absent: appeals and who judges them
(`domain.petitions`)."""
