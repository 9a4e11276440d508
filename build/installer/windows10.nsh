# One sentence instead of a crash on Windows 7 and 8. `DONE` says what did not happen; `SILENT` is what a box needs that
# nobody is to see in a silent run.
!include WinVer.nsh
!include LogicLib.nsh

!macro needsWindows10 DONE SILENT
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "公开年报需要 Windows 10 或更高版本（64 位），这台电脑的系统较旧，${DONE}，什么都没有改动。请在 Windows 10、Windows 11、银河麒麟 V10 或统信 UOS V20 的电脑上使用。" ${SILENT}
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend
