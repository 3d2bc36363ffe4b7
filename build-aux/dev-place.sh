# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where to build: on this machine when it meets the floor, otherwise in a Debian 13 root that is made
# once under the user's cache folder and entered with bubblewrap.

DEV_CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/so-an-sinh"
DEV_SUITE=trixie
DEV_FLOOR=('gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84')
DEV_ROOT_FORMAT=2               # raise when the way a root is made changes

# ---- rights -------------------------------------------------------------------------------------

# as_root COMMAND…: as root, or through sudo. Only sudo itself may ask, for its password, on a terminal.
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -n "${DEV_SUDO_READY-}" ]; then
    sudo -n "$@"
  else
    return 126
  fi
}

# Can packages be installed here? Asked before a stage starts, since a stage has no stdin.
get_rights ()
{
  [ "$(id -u)" -eq 0 ] && return 0
  command -v sudo >/dev/null || return 1
  if sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ] && sudo -v -p 'sudo password, to install packages: '; }; then
    DEV_SUDO_READY=1
  else
    return 1
  fi
}

apt_install ()
{
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; then
    as_root apt-get update || return
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  fi
}

# install_here TITLE PACKAGE…: the ones that are missing, or a message with the command to run.
install_here ()
{
  local title=$1 p missing=()
  shift
  for p in "$@"; do
    # one line for each architecture of the package; "not-installed" is what a removed one says
    dpkg-query -W -f '${db:Status-Status}\n' "$p" 2>/dev/null | grep -qx installed || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  get_rights ||
    die "these packages are missing and may not be installed from here: ${missing[*]}" \
        "run as an administrator:
      apt-get update && apt-get install --no-install-recommends ${missing[*]}
  then start the same ./dev command again."
  stage "$title: ${#missing[@]} packages" \
        "check the network and the apt sources (apt-get update), then start again." \
        apt_install "${missing[@]}" || exit 1
}

# ---- does this machine meet the floor? ----------------------------------------------------------

candidate ()                    # the version of package $1 that apt would install, or nothing
{
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \(.*\)/\1/p' | grep -v none
}

meets_floor ()
{
  local id='' version='' gtk adw
  if command -v pkg-config >/dev/null && pkg-config --exists "${DEV_FLOOR[@]}" 2>/dev/null; then
    return 0
  fi
  command -v apt-cache >/dev/null || return 1
  gtk=$(candidate libgtk-4-dev)
  adw=$(candidate libadwaita-1-dev)
  if [ -n "$gtk" ]; then
    dpkg --compare-versions "$gtk" ge 4.18 && dpkg --compare-versions "${adw:-0}" ge 1.7
    return
  fi
  # apt knows no packages yet (a fresh container): go by the name of the system
  id=$(. /etc/os-release 2>/dev/null; echo "${ID-}")
  version=$(. /etc/os-release 2>/dev/null; echo "${VERSION_ID-999}")
  [ "$id" = debian ] && [ "${version%%.*}" -ge 13 ]
}

# ---- the mirror ---------------------------------------------------------------------------------

# The archive addresses of the system's own suites in apt's sources, in both of their formats.
apt_uris ()
{
  local codename
  codename=$(. /etc/os-release 2>/dev/null; echo "${VERSION_CODENAME-stable}")
  {
    sed -n 's/#.*//; s/^deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?\([^[:space:]]\+\)[[:space:]]\+\([^[:space:]]\+\).*/\2 \3/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
    local f
    for f in /etc/apt/sources.list.d/*.sources; do
      [ -r "$f" ] && awk 'BEGIN { RS = ""; FS = "\n" }
        { uris = suites = ""; off = 0; key = ""
          for (i = 1; i <= NF; i++) {
            if ($i ~ /^#/) continue
            value = $i
            if ($i ~ /^[A-Za-z-]+:/) { key = tolower($i); sub(/:.*/, "", key); sub(/^[^:]*:[ \t]*/, "", value) }
            if (key == "uris") uris = uris " " value
            if (key == "suites") suites = suites " " value
            if (key == "enabled" && tolower(value) ~ /no|false/) off = 1
          }
          n = split(uris, u, " "); m = split(suites, s, " ")
          if (!off) for (i = 1; i <= n; i++) for (j = 1; j <= m; j++) print u[i], s[j] }' "$f"
    done
  } | awk -v c="$codename" '($2 == c || $2 ~ /^(stable|testing|oldstable|sid)$/) && $1 ~ /^(https?|file):/ \
        { sub(/\/+$/, "", $1); if (!seen[$1]++) print $1 }'
}

