"""问渠道经理: what an agency's people ask its manager about a record, and his answers. Absent: threads themselves
(`domain.threads`), and how a request is brought before whom (`domain.approvals`)."""
