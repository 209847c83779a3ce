"""Disputes for the vendor: what happened to a customer over all agencies. Absent: appeals and their judging (`dialogs.petitions`)."""
