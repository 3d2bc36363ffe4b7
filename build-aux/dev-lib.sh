# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Words on the terminal, shared by ./dev and what it runs. All of it goes to stderr: stdout belongs to data.

say ()
{
  printf '%s\n' "$*" >&2
}

# die MESSAGE [WHAT TO DO]
die ()
{
  printf '\n✗ %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '  What to do: %s\n' "$2" >&2
  exit 1
}

# While a stage runs: its title once it takes longer than a moment, then the elapsed seconds and
# the newest line of its log (in place on a terminal, a line every 15 seconds elsewhere).
stage_watch ()
{
  local title=$1 log=$2 owner=$3 start=$SECONDS last='' line width every=15 shown=0
  width=$(tput cols 2>/dev/null || echo 100)
  [ -t 2 ] && every=1
  sleep 1.5
  printf '▸ %s …\n' "$title" >&2
  while kill -0 "$owner" 2>/dev/null; do
    if [ $((SECONDS - start - shown)) -ge $every ]; then
      shown=$((SECONDS - start))
      line=$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1)
      line="  $shown s  ${line:0:$((width - 12))}"
      if [ -t 2 ]; then
        printf '\r\033[K%s' "$line" >&2
      elif [ "$line" != "$last" ]; then
        printf '%s\n' "$line" >&2
      fi
      last=$line
    fi
    sleep 0.5
  done
}

# stage TITLE HINT COMMAND…: runs COMMAND with its output in a log. A failure shows which stage
# failed, the end of the log, where the log is and what to do; the status is COMMAND's.
stage ()
{
  local title=$1 hint=$2 start=$SECONDS log watcher status=0
  shift 2
  mkdir -p "$DEV_LOGS"
  log="$DEV_LOGS/$(printf '%s' "$title" | tr -cs 'A-Za-z0-9' '-' | sed 's/-*$//').log"
  : >"$log" || die "cannot write $log" "make $DEV_LOGS writable for you (it may belong to root)."
  stage_watch "$title" "$log" $$ &
  watcher=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  kill "$watcher" 2>/dev/null
  wait "$watcher" 2>/dev/null
  [ -t 2 ] && printf '\r\033[K' >&2
  if [ "$status" -ne 0 ]; then
    printf '\n✗ %s: failed after %d s (status %d). The end of its log:\n' \
           "$title" $((SECONDS - start)) "$status" >&2
    grep -v '^[[:space:]]*$' "$log" | tail -n 25 | cut -c 1-300 | sed 's/^/  │ /' >&2
    printf '  Whole log: %s\n  What to do: %s\n' "$log" "$hint" >&2
  elif [ $((SECONDS - start)) -ge 2 ]; then
    printf '✓ %s (%d s)\n' "$title" $((SECONDS - start)) >&2
  fi
  return "$status"
}

# The package names of a list file, without comments.
packages_of ()
{
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$@" | sort -u
}
