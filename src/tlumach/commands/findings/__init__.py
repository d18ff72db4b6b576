"""What is done with the findings of the checks: printed, fixed, waived."""
