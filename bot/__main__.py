"""`python -m bot …` is `baobei …`."""

from bot.cli.main import main

main()
