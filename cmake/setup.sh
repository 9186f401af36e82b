#!/usr/bin/env bash
# Installs and fetches what the build needs, and is quiet where nothing is missing.
# Called by ./run and ./test. Everything fetched lands in build/deps; see cmake/packages.txt and
# cmake/sources.txt for what and why.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly root=$PWD
readonly deps=$root/build/deps
readonly apt_folder=$root/build/apt

say() { printf '%s\n' "$*"; }
stop() { printf 'set-up: %s\n' "$*" >&2; exit 1; }
lines_of() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$1"; }

# --- Packages ---

as_root() {
  if ((EUID == 0)); then "$@"; return; fi
  command -v sudo >/dev/null ||
    stop "there is no sudo here, and these packages have to be installed first: ${missing[*]}"
  sudo "$@"
}

install_packages() {
  command -v dpkg-query >/dev/null || stop "this is made for Debian 12; there is no dpkg here."
  local missing=() installed name package command reason
  installed=$'\n'$(dpkg-query -W -f='${db:Status-Status} ${Package}\n')$'\n'
  while read -r name reason; do
    IFS='|' read -r package command <<<"$name"
    [[ $installed == *$'\n'"installed $package"$'\n'* ]] && continue
    [[ -n $command ]] && command -v "$command" >/dev/null && continue
    missing+=("$package")
  done < <(lines_of cmake/packages.txt)
  ((${#missing[@]})) || return 0
  say "Installing ${missing[*]}"
  local log=$root/build/install.log
  mkdir -p build
  # A source of other packages may be away without harm; what harms, the installation says.
  as_root apt-get update -qq >"$log" 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "${missing[@]}" >>"$log" 2>&1 ||
    { tail -n 20 "$log" >&2; stop "apt-get could not install these packages; see above."; }
}

# --- Sources ---

# The mirror from which this machine gets its own Debian packages.
own_mirror() {
  local codename
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 'Component: main' |
    awk -v codename="$codename" '$1 == codename { print $2; exit }'
}

# apt with a source list and folders of its own; the system's lists stay as they are.
private_apt() {  # private_apt TOOL ARGUMENT…
  "$1" -o Dir::Etc::sourcelist="$apt_folder/debian.sources" -o Dir::Etc::sourceparts=- \
    -o Dir::State="$apt_folder/state" -o Dir::State::lists="$apt_folder/lists" \
    -o Dir::Cache="$apt_folder/cache" -o APT::Sandbox::User="$(id -un)" "${@:2}"
}

prepare_private_apt() {
  local mirror suites
  mirror=$(own_mirror)
  [[ -n $mirror ]] ||
    stop "this machine's apt names no Debian mirror, so foreign sources cannot be fetched."
  suites=$(lines_of cmake/sources.txt | awk '{ print $3 }' | sort -u | paste -sd' ')
  mkdir -p "$apt_folder"/{state,lists/partial,cache/archives/partial,packages}
  cat >"$apt_folder/debian.sources" <<SOURCES
Types: deb-src
URIs: $mirror
Suites: $suites
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  private_apt apt-get update -qq ||
    stop "the source lists of $suites could not be read from $mirror."
}

fetch_source() {  # fetch_source NAME UPSTREAM_VERSION SUITE
  local name=$1 upstream=$2 suite=$3 version
  # 1.90.1 may be listed as 1.90.1+ds-1 or 1:1.90.1.dfsg-1, and with several revisions.
  version=$(private_apt apt-cache madison "$name" 2>/dev/null |
    awk -v start="$upstream" -v place="$suite/main" \
      '$3 ~ "^([0-9]+:)?" start "([-+]|[.]dfsg)" && $6 == place { print $3 }' |
    sort --version-sort | tail -1)
  [[ -n $version ]] || stop "this machine's mirror has no source package $name $upstream in $suite."
  say "Fetching $name $version"
  rm -rf "${deps:?}/$name"
  if (cd "$apt_folder/packages" &&
      private_apt apt-get source -qq --download-only --only-source "$name=$version") >/dev/null 2>&1
  then
    # apt has checked the files against the signed list; the uploader's own key is not needed.
    dpkg-source --no-check --no-copy -x "$apt_folder/packages/${name}_${version#*:}.dsc" \
      "$deps/$name" >/dev/null 2>&1 || stop "$name $version came, but could not be unpacked."
    return
  fi
  # Some mirrors keep the upstream archive and not Debian's patches.
  (cd "$apt_folder/packages" &&
    private_apt apt-get source -qq --tar-only --only-source "$name=$version" >/dev/null) ||
    stop "this machine's mirror lists $name $version, but it could not be fetched."
  mkdir -p "$deps/$name"
  version=${version#*:}
  tar -C "$deps/$name" --strip-components=1 \
    -xf "$apt_folder/packages/${name}_${version%-*}.orig.tar."*
}

# Plain C for two languages, out of Snowball's own language.
make_stemmer() {
  local snowball=$deps/snowball stemmer=$deps/stemmer language
  rm -rf "$stemmer" && mkdir -p "$stemmer"
  make --silent -C "$snowball" snowball CFLAGS='-O1 -w'
  for language in english indonesian; do
    "$snowball/snowball" "$snowball/algorithms/$language.sbl" -o "$stemmer/stem_UTF_8_$language" \
      -eprefix "${language}_UTF_8_" -r . -u
  done
  printf '%s UTF_8 %s\n' english english,en indonesian indonesian,id >"$stemmer/modules.txt"
  (cd "$stemmer" && perl "$snowball/libstemmer/mkmodules.pl" modules.h . modules.txt mkinc.mak)
  cp "$snowball"/runtime/{api,utilities}.c "$snowball"/runtime/{api,header}.h \
    "$snowball/include/libstemmer.h" "$stemmer"
  sed -e 's|"\.\./include/libstemmer.h"|"libstemmer.h"|' -e 's|"\.\./runtime/api.h"|"api.h"|' \
    -e 's|"@MODULES_H@"|"modules.h"|' \
    "$snowball/libstemmer/libstemmer_c.in" >"$stemmer/libstemmer.c"
  sed -i 's|"\.\./\./|"|' "$stemmer/modules.h"
}

# Headers for Emscripten, which may not see the rest of Debian's include folder.
copy_headers() {
  rm -rf "$deps/include" && mkdir -p "$deps/include"
  local package
  for package in libfmt-dev libfast-float-dev libexpected-dev nlohmann-json3-dev; do
    dpkg-query -L "$package" | grep -E '^/usr/include/.*\.(h|hpp)$' | while read -r header; do
      install -D -m 644 "$header" "$deps/include/${header#/usr/include/}"
    done
  done
}

make_fonts() {
  local made=$deps/fonts/LumbungSans-SemiBold.ttf
  [[ $made -nt cmake/make_font.py && $made -nt web/design/tokens.json ]] && return
  say "Making the typeface"
  mkdir -p "$deps/fonts"
  # Debian's own Python, because fonttools comes as a Debian package.
  /usr/bin/python3 cmake/make_font.py --tokens web/design/tokens.json --out "$deps/fonts"
}

fetch_sources() {
  mkdir -p "$deps"
  local name upstream suite reason is_prepared=
  while read -r name upstream suite reason; do
    [[ $(cat "$deps/$name/.fetched" 2>/dev/null) == "$upstream $suite" ]] && continue
    [[ -n $is_prepared ]] || prepare_private_apt
    is_prepared=yes
    rm -f "$deps/ready"
    fetch_source "$name" "$upstream" "$suite"
    printf '%s' "$upstream $suite" >"$deps/$name/.fetched"
  done < <(lines_of cmake/sources.txt)
  [[ -f $deps/ready ]] && return
  make_stemmer
  copy_headers
  touch "$deps/ready"
}

# Exactly what the lock file names, into node_modules.
install_node_packages() {
  [[ node_modules/.package-lock.json -nt package-lock.json ]] && return
  say "Installing the JavaScript packages of the tests"
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null ||
    stop "npm could not install what package-lock.json names; its own message stands above."
  touch node_modules/.package-lock.json
}

install_packages
fetch_sources
make_fonts
install_node_packages
