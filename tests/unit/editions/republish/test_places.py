from tlumach.editions.republish.places import article_file, folder_of, is_offered, offer_place


def test_each_explainer_has_a_folder_of_its_own() -> None:
    assert folder_of("deep/land/index.md") == "reuse/deep-land/"
    assert offer_place("land/index.md", "uk") == "reuse/land/uk.html"


def test_what_is_offered_is_known_by_its_place() -> None:
    assert is_offered(offer_place("land/index.md", "uk"))
    assert not is_offered("uk/reuse/index.html")


def test_a_page_has_its_own_name_after_that_of_its_explainer() -> None:
    assert article_file("land/index.md", "land/index.md", "uk", "txt") == "land.uk.txt"
    assert article_file("land/index.md", "land/more.md", "uk", "html") == "land-more.uk.html"
