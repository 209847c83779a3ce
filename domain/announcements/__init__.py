"""Announcements (公告; docs/announcements.md). Absent: sending, batch by batch (`notifications`)."""
