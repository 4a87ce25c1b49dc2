"""What is true about appointments: values and pure functions, Python alone."""
