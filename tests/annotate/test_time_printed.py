"""Which dates are printed above a text to tell when it appeared, and which tell when something happened."""

from __future__ import annotations

import pytest

from dateline.annotate.times import find_times


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Published 4 May 2015. A bomb killed nine.", True),
        ("Posted on May 4 2015 by Anna Weber", True),
        ("Date of publication 4 May 2015 A bomb killed nine.", True),
        ("Last update: 04.05.2015", True),
        ("Two held after blast 04th May 2015 09:42 AM Police held two men.", True),
        ("4 May 2015\nA bomb killed nine.", True),
        ("4 May 2015 A bomb killed nine.", True),
        ("A bomb killed nine on 4 May 2015.", False),
        ("A bomb killed nine on 4 May 2015 at 9:42 am.", False),
        ("4 May 2015: two men were shot.", False),
        ("The court sentenced him 4 May 2015.", False),
        ("Published in May 2015.", False),
        ("It began on Monday.", False),
    ],
)
def test_a_date_in_full_on_a_line_of_its_own_or_named_so_is_printed(text: str, printed: bool) -> None:  # noqa: FBT001
    (time,) = find_times(text)
    assert (time.part("printed") is not None) == printed
