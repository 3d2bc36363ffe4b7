#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD_DIR [WHAT…]: measures the program (all of it without names: see $all below) and prints
# a Markdown table: how long, how much beside others, what was aimed at.
# Called by ./dev bench, with a screen of its own and an optimised build. Not a test: a busy machine
# gives worse figures, so do nothing else meanwhile. What it makes stays in BUILD_DIR/bench.
set -u
export LC_ALL=C.UTF-8
if [ $# -lt 1 ] || [ ! -e "$1/build.ninja" ]; then
  echo "Usage: tests/perf/run.sh BUILD_DIR [WHAT…]" >&2
  exit 2
fi
build=$(cd "$1" && pwd) || exit 1
shift
all="window practice law figures slides million import pdf"
wanted=" ${*:-$all} "
work=$build/bench
table=$work/bench.md
cli=$build/src/cli/so-an-sinh-cli
perf=$build/tests/perf
failed=0
GSETTINGS_SCHEMA_DIR=$build/src/app
export GSETTINGS_SCHEMA_DIR

mkdir -p "$work" || exit 1
ninja -C "$build" src/cli/so-an-sinh-cli src/app/gschemas.compiled perf >"$work/build.log" 2>&1 ||
  { tail -n 20 "$work/build.log" >&2; echo "The benchmark programs do not build." >&2; exit 1; }

# ---- helpers ------------------------------------------------------------------------------------

say () { printf '%s\n' "$*" >&2; }
wants () { case $wanted in *" $1 "*) return 0 ;; *) return 1 ;; esac; }
have () { command -v "$1" >/dev/null 2>&1; }

# measure FILE COMMAND…: its figures go to FILE; a failure is said, and the rows of FILE are missing.
measure ()
{
  local file=$work/$1
  shift
  if ! "$@" >"$file" 2>"$file.log"; then
    say "  failed: $* (see $file.log)"
    failed=1
    rm -f "$file"
    return 1
  fi
}

figure () { awk -F '\t' -v key="$2" '$1 == key { print $2; found = 1 } END { exit !found }' "$work/$1" 2>/dev/null; }
divide () { awk -v a="$1" -v b="$2" -v f="${3:-%.2f}" 'BEGIN { if (b > 0) printf f, a / b; else printf "–" }'; }
holds () { awk "BEGIN { exit !($1) }"; }
seconds () { divide "$1" 1000 '%.1f s'; }
ms () { divide "$1" 1 '%.1f ms'; }
mb () { divide "$1" 1 '%.0f MB'; }

row () { printf '| %s | %s | %s | %s | %s | %s |\n' "$@" >>"$table"; }
# verdict CONDITION
verdict () { if holds "$1"; then echo yes; else echo '**no**'; fi; }

# new_book NAME PEOPLE [OPTION…]: a practice book, kept from one run to the next
new_book ()
{
  local file=$work/$1 people=$2
  shift 2
  [ -s "$file" ] && return 0
  say "Inventing $people people …"
  rm -f "$file"*
  "$cli" new "$file" --practice "$people" --seed 2022 "$@" >/dev/null 2>"$work/new.log" || { cat "$work/new.log" >&2; return 1; }
}

# office OUT_FORMAT FILE OUT_DIR: LibreOffice with a profile of its own
office ()
{
  "$perf/bench-run" time soffice "-env:UserInstallation=file://$work/libreoffice" --headless \
    --convert-to "$1" --outdir "$3" "$2"
}

# The start of LibreOffice, with a workbook of one cell; the first start makes its profile.
measure_office_start ()
{
  mkdir -p "$work/one"
  printf 'a\n' >"$work/one/one.csv"
  measure office-first office xlsx "$work/one/one.csv" "$work/one" &&
    measure office-start office pdf "$work/one/one.xlsx" "$work/one"
}

# ---- what is measured ---------------------------------------------------------------------------

bench_window ()
{
  local ours empty
  new_book 10000.ansinh 10000 || { failed=1; return; }
  say 'Opening the window, 15 times, and an empty one …'
  measure empty "$perf/bench-run" frame 15 "$perf/bench-empty" || return
  measure window "$perf/bench-run" frame 15 "$perf/bench-window" frame "$work/10000.ansinh" || return
  ours=$(figure window frame.median) empty=$(figure empty frame.median)
  row 'Window usable with 10,000 people, from the start of the process' "$(ms "$ours")" \
    "empty libadwaita window $(ms "$empty")" "$(divide "$ours" "$empty")" '≤ 1.5 ×' \
    "$(verdict "$ours <= 1.5 * $empty")"
  new_book plan.ansinh 10000 --plan hoang-phu-2022 || { failed=1; return; }
  measure overview "$perf/bench-run" frame 15 "$perf/bench-window" overview "$work/plan.ansinh" || return
  ours=$(figure overview frame.median)
  row 'Overview with the figures of a plan, from the start of the process' "$(ms "$ours")" \
    "empty libadwaita window $(ms "$empty")" "$(divide "$ours" "$empty")" '≤ 1.5 ×' \
    "$(verdict "$ours <= 1.5 * $empty")"
}

