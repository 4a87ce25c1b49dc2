"""The web side: health, readiness, the webhook."""
