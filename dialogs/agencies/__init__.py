"""代理商档案: the list, a file, its correction, and a change of name or code before its approvers. Absent: an agency's state and
manager (`dialogs.leaving`), its people (`dialogs.people`).
"""