bench_practice ()
{
  local time memory
  say 'Inventing 1,000,000 people …'
  rm -f "$work"/1000000.ansinh*
  measure practice "$perf/bench-run" time "$cli" new "$work/1000000.ansinh" --practice 1000000 --seed 2022 || return
  time=$(figure practice ms) memory=$(figure practice mb)
  row '1,000,000 practice people, with indexes and search' "$(seconds "$time"), $(mb "$memory")" '' '' \
    '≤ 60 s' "$(verdict "$time <= 60000")"
}

# limit TITLE FILE KEY LIMIT: the slowest of many must be within the limit
limit ()
{
  local median p95 max
  median=$(figure "$2" "$3.median") && p95=$(figure "$2" "$3.p95") && max=$(figure "$2" "$3.max") || return
  row "$1" "$(ms "$max") at most, $(ms "$p95") for 95 %, $(ms "$median") usually" '' '' \
    "≤ $4 ms" "$(verdict "$max <= $4")"
}

bench_figures ()
{
  new_book plan.ansinh 10000 --plan hoang-phu-2022 || { failed=1; return; }
  say 'Working out all figures of a plan …'
  if measure figures "$perf/bench-figures" "$work/plan.ansinh"; then
    limit 'All figures of a plan by village, 10,000 people, today' figures figures.today 50
    limit 'The same, of a past day' figures figures.past 50
    limit 'Figures brought up to date after a person was edited' figures figures.edit-person 20
    limit 'Figures brought up to date after a status of poverty was edited' figures figures.edit-status 20
  fi
  new_book 1000000.ansinh 1000000 || { failed=1; return; }
  if measure figures-million "$perf/bench-figures" "$work/1000000.ansinh"; then
    limit 'All figures of a plan by village, 1,000,000 people, today' figures-million figures.today 1500
    limit 'The same, of a past day' figures-million figures.past 1500
    limit 'Figures brought up to date after a person was edited' figures-million figures.edit-person 20
  fi
}

bench_slides ()
{
  say 'Painting slides …'
  measure slides "$perf/bench-chart" || return
  limit 'A slide of 1920 × 1080 painted' slides slide.paint 16
}

bench_law ()
{
  new_book 10000.ansinh 10000 || { failed=1; return; }
  say 'Asking the law about everyone …'
  measure law "$perf/bench-law" "$work/10000.ansinh" || return
  limit 'Everyone of 10,000 people asked about every scheme of the law' law law.commune 300
}

bench_million ()
{
  local memory most
  new_book 1000000.ansinh 1000000 || { failed=1; return; }
  say 'Searching, jumping and editing in 1,000,000 people …'
  if measure list "$perf/bench-list" "$work/1000000.ansinh"; then
    limit 'First page of a search, 36 kinds of text, all values of 50 rows' list search 10
    limit 'The same for each key while the answer to the last one is being completed' list typing 10
    limit 'Jump to any row, 50 rows with all values' list jump 50
    limit 'Edit of a phone number, saved, to the refreshed list' list edit 50
    limit 'Edit of a name, saved, to the row in its new place' list rename 50
  fi
  if measure work "$perf/bench-window" work "$work/1000000.ansinh"; then
    limit 'In the window: a search set, to the end of the frame that shows it' work window.search 50
    limit 'In the window: jump to any row, to the end of the frame' work window.jump 50
    limit 'In the window: edit saved, to the end of the frame' work window.edit 50
    memory=$(figure work window.mb) most=$(figure work window.mb.most)
    row 'Memory of the program after all of this' "$(mb "$memory"), $(mb "$most") at most" '' '' '≤ 250 MB' \
      "$(verdict "$most <= 250")"
  fi
}

