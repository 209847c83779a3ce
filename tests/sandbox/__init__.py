"""The sandbox against its promises: strict where Telegram is strict, and scriptable as documented."""
