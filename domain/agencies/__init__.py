"""An agency's file (代理商档案): what it is called and how it is reached, looked at, found and corrected. Absent: how an agency
comes (`domain.registration`), and how it is suspended, ends, or gets another manager (`domain.leaving`).
"""
