#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Rules of the house that a compiler can't see, as TAP: the order of the rooms, no GTK outside
# src/app, the licence line, the length of files, no path of somebody's machine.
set -u
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}" || exit 1

# A room may include itself and rooms of a lower number, never a neighbour with the same one.
ranks='text=0 store=1 scene=1 registry=2 policy=3 listing=3 areas=4 plan=5
       document=6 chart=6 exchange=6 practice=6 report=7 cli=8 app=8'
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

verdict 'includes run towards the ground' \
  "$(grep -rnE --include='*.[ch]' '^[[:space:]]*#[[:space:]]*include[[:space:]]+"[^"]*/' src |
     awk -F: -v ranks="$ranks" '
       BEGIN { n = split (ranks, pairs, /[ \n]+/)
               for (i = 1; i <= n; i++) if (split (pairs[i], p, "=") == 2) rank[p[1]] = p[2] }
       { split ($1, path, "/"); room = path[2]
         split ($3, quoted, "\""); split (quoted[2], target, "/"); other = target[1]
         if (!(room in rank)) print $1 ": “" room "” is no room of the house"
         else if (!(other in rank)) print $1 ":" $2 ": " $3 " names no room"
         else if (room != other && rank[other] >= rank[room])
           print $1 ":" $2 ": " room " may not include " other }')"

verdict 'an include names its room' \
  "$(grep -rnE --include='*.[ch]' '^[[:space:]]*#[[:space:]]*include[[:space:]]+"[^"/]*"' src | grep -v '"config\.h"\|-resources\.h"')"

verdict 'no GTK outside src/app' \
  "$(grep -rnE --include='*.[ch]' --include=meson.build \
      'include[[:space:]]*[<"](gtk|gdk|gsk|adwaita|libadwaita)|gtk_dep|adw_dep|dependency *\(.(gtk4|libadwaita)' src | grep -v '^src/app/')"

verdict 'every C file begins with its licence' \
  "$(house -name '*.[ch]' | xargs -d '\n' awk 'FNR == 1 && !/SPDX-License-Identifier: GPL-3.0-or-later/ { print FILENAME } { nextfile }')"

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
