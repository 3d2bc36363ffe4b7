#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-po.sh PO: nothing of the program is untranslated, fuzzy or wrongly formatted in PO.
# check-po.sh --update PO: brings PO up to date with the sources first.
set -u
update=
[ "${1-}" = --update ] && update=1 && shift
po=$(realpath "${1:?a .po file}")
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# the same keywords as Meson's preset "glib"
xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --add-comments --package-name=so-an-sinh \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=Q_:1g \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=g_dngettext:2:pass-c-format \
  --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
  --output="$work/now.pot" 2>"$work/log" || { cat "$work/log"; exit 1; }

# a format macro of GLib in the middle cuts the string short for the translator: print the number first
if grep -nE -B3 '^(msgid |")(.*[^%])?%"$' "$work/now.pot" | grep -E '#:|%"$'; then
  echo 'These strings end where a macro like G_GSIZE_FORMAT begins; write %lu, %d or %s instead.'
  exit 1
fi
if [ -n "$update" ]; then
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --previous "$po" "$work/now.pot" &&
    msgattrib --no-obsolete --output-file="$po" "$po" || exit 1
fi
msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" "$po" "$work/now.pot" || exit 1
msgfmt --check --output-file=/dev/null "$work/merged.po" || exit 1
open=$(msgattrib --untranslated --no-obsolete "$work/merged.po"; msgattrib --only-fuzzy --no-obsolete "$work/merged.po")
if [ -n "$open" ]; then
  echo "${po##*/} leaves $(grep -c '^msgid ' <<<"$open") entries open (the first, empty one counts as its head):"
  grep -E '^(#:|msgid)' <<<"$open" | head -n 60
  echo "To mend it: build-aux/check-po.sh --update po/${po##*/}, then translate what is empty."
  exit 1
fi
