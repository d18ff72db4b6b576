"""The detached signature of a list of checksums, by the publisher's own key: made and checked by minisign, a program of its own.

The secret key and its password are between the publisher and that program; nothing of them passes through here.
"""

import re
import shutil
import subprocess
from pathlib import Path

from tlumach.editions.offline import SIGNATURE

_PUBLIC = re.compile(r"RW[A-Za-z0-9+/]{54}")


class SigningError(Exception):
    """Why something could not be signed, and what to do, in a sentence for the publisher."""


def is_public_key(text: str) -> bool:
    """Tell whether a text is a public key as minisign writes it: 56 characters."""
    return bool(_PUBLIC.fullmatch(text))


def program() -> str:
    """Return the path of minisign. Raises SigningError where there is none."""
    if found := shutil.which("minisign"):
        return found
    raise SigningError("minisign is not installed here. Get it with the system's package manager (apt, brew, scoop).")


def sign(sums: Path, key: Path, public: str, said: str) -> Path:
    """Sign a list with the secret key in a file, and return the signature's file; ``said`` is signed with it (one line).

    minisign asks for the key's password. What is signed is then checked with the public key: raises SigningError where
    the two are no pair, and where minisign refuses.
    """
    signature = sums.with_name(SIGNATURE)
    comments = ("-t", said, "-c", f"signature of {sums.name}")
    command = [program(), "-S", "-s", str(key), "-m", str(sums), "-x", str(signature), *comments]
    if subprocess.run(command, check=False).returncode:  # it asks for the password, and says what is wrong, by itself
        raise SigningError(f"minisign did not sign: see what it said above. Check the key, {key}, and its password.")
    asked = [program(), "-V", "-q", "-P", public, "-m", str(sums), "-x", str(signature)]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        raise SigningError(
            f"{key} is not the secret key of the `signing_key` in mkdocs.yml, {public}. Name the one that is."
        )
    return signature
