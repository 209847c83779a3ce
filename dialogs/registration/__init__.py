"""代理商注册, before there is an account and before its approvers. Absent: rules (`domain.registration`)."""
