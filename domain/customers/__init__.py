"""Who a customer is: records and ports of customers, reports, appeals and corrections; which names mean the same; whose it is.

Absent: reporting one (`domain.reports`), keeping it (`domain.protection`), arguing about it (`domain.petitions`).
"""
