"""The guide of one answer: its stages, one after the other."""

from collections import deque
from collections.abc import Iterable, Sequence

from qwenchat.engine import Advice
from qwenchat.guides.stages import Stage


class AnswerGuide:
    """Stages in a row; after the last one the model is free. A `Guide` of the engine."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._stages = deque(stages)
        self._n_read = 0

    def advise(self, answer: Sequence[int]) -> Advice:
        """What may follow `answer`, which has only grown since the last question."""
        while self._stages:
            if self._stages[0].over:
                self._stages.popleft()
            elif self._n_read < len(answer):
                self._stages[0].push(answer[self._n_read])
                self._n_read += 1
            else:
                return self._stages[0].advise()
        return None
