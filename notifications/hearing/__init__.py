"""Who hears of an event and in which words, matter by matter; `table` has them all. Absent: how it goes out (`notifications.sending`)."""
