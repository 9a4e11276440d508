#!/bin/sh
# Builds better-sqlite3's Linux binaries (x64, arm64) so that they load where glibc is as old as 2.28 (银河麒麟 V10, 统信 UOS V20):
# the ones in the package need 2.34. Needs root, debootstrap and a Debian mirror that still has bullseye (glibc 2.31), or Debian's archive. Only g++ 10
# and its cross compiler are taken from there; the sources come from node_modules. Takes about five minutes.
#
#   sh build/oldGlibc.sh [MIRROR]      the result is out/oldGlibc/linux-x64.node and linux-arm64.node
#
# `npm run dist` packs what it finds there. What a binary needs: objdump -T FILE | grep -o 'GLIBC[X0-9_.]*' | sort -Vu
set -eu
cd "$(dirname "$0")/.."
out=out/oldGlibc
root=${OLD_GLIBC_ROOT:-$PWD/$out/bullseye}
mkdir -p "$out"
if [ ! -x "$root/usr/bin/aarch64-linux-gnu-g++" ]; then
  debootstrap --variant=minbase --include=g++,g++-aarch64-linux-gnu bullseye "$root" ${1:+"$1"}
fi

work=$root/build
rm -rf "$work"
mkdir -p "$work"
cp -r node_modules/better-sqlite3 "$work/better-sqlite3"
cp -r node_modules/node-addon-api "$work/node-addon-api"
cp -r node_modules/node-api-headers/include "$work/node-api"

# 2.29 gave exp, log, log2 and pow new versions that no longer set errno; the first versions are everywhere.
cat >"$work/oldMath.h" <<'C'
#if defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#else
#define FIRST "GLIBC_2.2.5"
#endif
__asm__(".symver exp,exp@" FIRST);
__asm__(".symver log,log@" FIRST);
__asm__(".symver log2,log2@" FIRST);
__asm__(".symver pow,pow@" FIRST);
C

# The flags of better-sqlite3's own binding.gyp; SQLite is compiled without -flto, which would lose the .symver above.
cat >"$work/build.sh" <<'C'
set -eu
cd /build/better-sqlite3
defines=$(sed -n "s/^ *'\(.*\)',\$/-D\1/p" deps/defines.gypi | tr '\n' ' ')
build() {
  "$2gcc" -O3 -fPIC -std=c99 -w -DNDEBUG -fvisibility=hidden $defines -include /build/oldMath.h \
    -c deps/sqlite3/sqlite3.c -o "/build/sqlite-$1.o"
  "$2g++" -O3 -fPIC -std=c++20 -flto -fvisibility=hidden -fvisibility-inlines-hidden -DNDEBUG -DNAPI_VERSION=10 \
    -DNAPI_DISABLE_CPP_EXCEPTIONS -DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS -DBUILDING_NODE_EXTENSION $defines \
    -Ideps/sqlite3 -I/build/node-addon-api -I/build/node-api -c src/better_sqlite3.cpp -o "/build/addon-$1.o"
  "$2g++" -shared -O3 -flto -static-libstdc++ -static-libgcc -Wl,-Bsymbolic -Wl,--exclude-libs,ALL -Wl,-s \
    -o "/build/linux-$1.node" "/build/addon-$1.o" "/build/sqlite-$1.o" -lpthread -ldl -lm
}
build x64 ''
build arm64 aarch64-linux-gnu-
C
chroot "$root" sh /build/build.sh
for arch in x64 arm64; do
  install -m 644 "$work/linux-$arch.node" "$out/linux-$arch.node"
  newest=$(grep -ao 'GLIBC_[0-9.]*' "$out/linux-$arch.node" | sort -Vu | tail -n 1)
  echo "$out/linux-$arch.node: $newest"
  case $newest in GLIBC_2.[0-9] | GLIBC_2.1[0-9] | GLIBC_2.2[0-8] | GLIBC_2.*.*) ;; *) echo "more than GLIBC_2.28" >&2 && exit 1 ;; esac
done
