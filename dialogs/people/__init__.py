"""人员管理: who works here, invitations, units, deputies. Absent: leaving (`dialogs.leaving`)."""
