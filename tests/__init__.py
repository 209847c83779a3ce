"""The tests: stories in the words of the business, rules by tables and properties, contracts of drivers and storage.

Absent: mocks of our own code. Only the chat and the clock are stood in for.
"""
