"""订单预期: what will be ordered, and how far off such figures were (docs/forecast.md).

Absent: what was ordered (`domain.statistics`), projects and orders themselves, and how a figure is shown
(`dialogs.forecast`).
"""
