"""What each tap, command and text does: parse, one use case, one view."""
