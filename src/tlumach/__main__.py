"""`python -m tlumach`: the same as the command `tlumach`."""

import sys

from tlumach.cli import main

if __name__ == "__main__":
    sys.exit(main())