find_mirror ()
{
  local uri probe
  probe=$(mktemp -d "${TMPDIR:-/tmp}/so-an-sinh-mirror.XXXXXX")
  for uri in ${ANS_MIRROR-} $(apt_uris) http://deb.debian.org/debian; do
    if /usr/lib/apt/apt-helper -o Acquire::Retries=1 -o Acquire::http::Timeout=20 \
        download-file "$uri/dists/$DEV_SUITE/InRelease" "$probe/InRelease" >"$probe/log" 2>&1; then
      rm -rf "$probe"
      echo "$uri"
      return 0
    fi
  done
  tail -n 3 "$probe/log" >&2
  rm -rf "$probe"
  return 1
}

# ---- the root -----------------------------------------------------------------------------------

root_name ()                    # root_name LIST…: named by what is in it
{
  local sum
  sum=$({ echo "$DEV_ROOT_FORMAT $DEV_SUITE $(dpkg --print-architecture)"; packages_of "$@"; } | sha256sum)
  echo "debian13-${sum:0:12}"
}

# bubblewrap's ways of being root inside: as root itself, or by a user namespace.
bwrap_root ()
{
  local args=(--die-with-parent)
  [ "$(id -u)" -eq 0 ] || args+=(--unshare-user --uid 0 --gid 0)
  bwrap "${args[@]}" --bind "$1" / --dev-bind /dev /dev --bind /proc /proc --tmpfs /run --tmpfs /tmp \
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --clearenv --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin \
    --setenv DEBIAN_FRONTEND noninteractive --setenv LC_ALL C.UTF-8 --setenv HOME /root --chdir / "${@:2}"
}

# The root comes as a tar stream and is unpacked as files of the user, so that removing the cache
# folder needs no rights, and root and ordinary users go one way.
unpack_root ()                  # unpack_root DIR MIRROR PACKAGE…
{
  local dir=$1 mirror=$2 mode=root proxy var args=()
  shift 2
  [ "$(id -u)" -eq 0 ] || mode=unshare
  for var in http https; do
    proxy=$(apt-config dump --format '%v' "Acquire::$var::Proxy" 2>/dev/null || true)
    [ -z "$proxy" ] || args+=(--aptopt="Acquire::$var::Proxy \"$proxy\"")
  done
  case $mirror in *snapshot*) args+=(--aptopt='Acquire::Check-Valid-Until "false"') ;; esac
  (
    set -o pipefail
    # /tmp may be small (in memory) and the cache folder closed to mapped users: /var/tmp is neither
    TMPDIR=/var/tmp mmdebstrap --verbose --mode=$mode --format=tar --variant=apt "${args[@]}" \
      --aptopt='APT::Install-Recommends "false"' --aptopt='APT::Sandbox::User "root"' \
      --dpkgopt=force-unsafe-io \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --dpkgopt='path-exclude=/usr/share/gtk-doc/*' --dpkgopt='path-exclude=/usr/share/help/*' \
      --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-include=/usr/share/locale/vi/*' \
      --include="$(IFS=,; echo "$*")" \
      --customize-hook='for l in vi_VN en_US; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
      --customize-hook='mkdir -p "$1/usr/local/share/fonts/host"' \
      "$DEV_SUITE" - "$mirror" |
      tar -x -C "$dir" --no-same-owner --exclude='./dev/*'
  )
}

# Adds packages to a copy of an older root (hard links: dpkg replaces files, never rewrites them).
extend_root ()                  # extend_root OLD DIR PACKAGE…
{
  local old=$1 dir=$2
  shift 2
  rmdir "$dir" && cp -al "$old" "$dir" && cp --remove-destination "$old/etc/so-an-sinh.packages" "$dir/etc/" &&
    bwrap_root "$dir" apt-get update &&
    bwrap_root "$dir" apt-get install -y --no-install-recommends "$@" &&
    bwrap_root "$dir" apt-get clean
}

# An existing root whose packages are all still wanted, the fullest first.
root_to_extend ()               # root_to_extend WANTED-FILE
{
  local r best='' most=0 n
  for r in "$DEV_CACHE"/debian13-*/; do
    r=${r%/}
    [ -r "$r/etc/so-an-sinh.packages" ] && [ "$(head -n 1 "$r/etc/so-an-sinh.packages")" = "# $DEV_ROOT_FORMAT" ] || continue
    [ -z "$(packages_of "$r/etc/so-an-sinh.packages" | comm -23 - "$1")" ] || continue
    n=$(packages_of "$r/etc/so-an-sinh.packages" | wc -l)
    [ "$n" -gt "$most" ] && most=$n && best=$r
  done
  echo "$best"
}

