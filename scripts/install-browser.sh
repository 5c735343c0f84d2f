#!/bin/sh
# The view is tested in a real browser. Installs Chromium where that needs no question; else says how.
has() { command -v "$1" >/dev/null 2>&1; }

if has chromium && has chromedriver; then
  exit 0
fi
if has apt-get && [ "$(id -u)" = 0 ]; then
  echo "Installing chromium and chromium-driver for the browser tests"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null
else
  echo "No chromium with chromedriver: browser tests are skipped; install them with: sudo apt-get install chromium chromium-driver (macOS: brew install --cask chromium chromedriver)"
fi
