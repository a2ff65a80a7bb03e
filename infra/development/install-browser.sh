#!/usr/bin/env bash
# Installs the browser that tests/Journeys.Tests drives, on Debian and Ubuntu. Does nothing where there is one.
set -euo pipefail
if command -v chromium >/dev/null || [ -x "${CHROMIUM_PATH:-}" ]; then
  exit 0
fi

sudo=""
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
