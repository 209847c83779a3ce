"""What is told because its time has come: the digest of what is due, and announcements to all who are to read them."""