check_root_tools ()
{
  local tools=(mmdebstrap bubblewrap debian-archive-keyring)
  command -v apt-get >/dev/null ||
    die "this system has neither GTK 4.18 with libadwaita 1.7 nor apt to make a Debian 13 root with." \
        "install the development packages of gtk4 ≥ 4.18, libadwaita ≥ 1.7, sqlcipher, libxlsxwriter, libarchive, expat, json-glib and meson ≥ 1.7."
  [ "$(id -u)" -eq 0 ] || tools+=(uidmap)
  install_here 'Installing the tools that make a Debian 13 root' "${tools[@]}"
  if [ "$(id -u)" -eq 0 ]; then
    bwrap --ro-bind / / true 2>/dev/null ||
      die "bubblewrap may not mount anything here (a container without the right to)." \
          "give the container CAP_SYS_ADMIN, or run ./dev on a Debian 13 system, where it builds in place."
    return 0
  fi
  bwrap --unshare-user --ro-bind / / true 2>/dev/null ||
    die "this system does not let ordinary users make user namespaces." \
        "run as an administrator: sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0"
}

check_subuids ()
{
  [ "$(id -u)" -eq 0 ] && return 0
  grep -qE "^($(id -un)|$(id -u)):" /etc/subuid 2>/dev/null && grep -qE "^($(id -un)|$(id -u)):" /etc/subgid && return 0
  get_rights && as_root usermod --add-subuids 300000-365535 --add-subgids 300000-365535 "$(id -un)" && return 0
  die "your account has no range of subordinate user ids, which making the root needs." \
      "run as an administrator: usermod --add-subuids 300000-365535 --add-subgids 300000-365535 $(id -un)"
}

# Roots of other package lists that nobody is in and nobody entered for a week, and what an
# interrupted build left.
clean_cache ()
{
  local r
  for r in "$DEV_CACHE"/new-* "$DEV_CACHE"/wanted-*; do
    [ -e "$r" ] && ! kill -0 "${r##*-}" 2>/dev/null && rm -rf "$r"
  done
  find "$DEV_CACHE" -maxdepth 1 -name 'debian13-*.lock' -mtime +7 2>/dev/null | while read -r r; do
    [ "${r%.lock}" = "$DEV_CACHE/$1" ] && continue
    flock -n "$r" true && rm -rf "${r%.lock}" "$r"
  done
  return 0
}

