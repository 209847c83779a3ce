"""报备客户: the form, the report before its approver, my requests. Absent: rules (`domain.reports`)."""
