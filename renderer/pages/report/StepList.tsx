/** The steps of a report, each with its state in words. */
import type { Step, StepId } from './steps.ts'

interface StepListProps {
  readonly steps: readonly Step[]
  readonly current: StepId
  readonly onChoose: (id: StepId) => void
}

export function StepList({ steps, current, onChoose }: StepListProps) {
  return (
    <nav className="step-list" aria-label="年报的各部分">
      <ol>
        {steps.map(({ id, name, state }) => (
          <li key={id}>
            <button type="button" aria-current={id === current ? 'step' : undefined} onClick={() => onChoose(id)}>
              <span className="step-name">{name}</span>
              {state.words !== '' && <span className={`step-state step-${state.tone}`}>{state.words}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
