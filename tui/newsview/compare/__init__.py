"""What articles say beside each other, and an article in sum: pure functions of facts and text, without spaCy."""
