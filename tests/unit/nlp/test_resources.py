"""Lexicons are read the same by the quick reader of yaml and by that of Python."""

import pytest
import yaml

from ltnlp.nlp.resources import load_yaml, models_folder

FILES = sorted(
    str(path.relative_to(models_folder()))
    for path in models_folder().rglob("*.yaml")
    if "corpus" not in path.parts
)


@pytest.mark.parametrize("name", FILES)
def test_a_lexicon_is_what_python_reads_in_it(name):
    text = (models_folder() / name).read_text(encoding="utf-8")
    assert repr(load_yaml(name)) == repr(yaml.safe_load(text))


def test_what_the_quick_reader_refuses_is_read_all_the_same(tmp_path, monkeypatch):
    from ltnlp.nlp import resources

    monkeypatch.setattr(resources, "models_folder", lambda: tmp_path)
    (tmp_path / "strict.yaml").write_text("words: [a b?:c, d]", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("words: [a", encoding="utf-8")
    assert load_yaml("strict.yaml") == {"words": ["a b?:c", "d"]}
    with pytest.raises(yaml.YAMLError):
        load_yaml("broken.yaml")
