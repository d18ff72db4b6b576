"""The drawings of the explainer on Kazakhstan's arms exports: a map, a strip of the timeline, bars."""
