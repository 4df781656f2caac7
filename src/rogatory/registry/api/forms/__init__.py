"""What an act asks to be told, as the API takes it."""
