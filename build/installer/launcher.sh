#!/bin/sh
# 公开年报: looks at the system, says in one sentence what is missing, and starts the program.
# Electron's own answer would be a line of English in a terminal that nobody sees.
here=$(dirname "$(readlink -f "$0")")
needed=@GLIBC@

say() {
  echo "公开年报：$1" >&2
  [ -n "$DISPLAY$WAYLAND_DISPLAY" ] || return 0
  if command -v zenity >/dev/null 2>&1; then zenity --error --no-wrap --title=公开年报 --text="$1"
  elif command -v kdialog >/dev/null 2>&1; then kdialog --title 公开年报 --error "$1"
  elif command -v xmessage >/dev/null 2>&1; then xmessage -center "$1"
  elif command -v notify-send >/dev/null 2>&1; then notify-send 公开年报 "$1"
  fi
}

found=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed -n 's/^glibc //p')
if [ -n "$found" ] && [ "$(printf '%s\n%s\n' "$needed" "$found" | sort -V | head -n 1)" != "$needed" ]; then
  say "这台电脑的系统（glibc $found）太旧，程序要求 glibc $needed 或更高版本，没有启动，数据没有改动；请升级系统（银河麒麟 V10、统信 UOS V20 或更新版本），或换一台电脑。"
  exit 1
fi

# The page never runs without a sandbox: either the setuid helper of the .deb, or user namespaces of the kernel.
if [ ! -u "$here/chrome-sandbox" ] && ! unshare --user true >/dev/null 2>&1; then
  say "这个系统不允许免安装的程序建立安全沙箱，程序没有启动，数据没有改动；请改用 .deb 安装包安装。"
  exit 1
fi

# The AppImage's own start script would leave the sandbox out where it believes it unavailable.
for argument; do
  shift
  [ "$argument" = --no-sandbox ] || set -- "$@" "$argument"
done

# On ARM kernels with memory pages of 64 KB earlier Electrons ended with a segmentation fault. Whether this one does is not
# known: it is started, and where it ends by a signal of that kind (132 to 139, but for 137, a kill) the likely cause is said.
pages=$(getconf PAGESIZE 2>/dev/null)
[ "${pages:-4096}" -gt 16384 ] || exec "$here/nianbao-electron" "$@"
"$here/nianbao-electron" "$@"
ended=$?
case $ended in
132 | 133 | 134 | 135 | 139)
  say "程序意外结束，显示过“已保存”的内容都在；这台电脑的系统内核使用 $((pages / 1024))KB 的内存页，多半是这个原因，请换一台电脑，或者请信息化部门换用 4KB 内存页的内核。"
  ;;
esac
exit "$ended"
