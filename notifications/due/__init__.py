"""What is told because its time has come: the digest of what is due, and announcements to all who are to read them.

Deliberately absent: when it is time and how many go at once (`bot.process.duties`), and the sending itself (`notifications.sending`).
"""
