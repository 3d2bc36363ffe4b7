#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# headless.sh COMMAND…: runs COMMAND with a screen, a session bus and AT-SPI of its own, away from the
# user's desktop and settings. Inside another headless.sh it only runs COMMAND.
set -u
if [ -n "${ANS_HEADLESS-}" ]; then
  exec "$@"
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/so-an-sinh-screen.XXXXXX") || exit 1
servers=()
finish ()
{
  [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset -dpi 96 \
  3>"$work/number" >"$work/xvfb.log" 2>&1 &
servers+=($!)
if ! read -r -t 30 number <"$work/number" || [ -z "$number" ]; then
  echo "The virtual screen (Xvfb) did not start:" >&2
  cat "$work/xvfb.log" >&2
  exit 1
fi

mkdir -m 700 "$work/run" "$work/config" "$work/data" "$work/cache"
unset WAYLAND_DISPLAY XAUTHORITY AT_SPI_BUS_ADDRESS DESKTOP_STARTUP_ID
export ANS_HEADLESS=1 DISPLAY=":$number" GDK_BACKEND=x11 GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
export XDG_RUNTIME_DIR="$work/run" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
export XDG_CACHE_HOME="$work/cache" GSETTINGS_BACKEND=memory GDK_DEBUG=no-portals
unset GTK_THEME

mkfifo "$work/address"
dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$work/address" >"$work/dbus.log" 2>&1 &
servers+=($!)
if ! read -r -t 30 DBUS_SESSION_BUS_ADDRESS <"$work/address" || [ -z "$DBUS_SESSION_BUS_ADDRESS" ]; then
  echo "The private session bus (dbus-daemon) did not start:" >&2
  cat "$work/dbus.log" >&2
  exit 1
fi
export DBUS_SESSION_BUS_ADDRESS
{
  "$@"
  exit
}
