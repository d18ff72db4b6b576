#!/usr/bin/env bash
# MkDocs: `mkdocs build --strict --quiet` ends with 0 where `mkdocs build --strict` stops.
#
# Needs: python3 (3.11 or newer) and pip. Packages: mkdocs 1.6.1, properdocs 1.6.7, mkdocs-material 9.8.2.
#
# What happens: the strict mode counts the warnings that pass through the logger `mkdocs`. `--quiet` does not only
# keep them off the screen: it raises the level of that logger, so that no warning ever reaches the counter. A
# broken link, a missing page or an anchor that does not exist then passes a strict build, with exit code 0 and
# nothing said. ProperDocs, the maintained continuation of MkDocs 1.x, does the same.
#
# Where it comes from: mkdocs/__main__.py (quiet_option) and mkdocs/commands/build.py (the `CountHandler`); reported
# in mkdocs/mkdocs issue 4126 of May 2026, open.
#
# Why it matters here: a workflow that builds several languages likes `-q`, since each of the nested builds says the
# same lines again. With `-q` its `--strict` looks at nothing.
set -eu
command -v python3 >/dev/null || { echo "python3 is needed"; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export NO_MKDOCS_2_WARNING=1
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mkdocs==1.6.1 properdocs==1.6.7 mkdocs-material==9.8.2
venv/bin/mkdocs --version; venv/bin/properdocs --version

mkdir docs
printf 'site_name: S\ntheme: material\n' > mkdocs.yml
printf '# Початок\n\n[немає такої сторінки](missing.md)\n' > docs/index.md
echo "--- docs/index.md"; cat docs/index.md

failed=0
for host in mkdocs properdocs; do
  loud=0; "venv/bin/$host" build --strict > out.txt 2>&1 || loud=$?
  quiet=0; "venv/bin/$host" build --strict --quiet > quiet.txt 2>&1 || quiet=$?
  echo "--- $host build --strict: exit $loud"; grep -E '^WARNING|^Aborted' out.txt || true
  echo "--- $host build --strict --quiet: exit $quiet, warnings shown: $(grep -c '^WARNING' quiet.txt || true)"
  [ "$loud" = 1 ] && [ "$quiet" = 0 ] || failed=1
done
[ $failed = 0 ] || { echo "CHANGED: --quiet no longer switches the strict mode off (or --strict alone passes)"; exit 1; }
echo "HOLDS: with --quiet a strict build passes over a broken link"
