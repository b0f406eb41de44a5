/** A rate of fewer people is "too few to compare". Source: funnels.md, "At a glance". */
export const SMALL_SAMPLE = 30;
