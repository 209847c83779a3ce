"""Rules of time on real records, without a chat: tables of who may when, walked day by day."""
