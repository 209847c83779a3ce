"""资料下载 on screens: published, found, fetched. Absent: the announcement of a new one (`dialogs.announcements`)."""
