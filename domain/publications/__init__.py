"""资料下载: documents that the vendor publishes for an audience. Absent: that a new one is announced (`domain.announcements`)."""
