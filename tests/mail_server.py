"""A mail server that can be well or hang, for the outbox."""

import socket
import threading
import time

ANSWERS = {b"EHLO": b"250 here\r\n", b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}


class MailServer:
    """As little SMTP as a message needs; `mood` is « well » or « hanging »."""

    def __init__(self) -> None:
        self.mood, self.received = "well", []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        while True:
            try:
                caller, _address = self.door.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(caller,), daemon=True).start()

    def _talk(self, caller: socket.socket) -> None:
        if self.mood == "hanging":
            time.sleep(5)
            return
        with caller, caller.makefile("rb") as lines:
            caller.sendall(b"220 here\r\n")
            for line in lines:
                caller.sendall(ANSWERS.get(line[:4].upper(), b"250 well\r\n"))
                if line[:4].upper() == b"DATA":
                    self.received.append(b"".join(iter(lines.readline, b".\r\n")))
                    caller.sendall(b"250 kept\r\n")
