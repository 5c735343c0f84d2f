#!/bin/sh
# Prints the first Python that is new enough and can make a virtual environment; else says what to install.
for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
  command -v "$python" >/dev/null 2>&1 || continue
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
  # Debian ships Python without ensurepip.
  "$python" -c 'import ensurepip, venv' 2>/dev/null || { without_venv=$python; continue; }
  echo "$python"
  exit 0
done
if [ -n "$without_venv" ]; then
  echo "kgraph: $without_venv cannot make virtual environments; install it with: apt-get install python3-venv" >&2
else
  echo "kgraph: needs Python 3.11 or newer; install one, or name it with: make PYTHON=/path/to/python3 graph" >&2
fi
exit 1
