"""客户联系人: listed, added, changed, sent as Telegram's contacts. Absent: what a vCard or a line says (`domain.counterparts`)."""
