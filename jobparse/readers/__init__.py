"""Small readers of phrases: each takes a text and gives a value, or nothing."""
