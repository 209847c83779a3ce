"""反馈 on screens: given, answered, read. Absent: what files and messages of a thread look like (`dialogs.shared.thread`)."""
