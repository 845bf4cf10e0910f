"""What the reader's keys do, one module a topic."""
