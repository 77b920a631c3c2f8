"""A local model as a server sees it: a request in, events out."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Sequence, Sized
from contextlib import aclosing
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from qwenchat.chat.answer import Answering, aevents_of
from qwenchat.chat.catalogued import n_total
from qwenchat.chat.completing import completion
from qwenchat.chat.generation import Settings
from qwenchat.chat.model import ChatModel
from qwenchat.chat.preparing import needs_guide, prepared
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.engine import Request
from qwenchat.prompts.translation import translation_prompt
from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.completion_request import CompletionRequest
from qwenchat.protocol.events import Event
from qwenchat.protocol.figure import Figure
from qwenchat.protocol.responder import About, ChoiceEvent
from qwenchat.protocol.sampling import Sampling

Prepared: TypeAlias = tuple[Request, Answering]

QUICK = 1000  # characters: rendered and tokenised in half a millisecond
FEW = 16  # messages, stop words, biases
_OWN = ("stop", "logit_bias")  # of a request's sampling: not for a generation config


class LocalResponder:
    """A `TokenResponder` over a model in this process."""

    def __init__(self, model: ChatModel, tokenizer: ChatTokenizer) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._adapters = {name.lower(): name for name in model.adapters}  # whoever asks for such a model gets it

    @property
    def about(self) -> About:
        """What the model can do."""
        return About(
            self._model.engine.n_positions, self._tokenizer.thinks, calls_tools=self._tokenizer.tooling is not None
        )

    @property
    def progress(self) -> int:
        """A number that grows whenever the model computes anything."""
        return self._model.engine.progress

    @property
    def figures(self) -> list[Figure]:
        """What the engine has done so far."""
        return self._model.engine.figures

    @property
    def broken(self) -> Exception | None:
        """Why it can't answer any more; None as long as it can."""
        return self._model.engine.dead

    def stream(self, request: ChatRequest) -> AsyncGenerator[ChoiceEvent]:
        """The answers' events as they come; see `Responder`."""
        plain = _plain(request)

        def prepare(i: int) -> Prepared:
            return prepared(self._model.engine, self._tokenizer, plain, self._settings(request, i))

        return self._answers(prepare, request)

    async def close(self) -> None:
        """End the engine and its thread. The memory goes with the last one who holds this responder."""
        await asyncio.to_thread(self._model.engine.close)  # it may have something to write to the disk

    def complete(self, request: CompletionRequest) -> AsyncGenerator[ChoiceEvent]:
        """The text that goes on from a prompt; see `TokenResponder`."""

        def prepare(i: int) -> Prepared:
            return completion(self._tokenizer, request, self._settings(request, i))

        return self._answers(prepare, request)

    def prompt_ids(self, request: ChatRequest) -> list[int]:
        """The ids of a request's prompt, as the model is given them."""
        asked, _ = prepared(self._model.engine, self._tokenizer, _plain(request), self._settings(request, 0))
        return list(asked.prompt)

    def text_ids(self, text: str) -> list[int]:
        """The ids of plain text, in which no special token exists."""
        return self._tokenizer.vocabulary.encode_text(text)

    async def _answers(
        self, prepare: Callable[[int], Prepared], request: ChatRequest | CompletionRequest
    ) -> AsyncGenerator[ChoiceEvent]:
        until = None if request.time_limit_s is None else time.monotonic() + request.time_limit_s
        prepare_all = partial(_all_of, prepare, request.n)
        # A long prompt or a new grammar takes its time, and others' tokens must go out.
        asked = prepare_all() if is_quick(request) else await asyncio.to_thread(prepare_all)
        engine = self._model.engine
        if request.n == 1:  # nearly always; a task for each token would cost more than the token's frame
            async with aclosing(aevents_of(engine.astream(asked[0][0]), asked[0][1], until)) as events:
                async for event in events:
                    yield 0, event
            return
        answers = [aevents_of(engine.astream(ids), answering, until) for ids, answering in asked]
        async with aclosing(_together(answers)) as events_of_all:
            async for choice_event in events_of_all:
                yield choice_event

    def _settings(self, request: ChatRequest | CompletionRequest, i: int) -> Settings:
        """The settings of the i-th answer: each has a seed of its own."""
        given = {name: value for name, value in request.sampling.items() if name not in _OWN}
        if i and given.get("seed") is not None:
            given["seed"] = int(str(given["seed"])) + i
        given["max_new_tokens"] = n_total(request) if isinstance(request, ChatRequest) else request.max_tokens
        adapter = self._adapters.get(request.model.lower())
        settings = self._model.settings(None, {**given, "adapter": adapter})
        own = Sampling.from_mapping({name: request.sampling.get(name) for name in _OWN})
        sampling = replace(
            settings.sampling,
            stop=own.stop,
            stop_ids=own.stop_ids,
            logit_bias=own.logit_bias,
            n_logprobs=request.n_logprobs,
        )
        return replace(settings, sampling=sampling, stop_words_ids=[*settings.stop_words_ids, *map(list, own.stop_ids)])


def _plain(request: ChatRequest) -> ChatRequest:
    """The request with a translation asked for in words; thinking would add nothing to one."""
    if request.translation is None:
        return request
    text = translation_prompt(str(request.messages[0]["content"]), request.translation)
    thinking = request.thinking if request.thinking.enable is not None else replace(request.thinking, enable=False)
    return replace(request, messages=({"role": "user", "content": text},), thinking=thinking)


def _all_of(prepare: Callable[[int], Prepared], n: int) -> list[Prepared]:
    return [prepare(i) for i in range(n)]


def is_quick(request: ChatRequest | CompletionRequest) -> bool:
    """Whether a request is surely prepared in a moment: then a thread would cost more than it keeps from others."""
    if any(isinstance(given := request.sampling.get(name), Sized) and len(given) > FEW for name in _OWN):
        return False
    if isinstance(request, CompletionRequest):
        return len(request.prompt) + len(request.suffix or "") <= QUICK
    if request.tools or request.template_keywords or request.translation or needs_guide(request):
        return False
    said = [m["content"] for m in request.messages if m.keys() == {"role", "content"}]
    texts = [text for text in said if isinstance(text, str)]
    return len(texts) == len(request.messages) <= FEW and sum(map(len, texts)) <= QUICK


async def _together(answers: Sequence[AsyncGenerator[Event]]) -> AsyncGenerator[ChoiceEvent]:
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
            await answer.aclose()
