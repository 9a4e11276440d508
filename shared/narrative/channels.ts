/** The ways by which applications come: 网络申请5件、信函申请3件. The tables do not count them. */
import { type Label, onlyKinds, rolesOf, topicsOf } from './label.ts'
import type { Subject } from './subjects.ts'

const channel =
  /^(?:(?:通过|以|采取)?(?:网络|网上|线上|互联网|网站|在线|信函|邮寄|寄信|书信|书面|当面|现场|窗口|传真|电子邮件|平台)(?:渠道|方式|途径|形式|平台|窗口|提交|提出|申请|收到)*)+$/

/** Whether a label names nothing but the way by which applications came. */
export const isChannel = (label: Label): boolean =>
  label.unknown.length > 0 &&
  label.unknown.every((word) => channel.test(word)) &&
  onlyKinds(label, ['role']) &&
  rolesOf(label).every((role) => role === 'received' || role === 'accepted') &&
  topicsOf(label).every(({ id }) => id === 'applications')

/** Whether a number is that of all applications that came in. */
export const cameIn = (subject: Subject): boolean =>
  subject.about === 'applications' &&
  subject.rows.every((row) => row === 'received' || row === 'accepted' || row === 'handled') &&
  subject.columns.every((column) => column === 'all')

/** Whether a number is that of all applications carried in. */
export const isCarriedIn = (subject: Subject): boolean =>
  subject.about === 'applications' &&
  subject.rows.length === 1 &&
  subject.rows[0] === 'carriedIn' &&
  subject.columns.every((column) => column === 'all')
