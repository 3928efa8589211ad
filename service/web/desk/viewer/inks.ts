// All inks, the red ones alone, or all but the red ones.
export type Inks = 'all' | 'red' | 'redless'

const ORDER: Inks[] = ['all', 'red', 'redless']

export const nextInks = (now: Inks): Inks => ORDER[(ORDER.indexOf(now) + 1) % ORDER.length]!
