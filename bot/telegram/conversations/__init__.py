"""The talks that remember where a person is."""
