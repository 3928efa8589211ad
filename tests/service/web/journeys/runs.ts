// Long runs are asked for: `script/site journeys`.
export const onlyInLongRuns =
  process.env.VERMILION_JOURNEYS === 'all' ? undefined : 'a long run; script/site journeys has all of them'
