"""Role-play that outlives its context: the persona stays, the oldest turns go."""

from msgspec.structs import replace

from qwenchat.protocol.chat_request import ChatRequest
from qwenchat.protocol.responder import TokenResponder


def within(request: ChatRequest, responder: TokenResponder, max_input: int) -> ChatRequest:
    """`request` without so many of its oldest turns that its prompt has at most `max_input` tokens.

    The system message is the character's persona and stays, and so does the last turn; what is kept after the
    persona begins with a user's turn.
    """
    if len(responder.prompt_ids(request)) <= max_input:
        return request
    persona = request.messages[:1] if request.messages[0]["role"] == "system" else ()
    turns = request.messages[len(persona) :]
    starts = [i for i, turn in enumerate(turns) if turn["role"] == "user"]
    low, high = 0, len(starts) - 1
    while low < high:  # the first start from which it fits; the last one is taken whatever it holds
        middle = (low + high) // 2
        if len(responder.prompt_ids(replace(request, messages=(*persona, *turns[starts[middle] :])))) <= max_input:
            high = middle
        else:
            low = middle + 1
    return replace(request, messages=(*persona, *turns[starts[high] :]))
