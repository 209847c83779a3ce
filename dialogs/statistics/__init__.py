"""Dialogs of 出货统计: one page of figures, their picture, what they are asked, and a sentence that opens them.

Absent: how figures are added up (`domain.statistics`), drawing and laying them into sheets (`notifications.jobs`).
"""
