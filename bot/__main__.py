"""`python -m bot …` is `baobei …`."""

from bot.cli import main

main()
