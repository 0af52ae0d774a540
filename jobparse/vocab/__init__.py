"""Words as data: vocabulary files that a person can read and change, and the loaders that read them."""
