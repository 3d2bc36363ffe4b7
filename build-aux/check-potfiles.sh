#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# po/POTFILES.in lists exactly the files that have strings to translate. --fix writes it anew.
set -u
fix=
[ "${1-}" = --fix ] && fix=1 && shift
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}" || exit 1

wanted=$({
  ls data/*.desktop.in data/*.metainfo.xml.in
  grep -rlE --include='*.[ch]' '(^|[^A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?)[[:space:]]*\(([^)]|$)' src |
    xargs -r -d '\n' grep -LE '^#define[[:space:]]+N?_\('
  grep -rlE --include='*.ui' 'translatable="(yes|true|1)"' ui
} 2>/dev/null | LC_ALL=C sort -u)
listed=$(grep -vE '^[[:space:]]*(#|$)' po/POTFILES.in 2>/dev/null | LC_ALL=C sort -u)

if [ -n "$fix" ]; then
  printf '# Written by build-aux/check-potfiles.sh --fix\n%s\n' "$wanted" >po/POTFILES.in
  exit 0
fi
missing=$(LC_ALL=C comm -23 <(echo "$wanted") <(echo "$listed"))
extra=$(LC_ALL=C comm -13 <(echo "$wanted") <(echo "$listed"))
[ -z "$missing" ] || printf 'not in po/POTFILES.in:\n%s\n' "$missing"
[ -z "$extra" ] || printf 'in po/POTFILES.in, but gone or without strings:\n%s\n' "$extra"
[ -z "$missing$extra" ] && exit 0
echo 'To mend it: build-aux/check-potfiles.sh --fix'
exit 1
