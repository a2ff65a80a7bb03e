#!/usr/bin/env bash
# promtool, which checks and tests the alert rules; strace and iptables, with which the fault rig strikes. Needs apt and root when one is missing.
set -euo pipefail
if ! command -v promtool >/dev/null || ! command -v strace >/dev/null || ! command -v iptables >/dev/null; then
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends prometheus strace iptables; } >/dev/null
  rm -f /usr/sbin/policy-rc.d
fi
