# What the installer for Windows adds to electron-builder's own script. Included before it.
!include "${__FILEDIR__}/windows10.nsh"

# The installer's .onInit; while the uninstaller is being built this runs on the building machine, whatever it is.
!macro preInit
  !ifndef BUILD_UNINSTALLER
    !insertmacro needsWindows10 "没有安装" "/SD IDOK"
  !endif
!macroend

!macro customUnInstall
  ${IfNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "程序将被卸载，填报的数据会保留，在这个文件夹里：$\r$\n$\r$\n$APPDATA\nianbao$\r$\n$\r$\n（在“设置”里移动过位置的，在当时选的文件夹里。）以后再安装本程序，打开就能接着用；确定不再需要时，可以自己删除这个文件夹。" /SD IDOK
  ${EndIf}
!macroend
