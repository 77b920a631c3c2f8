"""A terminal with a program in it: keys in, and what a person would see."""

import time

import pexpect
import pyte

PATIENCE_S = 60.0  # a busy machine is slow, not wrong


class Terminal:
    """`command` in a pseudo-terminal; `raw` is all it has written, `text` what stands on the screen."""

    def __init__(self, command: list[str], env: dict[str, str], columns: int = 100, rows: int = 60) -> None:
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(command[0], command[1:], env=env, dimensions=(rows, columns), echo=False)
        self.child.delaybeforesend = None
        self._screen.write_process_input = self.child.send  # it asks where the cursor is

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def type(self, keys: str) -> None:
        self.child.send(keys)

    def wait_for(self, words: str, times: int = 1) -> None:
        """Until the screen shows `words` as often as said."""
        self._read_until(lambda: self.text.count(words) >= times, words)

    def prompt(self, number: int = 1) -> None:
        """Until a new, empty line is asked for, and it is at least the `number`th."""
        self._read_until(lambda: self._n_prompts >= number and self.text.split("\n")[-1] == ">", "a prompt")

    @property
    def _n_prompts(self) -> int:
        return self.raw.count(b"\x1b[?2004h")  # pasting is switched on where a line is asked for

    def send(self, line: str) -> str:
        """Type a line, and the screen when its answer is there."""
        self.prompt()
        number = self._n_prompts + 1
        self.type(line + "\r")
        self.prompt(number)
        return self.text

    def end(self) -> int:
        """Until the program is gone; its exit status."""
        self._read_until(lambda: not self.child.isalive(), "the end")
        return self.child.exitstatus

    def close(self) -> None:
        self.child.close(force=True)

    def _read_until(self, done, what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < deadline, f"waited in vain for {what!r}; the screen:\n{self.text}"
            try:
                said = self.child.read_nonblocking(1 << 16, 0.05)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                self.child.wait()
                continue
            self.raw += said
            self._stream.feed(said)
