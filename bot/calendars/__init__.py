"""Calendars elsewhere: asked for over the network, and read."""
