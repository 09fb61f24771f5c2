"""Versions that were kept before a name was found."""

import dataclasses

from ltnlp.casework.story import write_story
from ltnlp.casework.versions import compare_versions, keep_version, side_by_side
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import Realised
from ltnlp.domain.versions import ChangeKind
from tests.unit.casework.test_report import NAME, review_in
from tests.unit.reporting import reviews


def test_a_name_that_was_found_later_is_not_told_of_a_kept_version(home, tmp_path):
    review = review_in(home, leak=f"met {NAME}")
    keep_version(home, review)
    store = home.store(review)
    first, *rest = store.timeline().events
    mended = dataclasses.replace(
        first, what=first.what.replace(NAME, "[Moeder-1]"), realised="nee"
    )
    store.save_timeline(
        dataclasses.replace(store.timeline(), events=(mended, *rest)), ()
    )
    keep_version(home, review)
    found = compare_versions(home, review)
    assert NAME not in repr(found)
    (change,) = found.changes
    assert [one.field for one in change.fields] == ["realised"]
    assert write_story(home, review, tmp_path, today=reviews.TODAY).is_file()


def two_versions(home) -> str:
    """A review of whose timeline one event went, one came and one changed."""
    review = review_in(home)
    keep_version(home, review)
    timeline = home.store(review).timeline()
    first, gone, *rest = timeline.events
    changed = dataclasses.replace(first, what="Iets anders", realised=Realised.NO)
    new = dataclasses.replace(
        gone,
        id="nieuw",
        what="Pas gelezen",
        accounts=(
            dataclasses.replace(gone.accounts[0], id="nieuw", wording="pas gelezen"),
        ),
    )
    home.store(review).save_timeline(
        dataclasses.replace(timeline, events=(changed, *rest, new)), ()
    )
    keep_version(home, review)
    return review


def test_two_versions_stand_side_by_side_in_order_of_time(home):
    review = two_versions(home)
    found = side_by_side(home, review)
    told = {
        row.change.kind: (
            row.before.what if row.before else None,
            row.after.what if row.after else None,
        )
        for row in found.rows
        if row.change
    }
    timeline = home.store(review).timeline()
    assert told[ChangeKind.CHANGED][1] == "Iets anders"
    assert told[ChangeKind.CHANGED][0] != "Iets anders"
    assert told[ChangeKind.CAME] == (None, "Pas gelezen")
    assert told[ChangeKind.WENT][1] is None
    assert len(found.rows) == len(timeline.events) + 1
    same = next(row for row in found.rows if row.change is None)
    assert same.before == same.after
    days = [(row.after or row.before).when for row in found.rows]
    known = [bounds_of(day).earliest for day in days if day]
    assert [d for d in known if d] == sorted(d for d in known if d)


def test_of_one_version_nothing_stands_side_by_side(home):
    review = review_in(home)
    keep_version(home, review)
    assert side_by_side(home, review) is None
