"""What the program does by itself: telling people, letting things lapse."""
