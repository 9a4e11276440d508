/** Names that main.ts and preload.ts share. Apart from everything else, so that the preload script stays small. */

/** The page asks, the main process answers. */
export const callChannel = 'nianbao'
/** The menu's commands, sent to the page. */
export const commandChannel = 'nianbao:command'
