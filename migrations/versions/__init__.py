"""One change each, in the order of their dates; code of the version before must still run."""
