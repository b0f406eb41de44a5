/** What we use of jstat, which has no types of its own. */
declare module 'jstat' {
  const jStat: {
    normal: {
      cdf(x: number, mean: number, deviation: number): number;
      inv(probability: number, mean: number, deviation: number): number;
    };
    chisquare: { cdf(x: number, degreesOfFreedom: number): number };
  };
  export default jStat;
}
