"""Confirmations without a checksum are told once, whatever their number."""

from tests.unit.exchange.pages import confirmed, library, tracked

from tlumach.checks.records.checksums import check_checksums

SOURCE, TRANSLATION = "Раз.\n\nДва.\n", "Один.\n\nДвоє.\n"


def test_they_are_told_once_with_the_way_out() -> None:
    (found,) = check_checksums(library(SOURCE, TRANSLATION, record=confirmed(tracked(SOURCE, TRANSLATION))))
    assert (found.path, found.code) == ("translations/uk/a.po", "unsealed-records")
    assert found.message.startswith("2 confirmed texts of this record") and "`tlumach seal`" in found.message


def test_without_a_record_there_is_nothing_to_tell() -> None:
    assert list(check_checksums(library(SOURCE, TRANSLATION))) == []
