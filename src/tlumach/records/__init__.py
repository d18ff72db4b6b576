"""Records: what each translation was made from, kept in gettext PO files."""

from tlumach.records.record import FIELD, Entry, Record, read_record, write_record

__all__ = ["FIELD", "Entry", "Record", "read_record", "write_record"]
