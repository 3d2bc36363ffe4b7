#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What ./dev does once it stands where the program can be built (called by it, not by hand).
set -u
# shellcheck source=build-aux/dev-lib.sh
. "$DEV_AUX/dev-lib.sh"
BUILD="$DEV_TOP/build"
INST="$BUILD/inst"
PRACTICE="$BUILD/practice/xa-mau.ansinh"
JOBS=${ANS_JOBS:-2}

# ---- building -----------------------------------------------------------------------------------

# ready_build DIR MESON-OPTION…: configures DIR unless it was, for this place, with these options.
# Meson remembers absolute paths, so a moved tree or another root starts anew; what is not Meson's
# in the folder (the practice book, pictures, logs) stays.
ready_build ()
{
  local dir=$1 stamp
  shift
  stamp="$DEV_TOP|$DEV_PLACE|$(meson --version)|${CC-}|$*"
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/.dev-stamp" 2>/dev/null)" = "$stamp" ]; then
    return 0
  fi
  mkdir -p "$dir" && [ -w "$dir" ] ||
    die "cannot write in $dir." "give it back to yourself (chown -R $(id -un) $dir) or remove it."
  find "$dir" -mindepth 1 -maxdepth 1 ! -name practice ! -name tour ! -name dev-logs ! -name .dev-lock -exec rm -rf {} +
  stage "Configuring ${dir##*/}" 'see the log; if a dependency is missing, add it to build-aux/packages.txt.' \
        env LC_ALL=C.UTF-8 meson setup "$dir" "$DEV_TOP" --prefix="$dir/inst" "$@" || return
  printf '%s' "$stamp" >"$dir/.dev-stamp"
}

compile ()                      # compile DIR
{
  stage "Compiling ${1##*/}" 'mend the first error above and start again.' \
        env LC_ALL=C.UTF-8 ninja -C "$1" -j "$JOBS"
}

# What runs is what would be installed: same paths, translations, schemas and icons.
install_build ()                # install_build DIR
{
  [ "$1/.dev-installed" -nt "$1/.ninja_log" ] && return 0
  stage "Installing into ${1##*/}/inst" 'see the log.' \
        env LC_ALL=C.UTF-8 meson install -C "$1" --no-rebuild --quiet --only-changed || return
  touch "$1/.dev-installed"
}

# One ./dev at a time builds in a tree; the lock goes when this process ends or lets it go.
lock_tree ()
{
  mkdir -p "$BUILD" && exec 7>"$BUILD/.dev-lock" || die "cannot write in $BUILD." "make it yours or remove it."
  flock -n 7 || { say 'Another ./dev is building in this tree; waiting for it …'; flock 7; }
}

build ()
{
  local status=0
  lock_tree
  ready_build "$BUILD" && compile "$BUILD" && install_build "$BUILD" || status=$?
  exec 7>&-
  return $status
}

program ()                      # program NAME: its path, or a plain message
{
  [ -x "$INST/bin/$1" ] || die "this tree builds no $1 yet." "see CONTRIBUTING.md for what is there."
  export XDG_DATA_DIRS="$INST/share:/usr/local/share:/usr/share" GSETTINGS_SCHEMA_DIR="$INST/share/glib-2.0/schemas"
  PROGRAM="$INST/bin/$1"
}

# ---- commands -----------------------------------------------------------------------------------

practice_book ()
{
  [ -s "$PRACTICE" ] && return 0
  program so-an-sinh-cli
  mkdir -p "${PRACTICE%/*}"
  rm -f "$PRACTICE".new*
  stage 'Inventing the practice commune of 10,000 people' 'see the log.' \
        "$PROGRAM" new "$PRACTICE.new.ansinh" --practice 10000 --seed 1 --plan hoang-phu-2022 || return
  mv "$PRACTICE.new.ansinh" "$PRACTICE"
}

