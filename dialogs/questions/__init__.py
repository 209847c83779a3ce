"""问渠道经理 on screens. Absent: the card before whoever is asked, which is that of any request (`dialogs.approvals`)."""
