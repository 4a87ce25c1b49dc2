"""Drawing: sketches become pictures, in a process of their own."""
