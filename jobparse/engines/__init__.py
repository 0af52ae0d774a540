"""Who parses many posts."""
