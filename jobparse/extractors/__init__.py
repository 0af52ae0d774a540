"""One module a field, or a family that is one thought. The order of the tuple is the order of reading, nothing more."""
