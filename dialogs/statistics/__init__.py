"""Dialogs of 出货统计: one page of figures, what it is asked, and a sentence that opens it.

Absent: how figures are added up (`domain.statistics`), pictures and files of them.
"""
