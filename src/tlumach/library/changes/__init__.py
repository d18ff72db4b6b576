"""What has changed in explainers for readers, as `changes/<folder>.yml` keeps it."""

from tlumach.library.changes.kept import (
    FOLDER,
    Change,
    ChangeOf,
    Changes,
    Wording,
    changes_file,
    changes_page,
    kept_of,
    read_changes,
    with_more,
    written,
)

__all__ = [
    "FOLDER",
    "Change",
    "ChangeOf",
    "Changes",
    "Wording",
    "changes_file",
    "changes_page",
    "kept_of",
    "read_changes",
    "with_more",
    "written",
]
