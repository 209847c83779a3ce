"""客户联系人: the people at a customer, whose names and numbers whoever sees the customer has (docs/counterparts.md). Absent: who has
the customer (`domain.customers`), and accounts, which none of them has."""
