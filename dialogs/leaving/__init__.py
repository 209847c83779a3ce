"""停用, 更改账户类型, 合作状态: who leaves and what becomes of what he had. Absent: rules (`domain.leaving`)."""
