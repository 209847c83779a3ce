"""出货统计: what was sold or shipped, by month, customer, model and whoever stands behind it (docs/statistics.md).

Absent: orders themselves (`domain.orders`), what will be sold, and how a figure is shown (`dialogs.statistics`).
"""
