"""What may reach a terminal, and what comes from it: safe text, standard streams, signals."""
