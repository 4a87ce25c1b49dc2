"""What people can do: (tx, wish, now) -> domain value, or a refusal raised. Touch only tx."""
