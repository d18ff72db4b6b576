"""Problems: what is wrong with the input, said so that a person can mend it; its codes, each with its level and remedy."""

from tlumach.problems.codes import Code, Level
from tlumach.problems.later import way_out
from tlumach.problems.policy import Policy
from tlumach.problems.problem import Problem, as_row, from_row, has_errors, in_order

__all__ = ["Code", "Level", "Policy", "Problem", "as_row", "from_row", "has_errors", "in_order", "way_out"]
