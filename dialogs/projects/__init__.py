"""项目: a customer's, and all of mine. Absent: rules (`domain.projects`)."""
