"""Dialogs of 订单预期: what is expected, by group and layer; how far off that was; where it doesn't fit.

Absent: how it is reckoned and frozen (`domain.forecast`).
"""
