"""Commands of the API: tokens, and the delivery of webhooks."""
