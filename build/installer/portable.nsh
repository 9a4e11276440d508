# What the portable program for Windows adds to electron-builder's own script, which has no place for it: a section of its
# own. Sections run in the order in which they stand, so this one runs before anything is unpacked. The portable program is
# always silent: its box has to be seen all the same.
!include "${__FILEDIR__}/windows10.nsh"

Section
  !insertmacro needsWindows10 "没有打开" ""
SectionEnd
