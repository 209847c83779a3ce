"""Orders: what was sold, to whom, for which project (the vendor's 销售记录).

    reading/    a message, a reply, a cell → what it says of an order
    listing/    a list of orders as a file: read, judged, logged, taken back

Absent: stock, invoices and payments; who may see whose order is `domain.base.rights`' and `domain.customers.scope`'s.
"""
