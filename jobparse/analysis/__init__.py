"""Questions over posts and over many records."""
