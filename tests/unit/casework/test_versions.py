"""Versions that were kept before a name was found."""

import dataclasses

from ltnlp.casework.story import write_story
from ltnlp.casework.versions import compare_versions, keep_version
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
