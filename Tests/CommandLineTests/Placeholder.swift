// Placeholder, to be removed with the first real file.
