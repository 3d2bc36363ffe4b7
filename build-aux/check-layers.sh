#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Rules of the house that a compiler can't see, as TAP: the order of the rooms, no GTK outside
# src/app, the licence line, the length of files, no path of somebody's machine.
set -u
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}" || exit 1

# A room may include itself and rooms of a lower number, never a neighbour with the same one.
declare -A rank=([text]=0 [store]=1 [registry]=2 [policy]=3 [listing]=3 [areas]=4 [plan]=5
                 [document]=6 [chart]=6 [exchange]=6 [practice]=6 [cli]=7 [app]=7)
number=0
failed=0

# verdict TITLE FINDINGS: one line of TAP, the findings as its diagnosis
verdict ()
{
  number=$((number + 1))
  if [ -z "$2" ]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    printf '%s\n' "$2" | sed 's/^/# /'
    failed=1
  fi
}

# Every source text of the house, without what is built and what is data.
house ()
{
  find . \( -path './build' -o -path './build-asan' -o -path './build-bench' -o -path './build-fuzz' \
    -o -path './.git' -o -path './.cache' \) -prune -o -type f \( "$@" \) -print | sort
}

echo 'TAP version 14'
echo '1..6'

findings=
while IFS=: read -r file line text; do
  room=${file#src/}
  room=${room%%/*}
  other=${text#*\"}
  other=${other%%/*}
  if [ -z "${rank[$room]-}" ]; then
    findings+="$file: “$room” is no room of the house (design: the rooms)"$'\n'
  elif [ -z "${rank[$other]-}" ]; then
    findings+="$file:$line: $text names no room"$'\n'
  elif [ "$room" != "$other" ] && [ "${rank[$other]}" -ge "${rank[$room]}" ]; then
    findings+="$file:$line: $room may not include $other"$'\n'
  fi
done < <(grep -rnE --include='*.[ch]' '^[[:space:]]*#[[:space:]]*include[[:space:]]+"[^"]*/' src)
verdict 'includes run towards the ground' "${findings%$'\n'}"

verdict 'an include names its room' \
  "$(grep -rnE --include='*.[ch]' '^[[:space:]]*#[[:space:]]*include[[:space:]]+"[^"/]*"' src | grep -v '"config\.h"\|-resources\.h"')"

verdict 'no GTK outside src/app' \
  "$(grep -rnE --include='*.[ch]' --include=meson.build \
      'include[[:space:]]*[<"](gtk|gdk|gsk|adwaita|libadwaita)|gtk_dep|adw_dep|dependency *\(.(gtk4|libadwaita)' src | grep -v '^src/app/')"

verdict 'every C file begins with its licence' \
  "$(house -name '*.[ch]' | while read -r f; do
       head -n 1 "$f" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$f"
     done)"

verdict 'no file is longer than 800 lines' \
  "$(house -name '*.[ch]' -o -name '*.ui' -o -name '*.sh' -o -name '*.py' -o -name '*.css' -o -name dev |
     xargs -d '\n' wc -l | awk '$2 != "total" && $1 > 800 { print $2 ": " $1 " lines" }')"

# what people type into examples is spelled with other folders, so that this can be exact
verdict 'no path of a machine' \
  "$( { house -name '*.[ch]' -o -name '*.ui' -o -name meson.build -o -name '*.md' -o -name '*.sh' -o -name '*.py' \
         -o -name '*.json' -o -name '*.xml' -o -name '*.in' -o -name '*.sql' -o -name dev |
         grep -v '/build-aux/check-layers.sh$' | xargs -d '\n' grep -nHE '(^|[^A-Za-z0-9_.])/(work|root)/'
        house -name '*.[ch]' | xargs -d '\n' grep -nHE '"/tmp/'; } 2>/dev/null)"

exit $failed
