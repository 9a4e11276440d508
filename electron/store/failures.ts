/** What can go wrong with the data file, each with its sentence for the clerk: what happened, what is safe, what to do. */

export type FailureCode =
  | 'oldRuntime'
  | 'cannotLoad'
  | 'folderMissing'
  | 'emptyFile'
  | 'notADatabase'
  | 'otherApplication'
  | 'newerVersion'
  | 'damaged'
  | 'noPermission'
  | 'readOnlyFile'
  | 'readOnlyFolder'
  | 'locked'
  | 'fileMoved'
  | 'fileReplaced'
  | 'fileVanished'
  | 'diskFull'
  | 'ioError'
  | 'backupFailed'
  | 'upgradeFailed'
  | 'noSuchUnit'
  | 'noSuchReport'
  | 'yearMissing'
  | 'unitExists'
  | 'unitNameless'
  | 'reportExists'
  | 'invalidFigure'
  | 'copyOntoItself'
  | 'reported'
  | 'notReported'
  | 'reasonMissing'
  | 'notHandover'
  | 'altered'

/** An error as a value. `message` is one Chinese sentence that can be shown as it is. */
export interface Failure {
  readonly ok: false
  readonly code: FailureCode
  readonly message: string
  /** What was thrown, where the sentence does not say it all; for the log. */
  readonly cause?: unknown
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure

/** What the program was about when it failed: it decides what can be said to be safe. */
export type Task = 'opening' | 'reading' | 'saving' | 'copying'

const safe: Readonly<Record<Task, string>> = {
  opening: '其中的内容没有改动',
  reading: '其中的内容没有改动',
  saving: '刚才的修改没有保存，以前保存的内容不受影响',
  copying: '副本没有做成，原来的数据文件没有改动',
}

const damagedSafe: Readonly<Record<Task, string>> = {
  ...safe,
  opening: '程序没有往里面写任何内容',
  reading: '程序没有往里面写任何内容',
  saving: '刚才的修改没有保存',
}

/** Failures whose sentence depends on nothing but the task. */
type PlainCode = Exclude<FailureCode, 'oldRuntime' | 'upgradeFailed'>

const sentences: Readonly<Record<PlainCode, (task: Task) => string>> = {
  cannotLoad: () =>
    '本程序读写数据的部件在这台电脑上不能启动，数据文件没有打开、其中的内容没有改动，请重新安装本程序，仍不行时请联系技术人员。',
  folderMissing: (task) =>
    task === 'copying'
      ? '找不到要存放副本的文件夹，副本没有做成，原来的数据文件没有改动，请检查U盘或网络盘是否已连接，或另选一个文件夹。'
      : '找不到存放数据文件的文件夹，程序没有新建或改动任何文件，请检查文件夹是否被移动或改名、U盘或网络盘是否已连接，然后重新打开。',
  emptyFile: () =>
    '这个数据文件是空的（0字节），原来的内容可能已经丢失，程序没有改动它，请用备份替换它，确实不需要时请删除它再重新打开，程序会新建一个。',
  notADatabase: () => '所选的文件不是本程序的数据文件，程序没有改动它，请另选一个文件。',
  otherApplication: () => '所选的文件是其他软件的数据文件，程序没有改动它，请另选本程序的数据文件。',
  newerVersion: () => '这个数据文件是由更新版本的本程序保存的，其中的内容没有改动，请安装最新版本后再打开。',
  damaged: (task) =>
    `数据文件已损坏，${damagedSafe[task]}，请先把这个文件原样另存一份，再用最近的备份替换它，或联系技术人员。`,
  noPermission: (task) =>
    `没有读取数据文件的权限，${safe[task]}，请用平时填报的账户登录电脑后再打开，或请管理员授予权限。`,
  readOnlyFile: (task) =>
    `数据文件是只读的，${safe[task]}，请在文件属性中取消“只读”，或把它复制到可以保存文件的文件夹后再打开。`,
  readOnlyFolder: (task) =>
    task === 'copying'
      ? '所选的文件夹不允许保存文件，副本没有做成，原来的数据文件没有改动，请另选一个文件夹。'
      : `数据文件所在的文件夹不允许保存文件，${safe[task]}，请联系管理员授予写入权限，或改用可以保存文件的文件夹。`,
  locked: (task) =>
    `数据文件正被另一个窗口或另一个程序占用，${safe[task]}，请关闭占用它的程序（如另一个年报窗口、备份、同步或杀毒软件）后再试一次。`,
  fileMoved: (task) =>
    `数据文件不在原处（被移动、改名、删除，或U盘、网络盘断开了），${safe[task]}，请把文件放回原处或重新连接U盘、网络盘，然后再试一次。`,
  fileReplaced: () =>
    '原处的数据文件已换成另一份内容不同的，程序没有往里面写任何内容，窗口里还没有保存的修改都还在，请把原来的数据文件放回原处，或记下这些修改后关闭并重新打开本程序。',
  fileVanished: () =>
    '上次使用的数据文件不见了，程序没有新建空白的来代替它，请检查U盘或网络盘是否已连接、文件是否被移动或改名，放回原处后点“再试一次”，或用下面的办法。',
  diskFull: (task) => `磁盘空间不足，${safe[task]}，请清理磁盘后再试一次。`,
  ioError: (task) => `读写磁盘时出错，${safe[task]}，请检查磁盘、U盘或网络盘是否正常连接，然后再试一次。`,
  backupFailed: () =>
    '打开数据文件前需要先升级，但升级前的备份没有做成，升级没有开始，其中的内容没有改动，请检查磁盘空间和文件夹权限后重新打开。',
  noSuchUnit: () => '找不到这个单位，没有作任何修改，请回到单位列表重新选择。',
  yearMissing: () => '这份年报没有年份，没有保存，请先填写报告的年份。',
  noSuchReport: () => '找不到这份年报，没有作任何修改，请回到年报列表重新选择。',
  unitExists: () => '已有同名的单位，没有作任何修改，请换一个名称，或直接使用已有的单位。',
  unitNameless: () => '单位名称是空的，没有作任何修改，请填写单位名称。',
  reportExists: () => '这个单位在这一年已有一份年报，原有的年报没有改动，请打开原有的年报，或改选其他年份。',
  invalidFigure: () => '填入的内容不是有效的数字，刚才的修改没有保存，以前保存的内容不受影响，请重新填写。',
  reported: () => '这份年报已报送、不能再改，这一步没有执行，需要更正时请先点“更正”并写明原因。',
  notReported: () => '这份年报没有标为已报送，没有作任何修改，请回到年报列表重新打开。',
  reasonMissing: () => '没有写更正的原因，没有作任何修改，请写明原因后再试。',
  notHandover: () => '所选的文件不是用“交接”做成的文件，没有接收，现在的数据没有改动，请另选一个文件。',
  altered: () =>
    '交接文件不完整，或在途中被改动过，没有接收，现在的数据没有改动，请让交出的一方重新做一份，换一个U盘或另一种办法带过来。',
  copyOntoItself: () => '副本不能存成正在使用的数据文件本身，副本没有做成，原来的数据文件没有改动，请换一个文件名。',
}

/** Makes a failure with its sentence. */
export const failure = (code: PlainCode, task: Task): Failure => ({ ok: false, code, message: sentences[code](task) })

/** A failure of something that was read on the way to saving: what the clerk is to know is that it is not saved. */
export const asSaving = <T>(result: Result<T>): Result<T> =>
  result.ok || result.code === 'oldRuntime' || result.code === 'upgradeFailed' ? result : failure(result.code, 'saving')

/** The upgrade was taken back; `backup` is the name of the copy made before it. */
export const upgradeFailed = (backup: string, cause: unknown): Failure => ({
  ok: false,
  code: 'upgradeFailed',
  message: `升级数据文件没有成功，文件已恢复到升级前的样子、其中的内容没有改动（另有升级前的备份“${backup}”），请检查磁盘空间后重新打开，仍不行时请联系技术人员。`,
  cause,
})

/** Thrown inside a transaction to take it back; `attempt` makes a value of it. */
export class Refusal extends Error {
  readonly code: PlainCode
  constructor(code: PlainCode) {
    super(code)
    this.code = code
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What SQLite's result codes mean, the more particular first (sqlite.org/rescode.html). */
const meanings: readonly (readonly [prefix: string, code: PlainCode])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  // The journal cannot be created beside the file. SQLite says either, depending on the system.
  ['SQLITE_READONLY_DIRECTORY', 'readOnlyFolder'],
  ['SQLITE_CANTOPEN', 'readOnlyFolder'],
  ['SQLITE_READONLY_DBMOVED', 'fileMoved'],
  ['SQLITE_READONLY', 'readOnlyFile'],
  ['SQLITE_PERM', 'noPermission'],
  ['SQLITE_AUTH', 'noPermission'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_IOERR', 'ioError'],
  ['SQLITE_PROTOCOL', 'ioError'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'noSuchReport'],
]

/** What the file system's error codes mean. */
const systemMeanings: Readonly<Record<string, PlainCode>> = {
  ENOENT: 'folderMissing',
  ENOTDIR: 'folderMissing',
  EACCES: 'readOnlyFolder',
  EPERM: 'readOnlyFolder',
  EROFS: 'readOnlyFolder',
  EISDIR: 'readOnlyFolder',
  ERR_FS_EISDIR: 'readOnlyFolder',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EBUSY: 'locked',
  EIO: 'ioError',
}

/** The failure an exception stands for; undefined where it is a defect of the program and not of the file. */
export function failureOf(error: unknown, task: Task): Failure | undefined {
  if (error instanceof Refusal) return failure(error.code, task)
  const code = codeOf(error)
  const meaning = meanings.find(([prefix]) => code.startsWith(prefix))?.[1] ?? systemMeanings[code]
  return meaning && failure(meaning, task)
}

/** Runs a piece of work; what goes wrong with the file becomes a value, defects of the program are thrown on. */
export function attempt<T>(task: Task, work: () => T): Result<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    const failed = failureOf(error, task)
    if (failed) return failed
    throw error
  }
}