# Makes the root for the given lists when there is none yet, and sets DEV_ROOT.
ensure_root ()                  # ensure_root LIST…
{
  local name mirror old new wanted
  name=$(root_name "$@")
  DEV_ROOT="$DEV_CACHE/$name"
  [ -d "$DEV_ROOT" ] && command -v bwrap >/dev/null && return 0
  check_root_tools
  check_subuids
  mkdir -p "$DEV_CACHE" || die "cannot make $DEV_CACHE" "free the place or set XDG_CACHE_HOME to a folder of yours."
  exec 8>"$DEV_CACHE/making.lock"
  flock -n 8 || { say '  waiting for another ./dev that is making the root …'; flock 8; }
  [ -d "$DEV_ROOT" ] && { exec 8>&-; return 0; }
  clean_cache "$name"
  new="$DEV_CACHE/new-$$"
  wanted="$DEV_CACHE/wanted-$$"
  # shellcheck disable=SC2064
  trap "rm -rf '$new' '$wanted'" EXIT
  trap 'exit 130' INT TERM
  mkdir "$new" && packages_of "$@" >"$wanted" || exit 1
  local packages
  mapfile -t packages <"$wanted"
  old=$(root_to_extend "$wanted")
  if [ -n "$old" ]; then
    local added
    mapfile -t added < <(packages_of "$old/etc/so-an-sinh.packages" | comm -13 - "$wanted")
    stage "Adding to the Debian 13 root: ${#added[@]} packages" 'nothing: a new root is made instead.' \
          extend_root "$old" "$new" "${added[@]}" || { rm -rf "$new"; mkdir "$new"; old=''; }
  fi
  if [ -z "$old" ]; then
    [ "$(df -Pk "$DEV_CACHE" | awk 'NR == 2 { print int ($4 / 1024) }')" -ge 3000 ] ||
      die "less than 3 GB free for the Debian 13 root in $DEV_CACHE" "free some, or set XDG_CACHE_HOME to a roomier folder."
    mirror=$(find_mirror) ||
      die "no Debian archive answered (asked the ones of apt, then deb.debian.org)." \
          "check the network, or name one: ANS_MIRROR=http://…/debian ./dev …"
    say "This system is older than the program needs; making a Debian 13 root (once, about 1.5 GB)"
    say "  from $mirror in $DEV_ROOT"
    stage "Making the Debian 13 root: ${#packages[@]} packages" \
          "check the network and the free space, then start again; nothing half-made was kept." \
          unpack_root "$new" "$mirror" "${packages[@]}" || exit 1
  fi
  [ "$(wc -c <"$new/etc/machine-id")" -ge 32 ] || tr -d - </proc/sys/kernel/random/uuid >"$new/etc/machine-id"
  { echo "# $DEV_ROOT_FORMAT"; cat "$wanted"; } >"$new/etc/so-an-sinh.packages" &&
    mv -T "$new" "$DEV_ROOT" || die "could not finish $DEV_ROOT" "check the free space and start again."
  rm -f "$wanted"
  trap - EXIT INT TERM
  exec 8>&-
}

