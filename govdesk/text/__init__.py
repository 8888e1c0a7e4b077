"""Korean text: normalisation, particles, dates and numbers, morphemes."""
