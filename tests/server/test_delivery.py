"""Work that makes a reply, and the client it is for: silence, slowness and leaving."""

import asyncio

import pytest

from qwenchat.server import delivery
from qwenchat.server.delivery import ClientLeft, deliver
from qwenchat.server.exchange import Exchange


class Client:
    """The other end of an exchange: it keeps what it gets, may stop reading, and leaves when told."""

    def __init__(self) -> None:
        self.got: list[bytes] = []
        self.reads = True
        self.leaves = asyncio.Event()
        self.exchange = Exchange(self.send, "POST", "/v1/chat/completions", "openai")

    async def send(self, message) -> None:
        while not self.reads:
            await asyncio.sleep(0.01)
        self.got.append(message.get("body", b"head"))

    async def receive(self):
        await self.leaves.wait()
        return {"type": "http.disconnect"}


def test_a_silent_stream_gets_comments_and_is_begun_for_them() -> None:
    async def main() -> list[bytes]:
        client = Client()
        client.exchange.streamed = True

        async def work() -> None:
            await asyncio.sleep(0.25)
            await client.exchange.write(b"end", more=False)

        await deliver(work(), client.receive, client.exchange, idle_s=0.1)
        return client.got

    assert asyncio.run(main()) == [b"head", b": keep-alive\n\n", b": keep-alive\n\n", b"end"]


def test_a_whole_reply_gets_none() -> None:
    async def main() -> list[bytes]:
        client = Client()

        async def work() -> None:
            await asyncio.sleep(0.15)
            await client.exchange.reply(b"{}")

        await deliver(work(), client.receive, client.exchange, idle_s=0.05)
        return client.got

    assert asyncio.run(main()) == [b"head", b"{}"]


@pytest.mark.parametrize("how", ["leaves", "stops reading"])
def test_work_for_nobody_is_cancelled(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "SLOW_READER_S", 0.05)

    async def main() -> bool:
        client, cancelled = Client(), False

        async def work() -> None:
            nonlocal cancelled
            try:
                client.reads = how == "leaves"
                await client.exchange.begin_stream()
                client.leaves.set()
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                cancelled = True
                raise

        with pytest.raises(ClientLeft):
            await deliver(work(), client.receive, client.exchange, idle_s=0.1)
        return cancelled

    assert asyncio.run(main())