bench_import ()
{
  local ours start office memory
  new_book 100000.ansinh 100000 || { failed=1; return; }
  if [ ! -s "$work/people.xlsx" ]; then
    say 'Writing a workbook of 100,000 people …'
    "$cli" list "$work/100000.ansinh" people -o "$work/people.xlsx" \
      --columns household,full_name,sex,birth,id_no,relation,ethnicity,village,phone \
      >/dev/null 2>"$work/people.log" || { cat "$work/people.log" >&2; failed=1; return; }
  fi
  say 'Importing it into an empty book …'
  rm -f "$work"/import.ansinh*
  "$cli" new "$work/import.ansinh" >/dev/null 2>&1 || { failed=1; return; }
  sync # what the rows before have left to be written is not its work
  measure import "$perf/bench-run" time "$cli" import "$work/import.ansinh" "$work/people.xlsx" --register people || return
  ours=$(figure import ms) memory=$(figure import mb)
  if have soffice; then
    say 'Opening it in LibreOffice …'
    measure_office_start && measure office-open office csv "$work/people.xlsx" "$work/one" || return
    office=$(figure office-open ms) start=$(figure office-start ms)
    row 'Import of 100,000 rows (.xlsx), searched for and saved' "$(seconds "$ours"), $(mb "$memory")" \
      "LibreOffice opens it and writes .csv: $(seconds "$office"), of which $(seconds "$start") are its start; $(mb "$(figure office-open mb)")" \
      "$(divide "$ours" "$office")" '< 1 ×' "$(verdict "$ours < $office")"
  else
    row 'Import of 100,000 rows (.xlsx)' "$(seconds "$ours"), $(mb "$memory")" 'LibreOffice is not installed' '' '< 1 ×' '–'
  fi
}

bench_pdf ()
{
  local ours size other=
  local columns=full_name,sex,birth,id_no,relation,ethnicity,village,phone
  new_book 10000.ansinh 10000 || { failed=1; return; }
  say 'Printing 10,000 rows of 8 columns …'
  rm -f "$work"/list.pdf "$work"/list.xlsx "$work"/gnumeric.pdf
  measure pdf "$perf/bench-run" time "$cli" list "$work/10000.ansinh" people --columns "$columns" -o "$work/list.pdf" || return
  "$cli" list "$work/10000.ansinh" people --columns "$columns" -o "$work/list.xlsx" >/dev/null 2>"$work/list.log" ||
    { cat "$work/list.log" >&2; failed=1; return; }
  ours=$(figure pdf ms) size=$(stat -c %s "$work/list.pdf")
  if have ssconvert; then
    measure gnumeric "$perf/bench-run" time ssconvert "$work/list.xlsx" "$work/gnumeric.pdf" || return
    other=$(figure gnumeric ms)
    row 'PDF of 10,000 rows × 8 columns' "$(seconds "$ours"), $(mb "$(figure pdf mb)")" \
      "Gnumeric $(seconds "$other"), $(mb "$(figure gnumeric mb)")" "$(divide "$ours" "$other")" '< 1 ×' \
      "$(verdict "$ours < $other")"
  else
    row 'PDF of 10,000 rows × 8 columns' "$(seconds "$ours")" 'Gnumeric is not installed' '' '< 1 ×' '–'
  fi
  row 'Its size' "$(divide "$size" 1000000 '%.2f MB')" \
    "${other:+Gnumeric $(divide "$(stat -c %s "$work/gnumeric.pdf")" 1000000 '%.2f MB')}" '' '≤ 2 MB' \
    "$(verdict "$size <= 2000000")"
  if have soffice && measure_office_start && measure office-pdf office pdf "$work/list.xlsx" "$work/one"; then
    row 'The same beside LibreOffice' "$(seconds "$ours")" "LibreOffice $(seconds "$(figure office-pdf ms)")" \
      "$(divide "$ours" "$(figure office-pdf ms)")" '' ''
  fi
}

# ---- the table ----------------------------------------------------------------------------------

{
  printf 'Measured on %s cores (%s), %s, with %s.\n\n' "$(nproc)" \
    "$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)" \
    "$(. /etc/os-release && echo "$PRETTY_NAME")" \
    "$( (soffice --version 2>/dev/null | head -n 1 | cut -d ' ' -f 1,2; ssconvert --version 2>&1 | head -n 1 | grep -o '[0-9][0-9.]*' | head -n 1 | sed 's/^/Gnumeric /') | paste -sd , | sed 's/,/, /g')"
  printf '| What | Sổ An Sinh | Beside | Ratio | Aim | Met |\n|---|---|---|---|---|---|\n'
} >"$table"
for part in $all; do
  if wants "$part"; then "bench_$part"; fi
done
cat "$table"
exit "$failed"
