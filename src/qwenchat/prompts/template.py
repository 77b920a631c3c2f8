"""A checkpoint's chat template: messages in, prompt pieces out."""

from collections.abc import Collection, Mapping
from types import CodeType
from typing import NoReturn

from jinja2 import Template, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from qwenchat.prompts.errors import TemplateError, TemplateRefusal
from qwenchat.prompts.limits import LimitReached, Limits
from qwenchat.prompts.marks import Marks, private_characters
from qwenchat.prompts.pieces import Piece
from qwenchat.prompts.rewrite import rewritten
from qwenchat.prompts.sandbox import Refused, Sandbox
from qwenchat.protocol import InvalidValue, Json, checked_messages, json_copy

_OURS = ("messages", "tools", "add_generation_prompt")

_CHATML_TOKENS = ("<|im_start|>", "<|im_end|>")
# The format of the first chat models, for a checkpoint that says nothing about its own.
_CHATML = """\
{%- if tools %}{{ raise_exception('this model has no chat template, and so no form for tools') }}{% endif -%}
{%- if messages[0].role != 'system' %}{{ '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n' }}{% endif -%}
{%- for message in messages -%}
    {%- if message.role == 'tool' or message.tool_calls %}
        {{- raise_exception('this model has no chat template, and so no form for tool calls') }}
    {%- endif -%}
    {{- '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}
{%- endfor -%}
{%- if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif -%}
"""


class ChatTemplate:
    """A chat template, read once, rendered as often as you like, from several threads if need be."""

    __slots__ = ("_code", "_limits", "_marks", "_reserved", "_source", "_tokens", "_variables")

    def __init__(
        self,
        source: str,
        special_tokens: Collection[str],
        variables: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> None:
        """Read the template `source` of a tokenizer with these special and added tokens.

        `variables` are the tokenizer's own, such as `eos_token`. Raises `TemplateError` for a broken template.
        """
        self._limits = limits or Limits()
        if len(source) > self._limits.source_chars:
            raise TemplateError(f"it is longer than {self._limits.source_chars} characters")
        self._source = source
        self._tokens = tuple(dict.fromkeys(special_tokens))
        self._variables = dict(variables or {})
        self._marks = self._marks_avoiding(set())
        self._reserved = frozenset(self._variables).union(Sandbox(self._marks, self._limits).globals)
        self._code = self._compiled(self._marks)

    def names(self) -> frozenset[str]:
        """What the template may read of a request: `messages`, `tools`, `enable_thinking` and the like."""
        sandbox = Sandbox(self._marks, self._limits)
        found = find_undeclared_variables(sandbox.parse(self._source))
        return frozenset(found.difference(sandbox.globals, self._variables))

    def render(
        self,
        messages: object,
        tools: object = None,
        add_generation_prompt: bool = True,
        **template_kwargs: object,
    ) -> list[Piece]:
        """The prompt: special tokens where the template wrote them, one run of text between any two.

        No text that came with the request becomes a special token, whatever it spells. Raises `InvalidValue`
        for input that can't be served, `TemplateRefusal` where the template itself refuses it, and
        `TemplateError` where the template fails or costs too much.
        """
        request: dict[str, Json] = {
            "messages": list[Json](checked_messages(messages)),
            "tools": _checked_tools(tools),
            "add_generation_prompt": add_generation_prompt,
        }
        for name, value in template_kwargs.items():
            self._check_name(name)
            request[name] = json_copy(value, name)
        marks, code = self._marks, self._code
        characters = private_characters(request)
        if marks.clashes(characters):
            marks = self._marks_avoiding(characters)
            code = self._compiled(marks)
        return marks.pieces(self._run(code, marks, request))

    def _marks_avoiding(self, characters: Collection[str]) -> Marks:
        own = private_characters([self._source, *self._variables.values()])
        try:
            return Marks(self._tokens, own.union(characters))
        except LookupError:
            raise InvalidValue(
                "messages", len(characters), "this many different private use characters leave none to work with"
            ) from None

    def _check_name(self, name: str) -> None:
        # A request that could set eos_token could write one.
        if name in self._reserved:
            raise InvalidValue(name, name, "this name is the template's own; leave it out")

    def _compiled(self, marks: Marks) -> CodeType:
        sandbox = Sandbox(marks, self._limits)
        try:
            return sandbox.compile(rewritten(sandbox.parse(self._source), marks), filename="<chat template>")
        except TemplateError:
            raise
        except TemplateSyntaxError as error:
            raise TemplateError(error.message or "a syntax error", error.lineno) from None
        except RecursionError:
            raise TemplateError("it is nested too deeply") from None
        except Exception as error:
            raise TemplateError(f"{type(error).__name__}: {error}") from error

    def _run(self, code: CodeType, marks: Marks, request: Mapping[str, Json]) -> str:
        sandbox = Sandbox(marks, self._limits)
        template = Template.from_code(sandbox, code, sandbox.globals)
        own = {name: marks.marked(value) for name, value in self._variables.items()}
        try:
            return sandbox.concat(template.root_render_func(template.new_context({**request, **own})))
        except Exception as error:
            _explain(error, template)


def default_template(special_tokens: Collection[str]) -> ChatTemplate:
    """ChatML as the first chat models had it, for a checkpoint without a template of its own.

    Raises `TemplateError` for a tokenizer without its tokens, which no chat model of the family lacks.
    """
    for token in _CHATML_TOKENS:
        if token not in special_tokens:
            raise TemplateError(f"the checkpoint has none, and its tokenizer has no {token}: not a chat model?")
    return ChatTemplate(_CHATML, special_tokens)


def _checked_tools(tools: object) -> Json:
    if tools is None:
        return None
    if not isinstance(tools, list | tuple) or not all(isinstance(tool, Mapping) for tool in tools):
        raise InvalidValue("tools", tools, "give a list of objects, each with a JSON schema")
    return json_copy(tools, "tools")


def _explain(error: Exception, template: Template) -> NoReturn:
    """Raise what went wrong in a template in our words, with the template's line."""
    line = _line(error, template)
    if isinstance(error, Refused):
        raise TemplateRefusal(str(error), line) from None
    if isinstance(error, LimitReached):
        raise TemplateError(str(error), line) from None
    if isinstance(error, RecursionError):
        raise TemplateError("it calls itself without end", line) from None
    raise TemplateError(f"{type(error).__name__}: {error}", line) from error


def _line(error: Exception, template: Template) -> int | None:
    """The template's line that was running when `error` came."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
