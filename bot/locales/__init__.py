"""The texts, one Fluent file a language."""
