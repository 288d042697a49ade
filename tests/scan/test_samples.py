"""The samples read by hand: large enough, and read alike by a second reader."""

from __future__ import annotations

import pytest

from helpers.analysis.agreement import krippendorff_alpha, percent_agreement
from helpers.detecting.reports import FORMS
from helpers.detecting.roles import SPEAKER_CLASSES
from helpers.detecting.scare_quotes import SHORT_KINDS
from tests.scan.samples import COLUMNS, rows_of

NOT_TOLD = frozenset({"none", "continued"})
"""Labels of places where nobody speaks."""
LABELS = {"quotations": {*SHORT_KINDS, "document"}, "reports": set(FORMS)}
"""Labels of the others."""


def first_reading(sample: str) -> dict[tuple[str, str], tuple[str, str]]:
    """(label, class of speaker) by paragraph and ordinal."""
    paragraph, ordinal = COLUMNS[sample][:2]
    label = "kind" if sample == "quotations" else "form"
    return {(row[paragraph], row[ordinal]): (row[label], row["speaker_class"]) for row in rows_of(f"{sample}_sample")}


@pytest.mark.parametrize("sample", sorted(COLUMNS))
def test_at_least_three_hundred_speakers_are_marked(sample: str) -> None:
    speakers = [speaker for label, speaker in first_reading(sample).values() if label not in NOT_TOLD]
    assert len(speakers) >= 300
    assert set(speakers) <= set(SPEAKER_CLASSES)
    assert {label for label, _ in first_reading(sample).values()} - NOT_TOLD == LABELS[sample]


@pytest.mark.parametrize("sample", sorted(COLUMNS))
def test_two_readers_mark_alike(sample: str) -> None:
    """Both had the same instructions and neither saw the other's marks; speakers are compared where both find one."""
    first = first_reading(sample)
    second = {(r["paragraph"], r["ordinal"]): (r["label"], r["speaker_class"]) for r in rows_of("second_reading") if r["sample"] == sample}
    labels = [(first[place][0], mark[0]) for place, mark in second.items()]
    speakers = [(first[place][1], mark[1]) for place, mark in second.items() if first[place][1] and mark[1]]
    for what, pairs, least in (("label", labels, 60), ("speaker", speakers, 20)):
        ours, theirs = (list(column) for column in zip(*pairs, strict=True))
        alike, alpha = percent_agreement(ours, theirs), krippendorff_alpha([ours, theirs])
        print(f"\n{sample}, {what}: {alike:.3f} of {len(pairs)} alike, Krippendorff's alpha {alpha:.3f}")
        assert len(pairs) >= least
        assert alpha >= 0.8, [place for place in second if first[place] != second[place]]
