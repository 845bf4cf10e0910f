"""From a file or stream to an ``Article``: decoding, cleaning, paragraphs and their roles, sentences."""
