/** The rules in the words of the clerks; their numbers in the specification stay for who looks one up. */
import { ruleTextOf } from '../../shared/checks/ruleTexts.ts'

/** The word of a rule; its number where there is none. */
export const ruleWord = (rule: string): string => ruleTextOf(rule)?.word ?? rule
