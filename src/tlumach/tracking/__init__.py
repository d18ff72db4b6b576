"""A page beside its source and its record: the state of each block, confirming it, reporting on it."""

from tlumach.tracking.tracker import NOT_CURRENT, IdsOfPages, Tracked, Tracker, tracker_of, tracker_of_path

__all__ = ["NOT_CURRENT", "IdsOfPages", "Tracked", "Tracker", "tracker_of", "tracker_of_path"]
