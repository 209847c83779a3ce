"""直供客户: the vendor's own accounts, which nobody may report.

    records → keeping (add, remove, the list's import) · views

One is a customer like any other with a mark of its own, so that names, codes, aliases and look-alikes are looked up by the
one rule. The asker hears 暂不可报备 as for any held customer; why it is so, the vendor's people see. Deliberately absent: any
answer of its own to an asker.
"""
