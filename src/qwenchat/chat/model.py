"""A loaded model that chats: `chat`, `chat_stream`, and the messages-level `stream` underneath both."""

import warnings
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from qwenchat.chat.answer import aevents_of, events_of
from qwenchat.chat.asking import KEYWORDS, request_from
from qwenchat.chat.batch import answer_all, checked_questions
from qwenchat.chat.generation import GenerationConfig, Settings, settings_from
from qwenchat.chat.history import Turn, checked_history, checked_query, messages_from, within_window
from qwenchat.chat.preparing import continued, prepared
from qwenchat.chat.tokenizer import ChatTokenizer
from qwenchat.chat.warned import AnswerCut, TurnsDropped
from qwenchat.engine import Engine, Request, Token
from qwenchat.protocol import ChatRequest
from qwenchat.protocol.errors import InvalidValue
from qwenchat.protocol.events import Answer, Event, Finish
from qwenchat.protocol.sampling import Sampling

if TYPE_CHECKING:
    from qwenchat.chat.rounds import CallResult

DEFAULT_SYSTEM = "You are a helpful assistant."


class ChatModel:
    """What `AutoModelForCausalLM.from_pretrained` gives."""

    def __init__(
        self,
        engine: Engine,
        generation_config: GenerationConfig,
        name_or_path: str,
        adapters: Sequence[str] = (),
        adapter: str | None = None,
    ) -> None:
        """`adapters`: the names of the engine's; `adapter`: the one for answers that don't say."""
        self.engine = engine
        self.generation_config = generation_config
        self.name_or_path = name_or_path
        self.adapters = tuple(adapters)
        self._adapter = adapter

    def eval(self) -> "ChatModel":
        """The model itself: it never trains."""
        return self

    def __repr__(self) -> str:
        return f"ChatModel({self.name_or_path!r}, context of {self.engine.n_positions} tokens)"

    def chat(
        self,
        tokenizer: ChatTokenizer,
        query: str,
        history: Sequence[Turn] | None = None,
        system: str | None = DEFAULT_SYSTEM,
        stop_words_ids: Sequence[Sequence[int]] | None = None,
        generation_config: object = None,
        **gen_kwargs: Any,
    ) -> tuple[str, list[Turn]]:
        """The whole answer to `query`, and a new history that ends with this exchange.

        `history`: (user, assistant) pairs, oldest first. `system`: None for the template's own default, "" for
        an empty system turn. `stop_words_ids`: id sequences that end the answer and are cut from it. Generation
        parameters as keywords or in `generation_config`; `chat_format="raw"`, the default of the first Qwen's base
        checkpoints, sends `query` and nothing else; `adapter`, one of `adapters`. Further keywords are those of
        `chat.asking.KEYWORDS`, for thinking (docs/thinking.md) and tools (docs/tools.md). Raises InvalidValue for a
        value that can't be served and ContextLengthError for a prompt that is too long; warns AnswerCut when the
        length ended the answer.
        """
        turns = checked_history(history)
        answer = ""
        call = (tokenizer, query, turns, system, stop_words_ids, generation_config)
        for answer in self._growing(*call, gen_kwargs, caller=3):  # noqa: B007 (the last one is the answer)
            pass
        return answer, [*turns, (query, answer)]

    def chat_batch(
        self,
        tokenizer: ChatTokenizer,
        queries: Sequence[str],
        histories: Sequence[Sequence[Turn] | None] | None = None,
        system: str | None = DEFAULT_SYSTEM,
        stop_words_ids: Sequence[Sequence[int]] | None = None,
        generation_config: object = None,
        **gen_kwargs: Any,
    ) -> list[tuple[str, list[Turn]]]:
        """What `chat` gives for each query and its history, in order, all answered side by side.

        A progress bar shows where stderr is a terminal. Other arguments, errors and warnings as for `chat`.
        """

        def begin(query: str, turns: list[Turn]) -> Iterator[str]:
            call = (tokenizer, query, turns, system, stop_words_ids, generation_config)
            return self._growing(*call, gen_kwargs, caller=4)

        return answer_all(begin, checked_questions(queries, histories))

    def chat_stream(
        self,
        tokenizer: ChatTokenizer,
        query: str,
        history: Sequence[Turn] | None = None,
        system: str | None = DEFAULT_SYSTEM,
        stop_words_ids: Sequence[Sequence[int]] | None = None,
        generation_config: object = None,
        **gen_kwargs: Any,
    ) -> Iterator[str]:
        """The answer as it grows: each value is the whole text so far. Arguments and errors as for `chat`."""
        return self._growing(tokenizer, query, history, system, stop_words_ids, generation_config, gen_kwargs, caller=2)

    def stream(
        self,
        tokenizer: ChatTokenizer,
        messages: Sequence[Mapping[str, Any]],
        *,
        generation_config: object = None,
        **keywords: Any,
    ) -> Iterator[Event]:
        """The events of the answer to `messages` ({"role", "content"}), the last of them one Finish.

        Reasoning and Answer carry new characters only, CallStart and CallArguments the tool calls; closing the
        iterator stops the answer. `keywords` and errors as for `chat`.
        """
        request, settings = self._asked(messages, generation_config, keywords)
        asked, answering = prepared(self.engine, tokenizer, request, settings)
        return events_of(self.engine.stream(asked), answering)

    def run(
        self,
        tokenizer: ChatTokenizer,
        messages: Sequence[Mapping[str, Any]],
        tools: Sequence[Callable[..., Any]],
        *,
        max_rounds: int = 8,
        **keywords: Any,
    ) -> "Iterator[Event | CallResult]":
        """Answer `messages` with Python functions as `tools`, running what the model calls until it has an answer.

        Every event of every round comes, and a CallResult for each call. After `max_rounds` rounds of calls the
        model must answer without them. `keywords` and errors as for `chat`; a function without types is InvalidValue.
        """
        from qwenchat.chat.rounds import rounds

        def ask(told: Sequence[Mapping[str, Any]], may_call: bool) -> Iterator[Event]:
            choice = keywords if may_call else {**keywords, "tool_choice": "none"}
            return self.stream(tokenizer, told, tools=list(tools), **choice)

        return rounds(ask, messages, tools, max_rounds)

    def astream(
        self,
        tokenizer: ChatTokenizer,
        messages: Sequence[Mapping[str, Any]],
        *,
        generation_config: object = None,
        **keywords: Any,
    ) -> AsyncGenerator[Event]:
        """`stream` for an event loop."""
        request, settings = self._asked(messages, generation_config, keywords)
        return self.answer(tokenizer, request, settings)

    def answer(self, tokenizer: ChatTokenizer, request: ChatRequest, settings: Settings) -> AsyncGenerator[Event]:
        """The events of one answer to a request that is checked already."""
        asked, answering = prepared(self.engine, tokenizer, request, settings)
        return aevents_of(self.engine.astream(asked), answering)

    def _asked(
        self, messages: Sequence[Mapping[str, Any]], generation_config: object, keywords: Mapping[str, Any]
    ) -> tuple[ChatRequest, Settings]:
        settings = self.settings(generation_config, keywords)
        if keywords.get("max_window_size") is not None:
            raise InvalidValue("max_window_size", keywords["max_window_size"], "it belongs to chat() and its history")
        return request_from(self.name_or_path, messages, keywords), settings

    def settings(self, generation_config: object, keywords: Mapping[str, Any]) -> Settings:
        """How an answer with these keywords is generated; those that say what is asked are passed over."""
        own = {name: value for name, value in keywords.items() if name not in KEYWORDS}
        made = settings_from(self.generation_config, generation_config, own)
        return replace(made, adapter=self._number(keywords.get("adapter")))

    def _number(self, adapter: object) -> int | None:
        """Which of the adapters it is; None is the model's default."""
        chosen = self._adapter if adapter is None else adapter
        if chosen is None:
            return None
        if chosen not in self.adapters:
            allowed = f"those loaded are {', '.join(map(repr, self.adapters))}" if self.adapters else "none is loaded"
            raise InvalidValue("adapter", chosen, allowed)
        return self.adapters.index(str(chosen))

    def generate_ids(
        self, prompt_ids: Sequence[int], *, stop_ids: Sequence[int] = (), ignore_eos: bool = False, **gen_kwargs: Any
    ) -> Iterator[int]:
        """The ids that follow `prompt_ids`, greedily unless sampling is asked for: for tools and measurements."""
        number = self._number(gen_kwargs.pop("adapter", None))
        sampling = Sampling.from_mapping({"temperature": 0.0, **gen_kwargs})
        eos = () if ignore_eos else settings_from(self.generation_config, None, {}).eos_ids
        events = self.engine.stream(Request(prompt_ids, sampling, frozenset((*stop_ids, *eos)), adapter=number))
        return (event.id for event in events if isinstance(event, Token))

    def _growing(
        self,
        tokenizer: ChatTokenizer,
        query: str,
        history: Sequence[Turn] | None,
        system: str | None,
        stop_words_ids: Sequence[Sequence[int]] | None,
        generation_config: object,
        gen_kwargs: Mapping[str, Any],
        caller: int,
    ) -> Iterator[str]:
        """The answer so far, again and again; warnings name the line `caller` frames up, which is the user's."""
        turns, query = checked_history(history), checked_query(query)
        if system is not None and not isinstance(system, str):
            raise InvalidValue("system", system, "a text or None is needed")
        stops = {} if stop_words_ids is None else {"stop_words_ids": stop_words_ids}
        settings = self.settings(generation_config, {**gen_kwargs, **stops})
        if settings.is_raw:
            asked, answering = continued(self.engine, tokenizer, query, settings)
            return _texts(events_of(self.engine.stream(asked), answering), caller)
        if settings.max_window_size is not None:
            turns = self._within(settings.max_window_size, tokenizer, turns, system)
        request = request_from(self.name_or_path, messages_from(system, turns, query), gen_kwargs)
        asked, answering = prepared(self.engine, tokenizer, request, settings)
        return _texts(events_of(self.engine.stream(asked), answering), caller)

    def _within(
        self, max_window_size: int, tokenizer: ChatTokenizer, turns: list[Turn], system: str | None
    ) -> list[Turn]:
        kept = within_window(turns, system, max_window_size, lambda text: len(tokenizer.vocabulary.encode_text(text)))
        if len(kept) < len(turns):
            warnings.warn(
                f"{len(turns) - len(kept)} of {len(turns)} turns fell out of max_window_size={max_window_size}"
                " and were not sent",
                TurnsDropped,
                stacklevel=4,  # past _growing and the public method
            )
        return kept


def _texts(events: Iterator[Event], caller: int) -> Iterator[str]:
    """The answer so far, at each of its events; at least one value."""
    said, shown = "", None
    try:
        for event in events:
            if isinstance(event, Answer) and event.text:
                said += event.text
                shown = said
                yield said
            elif isinstance(event, Finish) and event.reason == "length":
                warnings.warn(
                    f"the answer was cut after {event.n_generated} tokens (finish reason: length)",
                    AnswerCut,
                    stacklevel=caller,
                )
        if shown is None:
            yield said
    finally:
        events.close()  # type: ignore[attr-defined]
