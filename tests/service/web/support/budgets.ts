// What may take how long holds on a machine that does nothing else, which VERMILION_QUIET says of this one. Any other may
// be building meanwhile: there the same tests find what is slow by far.
const kSlower = process.env.VERMILION_QUIET === undefined ? 20 : 1

export const within = (budget_ms: number) => budget_ms * kSlower
