"""What the tests of a class share: the corpus, the plans, and a simulated class on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.classroom.gathering import gather
from helpers.classroom.given import shipped_plans
from helpers.classroom.readers import Classroom
from helpers.lessons.plan import LessonPlan
from helpers.loading import open_corpus
from helpers.model import Corpus
from tests.simulated_class import nine_lessons, write_class


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """The shipped corpus."""
    return open_corpus()


@pytest.fixture(scope="session")
def plans() -> tuple[LessonPlan, ...]:
    """Nine lessons: those that ship, copied under the other ids."""
    return nine_lessons(shipped_plans())


@pytest.fixture(scope="session")
def class_folder(tmp_path_factory: pytest.TempPathFactory, plans: tuple[LessonPlan, ...], corpus: Corpus) -> Path:
    """Thirty readers × nine lessons, two kernels each. Not to be changed by a test."""
    return write_class(tmp_path_factory.mktemp("class"), plans, corpus)


@pytest.fixture(scope="session")
def classroom(class_folder: Path) -> Classroom:
    """The same, gathered."""
    return gather(class_folder)
