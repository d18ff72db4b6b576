"""Several files written together or not at all."""

import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files, all or none: first all beside their places, then each changes places by a rename.

    An OSError, or Ctrl-C, leaves every file as it was. Folders are made as needed; links stay links.
    """
    files = {target.resolve(): content for target, content in contents.items()}
    made = {target: _beside(target) for target in files}
    old = {target: _beside(target) for target in files if target.exists()}
    done: list[Path] = []
    try:
        for target, content in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            made[target].write_bytes(content)
            if target in old:
                shutil.copymode(target, made[target])
                shutil.copy2(target, old[target])
        for target in files:
            done.append(target)
            made[target].replace(target)
    except BaseException:
        for target in done:
            _take_back(target, old.get(target), was_put=not made[target].exists())
        raise
    finally:
        for beside in (*made.values(), *old.values()):
            with suppress(OSError):
                beside.unlink()


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}-{secrets.token_hex(4)}")


def _take_back(target: Path, old: Path | None, was_put: bool) -> None:
    if was_put and old is not None:
        old.replace(target)
    elif was_put:
        target.unlink()
