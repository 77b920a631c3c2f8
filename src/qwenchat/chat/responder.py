"""A local model as a server sees it: a chat request in, events out."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator

from qwenchat.chat.generation import settings_from
from qwenchat.chat.model import ChatModel
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.events import Event
from qwenchat.protocol.responder import About, ChoiceEvent


class LocalResponder:
    """A `Responder` over a model in this process."""

    def __init__(self, model: ChatModel, tokenizer: ChatTokenizer) -> None:
        self._model = model
        self._tokenizer = tokenizer

    @property
    def about(self) -> About:
        """What the model can do."""
        return About(
            self._model.engine.n_positions, self._tokenizer.thinks, calls_tools=self._tokenizer.tooling is not None
        )

    async def stream(self, request: ChatRequest) -> AsyncGenerator[ChoiceEvent]:
        """The answers' events as they come; see `Responder`."""
        answers = [self._answer(request, i) for i in range(request.n)]
        async for event in _together(answers):
            yield event

    def _answer(self, request: ChatRequest, i: int) -> AsyncIterator[Event]:
        sampling = dict(request.sampling)
        if i and sampling.get("seed") is not None:
            sampling["seed"] = int(str(sampling["seed"])) + i
        most = [n for n in (request.max_tokens, request.max_completion_tokens) if n is not None]
        if most:
            sampling["max_new_tokens"] = min(most)
        settings = settings_from(self._model.generation_config, None, sampling)
        return self._model.answer(self._tokenizer, request, settings)


async def _together(answers: list[AsyncIterator[Event]]) -> AsyncIterator[ChoiceEvent]:
    """The events of all answers, as they come; all are closed when this is."""
    waiting = {asyncio.ensure_future(anext(answer)): i for i, answer in enumerate(answers)}
    try:
        while waiting:
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                i = waiting.pop(task)
                try:
                    event = task.result()
                except StopAsyncIteration:
                    continue
                waiting[asyncio.ensure_future(anext(answers[i]))] = i
                yield i, event
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        for answer in answers:
            await answer.aclose()  # type: ignore[attr-defined]
