/** A text as rules compare it: blanks taken out and letters of one width. Positions are lost. */
export const cleanLine = (text: string): string => text.replaceAll(/\s+/g, '').normalize('NFKC')
