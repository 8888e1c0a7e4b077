#!/bin/sh
# Build a PyInstaller folder for this system and self-test it away from the sources, without a network.
set -eu
cd "$(dirname "$0")/.."
out=build/installer-quick
rm -rf "$out"
mkdir -p build
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1764000000) PYTHONHASHSEED=1 \
    .venv/bin/pyinstaller installer/govdesk.spec --noconfirm --log-level WARN \
    --distpath "$out/dist" --workpath "$out/work" 2>"$out.log" || { cat "$out.log" >&2; exit 1; }
if grep -i libqxcb "$out.log"; then
    echo "Qt's xcb plugin lacks libraries: see $out.log" >&2
    exit 1
fi
du -sh "$out/dist/govdesk"

# The copy lies elsewhere, so that nothing of the source tree can be read by accident.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -a "$out/dist/govdesk" "$place/app"
cd "$place"
isolated="env -i PATH=/usr/bin:/bin HOME=$place LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen"
if unshare -rn true 2>/dev/null; then isolated="unshare -rn $isolated"
elif unshare -n true 2>/dev/null; then isolated="unshare -n $isolated"
else echo "unshare is not allowed here: self-test runs with the network in reach"; fi
$isolated "$place/app/govdesk" selftest