# Is there a screen that answers?
has_display ()
{
  local socket="${WAYLAND_DISPLAY-}"
  case $socket in ''|/*) ;; *) socket="${XDG_RUNTIME_DIR-}/$socket" ;; esac
  [ -n "$socket" ] && [ -S "$socket" ] && return 0
  [ -n "${DISPLAY-}" ] && timeout 5 xdpyinfo >/dev/null 2>&1
}

do_run ()
{
  local book
  if ! has_display; then
    [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || say "The display ${WAYLAND_DISPLAY:-$DISPLAY} does not answer."
    say 'There is no display here: taking the tour in a virtual one instead.'
    do_tour
    return
  fi
  build || return
  if [ $# -eq 0 ]; then
    practice_book || return
    set -- "$PRACTICE"
  fi
  book=$1
  program so-an-sinh
  say "Opening $book"
  exec "$PROGRAM" "$@"
}

do_cli ()
{
  # a build that fails must not be mistaken for a refusal of the command
  build || exit 70
  program so-an-sinh-cli
  exec "$PROGRAM" "$@"
}

do_tour ()
{
  local dir=${1:-$BUILD/tour} copy pictures f
  build && practice_book || return
  rm -rf "$BUILD/tour.new" && mkdir -p "$BUILD/tour.new" "$dir" || return
  copy="$BUILD/tour.new/xa-mau.ansinh"
  program so-an-sinh-cli
  "$PROGRAM" backup "$PRACTICE" "$copy" >/dev/null 2>&1 || cp "$PRACTICE" "$copy"
  stage 'Printing the list of people as PDF' 'see the log.' \
        "$PROGRAM" list "$copy" people -o "$BUILD/tour.new/danh-sach-nhan-khau.pdf" || return
  ( cd "$BUILD/tour.new" && f=danh-sach-nhan-khau.pdf &&
    last=$(pdfinfo $f | sed -n 's/^Pages: *//p') &&
    pdftoppm -r 80 -png -singlefile -f 1 -l 1 $f in-trang-dau &&
    pdftoppm -r 80 -png -singlefile -f "$last" -l "$last" $f in-trang-cuoi ) || return
  program so-an-sinh
  stage 'Walking through the pages' 'see the log; ./dev shell opens a shell to try by hand.' \
        "$DEV_AUX/headless.sh" "$PROGRAM" --tour "$BUILD/tour.new" "$copy" || return
  rm -f "$copy"*
  pictures=$(find "$BUILD/tour.new" -name '*.png' | wc -l)
  [ "$pictures" -ge 3 ] || die 'the tour left no pictures of pages.' 'run the program by hand: ./dev shell'
  for f in "$BUILD/tour.new"/*; do mv -f "$f" "$dir/"; done
  rmdir "$BUILD/tour.new"
  say ''
  say "The tour is in $dir: $pictures pictures and danh-sach-nhan-khau.pdf"
  ( cd "$dir" && find . -maxdepth 1 -type f -printf '  %f\n' | sort >&2 )
}

# Builds everything, runs everything, and says in one last line how it went.
do_test ()
{
  # -O1 compiles in two thirds of the time and runs as fast under the sanitizers.
  local failed=0 with=${ANS_SANITIZE:-most} sanitize=(-Dapp=false -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false
                           -Doptimization=1 -Ddebug=false -Dc_args='-fsanitize=fuzzer-no-link -gline-tables-only')
  local builds=("$BUILD")
  trap 'echo "0 passed, 1 failed"' EXIT
  lock_tree
  ready_build "$BUILD" && compile "$BUILD" && install_build "$BUILD" || exit 1
  # What needs no display runs again under the sanitizers; ANS_SANITIZE=0 leaves that out, and
  # ANS_SANITIZE=all has the window and the killed imports, too (some minutes more).
  [ "$with" != all ] || sanitize[0]=-Dapp=true
  if [ "$with" != 0 ]; then
    ( export CC=clang
      ready_build "$DEV_TOP/build-asan" "${sanitize[@]}" && compile "$DEV_TOP/build-asan" ) || exit 1
    builds+=("$DEV_TOP/build-asan")
  fi
  trap - EXIT
  # held over the tests: a rebuild beneath them would be a puzzle
  LC_ALL=C.UTF-8 "$DEV_AUX/headless.sh" python3 "$DEV_AUX/run-tests.py" "${builds[@]}" -- "$@" || failed=1
  return $failed
}

do_bench ()
{
  local dir="$DEV_TOP/build-bench"
  lock_tree
  ready_build "$dir" -Dbuildtype=release -Dtests=true && compile "$dir" && install_build "$dir" || return
  exec 7>&-
  [ -e "$DEV_TOP/tests/perf/run.sh" ] || die 'this tree has no tests/perf/run.sh yet.'
  INST="$dir/inst"
  export XDG_DATA_DIRS="$INST/share:/usr/local/share:/usr/share" GSETTINGS_SCHEMA_DIR="$INST/share/glib-2.0/schemas"
  exec "$DEV_AUX/headless.sh" bash "$DEV_TOP/tests/perf/run.sh" "$dir" "$@"
}

do_shell ()
{
  [ $# -eq 0 ] || exec "$@"
  say "In ${DEV_PLACE}; build with: ninja -C build   leave with: exit"
  exec bash
}

# read as a whole before anything runs, so that this file may be edited meanwhile
{
  command=$1
  shift
  "do_$command" "$@"
  exit
}
