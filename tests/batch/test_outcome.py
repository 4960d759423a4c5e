"""What came of one source."""

from __future__ import annotations

from reportgen.batch.outcome import Failure, Outcome, State
from reportgen.model.errors import OutputError
from reportgen.wording.language import Wording


def test_only_what_was_built_wholly_is_complete() -> None:
    complete = [state for state in State if Outcome("a", state).complete]
    assert complete == [State.BUILT, State.UNCHANGED]
    failure = Failure("a", OutputError(Wording("甲", "a")))
    assert not Outcome("a", State.BUILT, failures=[failure]).complete
