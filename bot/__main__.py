"""`python -m bot`, the same as `randevu`."""

from bot.cli import main

main()
