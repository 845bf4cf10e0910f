"""Terminal output and signals: safe text, standard streams, signal handlers, wording helpers."""
