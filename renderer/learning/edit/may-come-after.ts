interface Step {
  readonly id: string
  readonly after: readonly string[]
}

/** The steps that this one may come after: all but itself and those that, over whatever others, come after it. */
export function mayComeAfter<Entry extends Step>(step: Step, steps: readonly Entry[]): readonly Entry[] {
  const behind = new Set([step.id])
  for (let found = 0; found !== behind.size; ) {
    found = behind.size
    for (const { id, after } of steps) if (after.some((one) => behind.has(one))) behind.add(id)
  }
  return steps.filter(({ id }) => !behind.has(id) || step.after.includes(id))
}
