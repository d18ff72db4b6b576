"""Commands under faults: killed, refused by the disk or looked at, at each of their changes of a file.

`commands` has the commands as data, `injecting` runs one under strace, `claims` says what must hold afterwards, `watching`
looks at the project meanwhile. `test_faults` takes a bounded sample; `python3 scripts/faults.py` takes all.
"""
