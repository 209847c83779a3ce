"""申诉 and 更正: forms and cards. Absent: rules (`domain.petitions`)."""