# enter_root COMMAND…: replaces this process by COMMAND in the root. /usr, /etc and /var are the
# root's and read-only; home, /tmp and every other folder of the machine keep their place.
enter_root ()
{
  local args=(--die-with-parent --clearenv) d v name passwd
  [ "$(id -u)" -eq 0 ] || args+=(--unshare-user)
  args+=(--ro-bind "$DEV_ROOT/usr" /usr --ro-bind "$DEV_ROOT/etc" /etc --ro-bind "$DEV_ROOT/var" /var)
  for d in "$DEV_ROOT"/*; do
    [ -L "$d" ] && args+=(--symlink "$(readlink "$d")" "/${d##*/}")
  done
  args+=(--dev-bind /dev /dev --bind /proc /proc --ro-bind /sys /sys --tmpfs /run --bind /var/tmp /var/tmp)
  for d in /*; do
    name=${d#/}
    case $name in bin|sbin|lib*|usr|etc|var|dev|proc|sys|run|boot|lost+found) continue ;; esac
    [ -L "$d" ] && args+=(--symlink "$(readlink "$d")" "$d") && continue
    [ -d "$d" ] && [ -r "$d" ] && args+=(--bind "$d" "$d")
  done
  for d in "$DEV_TOP" "$PWD" "$HOME"; do
    case $d in /usr*|/etc*|/var*|/run*) args+=(--bind "$d" "$d") ;; esac
  done
  # the desktop: session bus, Wayland and PulseAudio sockets, removable disks, fonts
  for d in "${XDG_RUNTIME_DIR-}" /run/media /run/dbus; do
    [ -n "$d" ] && [ -d "$d" ] && args+=(--bind "$d" "$d")
  done
  case ${XAUTHORITY-} in /run/*) [ -r "$XAUTHORITY" ] && args+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY") ;; esac
  [ -s /etc/machine-id ] && args+=(--ro-bind /etc/machine-id /etc/machine-id)
  [ -n "${DEV_HOST_FONTS-}" ] && [ -d /usr/share/fonts ] && args+=(--ro-bind /usr/share/fonts /usr/local/share/fonts/host)
  # the day begins when it begins on this machine
  [ -n "${TZ-}" ] || case $(readlink /etc/localtime) in
    */zoneinfo/*) TZ=$(readlink /etc/localtime); export TZ="${TZ##*/zoneinfo/}" ;;
  esac
  # who we are, for programs that ask
  passwd="$DEV_CACHE/passwd.$(id -u)"
  { getent passwd "$(id -u)"; grep -v "^$(id -un):" "$DEV_ROOT/etc/passwd"; } >"$passwd.$$" && mv "$passwd.$$" "$passwd"
  args+=(--ro-bind "$passwd" /etc/passwd)
  for v in $(compgen -e); do
    case $v in
      HOME|USER|LOGNAME|TERM|COLORTERM|NO_COLOR|LANG|LANGUAGE|LC_*|TZ|CI|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|XMODIFIERS|\
      DBUS_SESSION_BUS_ADDRESS|XDG_*|GTK_*|GDK_*|GSK_*|G_*|ADW_*|GSETTINGS_*|GIO_*|ANS_*|DEV_*|MESON_*|\
      ASAN_OPTIONS|LSAN_OPTIONS|UBSAN_OPTIONS|*_proxy) args+=(--setenv "$v" "${!v}") ;;
    esac
  done
  # held as long as something runs in the root, so that no other ./dev clears it away
  exec 9>"$DEV_ROOT.lock"
  flock -s 9
  touch "$DEV_ROOT.lock"
  exec bwrap "${args[@]}" --unsetenv XDG_DATA_DIRS --setenv PATH /usr/bin:/bin:/usr/sbin:/sbin \
    --setenv DEV_PLACE "${DEV_ROOT##*/}" --chdir "$PWD" "$@"
}

# Vietnamese unless the user chose a language, and only languages that the program speaks.
choose_language ()
{
  case ${LC_ALL:-${LANG-}} in
    ''|C|C.*|POSIX) export LANG=vi_VN.UTF-8; unset LC_ALL ;;
    vi_VN*|en_US*) ;;
    *) export LANG=en_US.UTF-8; unset LC_ALL ;;
  esac
}

# A machine that builds in place may lack the Vietnamese locale; making it there needs rights, making
# it for ourselves does not.
ensure_locale_here ()
{
  local l dir="$DEV_CACHE/locale"
  [ "$(LC_ALL=C locale -a 2>/dev/null | grep -ciE '^(vi_VN|en_US)\.utf-?8$')" -ge 2 ] && return 0
  mkdir -p "$dir"
  for l in vi_VN en_US; do
    [ -s "$dir/$l.UTF-8/LC_IDENTIFICATION" ] || localedef -i $l -f UTF-8 "$dir/$l.UTF-8" 2>/dev/null ||
      say "  the locale $l could not be made; is the package locales installed?"
  done
  export LOCPATH="$dir"
}

# in_place_or_root LISTS… -- COMMAND…: never returns.
in_place_or_root ()
{
  local lists=()
  while [ "$1" != -- ]; do lists+=("$1"); shift; done
  shift
  choose_language
  if [ "${ANS_PLACE-}" = host ] || { [ "${ANS_PLACE-}" != root ] && meets_floor; }; then
    if command -v dpkg-query >/dev/null; then
      local packages
      mapfile -t packages < <(packages_of "${lists[@]}")
      install_here 'Installing what the build needs' "${packages[@]}"
    fi
    ensure_locale_here
    export DEV_PLACE=host
    exec "$@"
  fi
  ensure_root "${lists[@]}"
  enter_root "$@"
}
