"""The command line: `baobei …`, a module a group of commands. Absent: anything that the chat does, too."""
