# What the installer for Windows adds to electron-builder's own script. Included before it.
!include WinVer.nsh
!include LogicLib.nsh

!macro needsWindows10
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "公开年报需要 Windows 10 或更高版本（64 位），这台电脑的系统较旧，没有安装，什么都没有改动。请在 Windows 10、Windows 11、银河麒麟 V10 或统信 UOS V20 的电脑上使用。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

# The installer's .onInit; while the uninstaller is being built this runs on the building machine, whatever it is.
!macro preInit
  !ifndef BUILD_UNINSTALLER
    !insertmacro needsWindows10
  !endif
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "程序将被卸载，填报的数据会保留，在这个文件夹里：$\r$\n$\r$\n$APPDATA\nianbao$\r$\n$\r$\n以后再安装本程序，打开就能接着用；确定不再需要时，可以自己删除这个文件夹。" /SD IDOK
  ${EndIf}
!macroend
