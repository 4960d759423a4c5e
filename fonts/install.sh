#!/usr/bin/env bash
# Installs what PDF, page pictures and the page tests need, on Debian and its kin: LibreOffice Writer, poppler,
# fontconfig, and open faces for the official ones. What is there already is left alone; run it as often as you like.
# `fonts/install.sh npm` also sees to npm, which only `make test-pages` needs.
set -euo pipefail
cd "$(dirname "$0")"

FANDOL=/usr/local/share/fonts/fandol
FACES=(FandolFang-Regular FandolKai-Regular FandolHei-Regular FandolHei-Bold FandolSong-Regular FandolSong-Bold)
RULES=/etc/fonts/conf.d/30-reportgen-fonts.conf

has_command() { command -v "$1" >/dev/null; }
has_faces() {
    local face
    for face in "${FACES[@]}"; do [ -f "$FANDOL/$face.otf" ] || return 1; done
}
has_family() { has_command fc-list && [ -n "$(fc-list "$1" file)" ]; }

packages=()
{ has_command soffice && [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/../program/libswlo.so" ]; } ||
    packages+=(libreoffice-writer-nogui)
has_command pdftoppm || packages+=(poppler-utils)
has_command fc-list || packages+=(fontconfig)
has_family 'Noto Serif CJK SC' || packages+=(fonts-noto-cjk)
has_family 'Liberation Serif' || packages+=(fonts-liberation2)
if [ "${1:-}" = npm ] && ! has_command npm; then packages+=(npm); fi

missing=("${packages[@]}")
has_faces || missing+=("$FANDOL")
cmp -s reportgen-fonts.conf "$RULES" || missing+=("$RULES")
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi

if ! has_command apt-get || ! has_command dpkg-deb; then
    echo "缺少：${missing[*]}。本命令只会在 Debian、Ubuntu 上安装；其他系统请自行安装 LibreOffice、poppler、fontconfig 和中文字体。" >&2
    echo "Missing: ${missing[*]}. This only installs on Debian and Ubuntu; elsewhere install LibreOffice, poppler, fontconfig and Chinese fonts yourself." >&2
    exit 2
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "缺少：${missing[*]}。安装需要管理员权限，请运行：sudo make system" >&2
    echo "Missing: ${missing[*]}. Installing them needs root; run: sudo make system" >&2
    exit 2
fi

export DEBIAN_FRONTEND=noninteractive
if [ ${#packages[@]} -gt 0 ] || ! has_faces; then apt-get update -qq; fi
if [ ${#packages[@]} -gt 0 ]; then apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null; fi
if ! has_faces; then
    # The Fandol faces (GPL 3 with font exception) from the package that carries them, without TeX.
    download=$(mktemp -d)
    trap 'rm -rf "$download"' EXIT
    (cd "$download" && apt-get -o APT::Sandbox::User=root download -qq texlive-lang-chinese)
    dpkg-deb --fsys-tarfile "$download"/texlive-lang-chinese_*.deb | tar -x -C "$download" --wildcards '*/fandol/*.otf'
    mkdir -p "$FANDOL"
    for face in "${FACES[@]}"; do
        find "$download" -name "$face.otf" -exec install -m 644 {} "$FANDOL/" \;
    done
fi
install -D -m 644 reportgen-fonts.conf "$RULES"
fc-cache -f
echo "已装好：${missing[*]} / installed: ${missing[*]}"
