"""Driver of the terminal that survives bytes which no terminal sends: they are dropped, and the next key counts."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver


class LenientDriver(LinuxDriver):
    """Textual's driver with another answer to invalid input: a number that is no character, text that is not UTF-8."""

    def run_input_thread(self) -> None:
        """Read keys until the program ends."""
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):
                continue  # what was read with them is lost; a new parser begins
            return
