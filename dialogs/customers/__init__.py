"""我的客户: the list, a customer's card, who helps with it. Absent: rules (`domain.customers`)."""
