#!/bin/sh
# --store is tested on a real Virtuoso too (Oxigraph comes with the test dependencies). Installs it where that needs no
# question; else says how. Only the program: the service of the whole package would start at once.
if command -v virtuoso-t >/dev/null 2>&1; then
  exit 0
fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing virtuoso-opensource-7-bin for the tests of --store"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends virtuoso-opensource-7-bin >/dev/null
else
  echo "No virtuoso-t: its tests are skipped; install it with: sudo apt-get install virtuoso-opensource-7-bin (macOS: brew install virtuoso)"
fi
