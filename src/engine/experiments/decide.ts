import type { Decision, ReadoutContext, ReadoutWarning, VariantReadout } from './readout.ts';

/**
 * Decides by the careful test (chi-square with Yates' correction), each variant against the control; with several, the
 * risk is divided among them (Bonferroni), because one of many differs by chance more easily.
 */
export function decide(
  { plan, control, step: { variants } }: ReadoutContext,
  warnings: readonly ReadoutWarning[],
): Decision {
  const has = (code: ReadoutWarning['code']) => warnings.some((warning) => warning.code === code);
  if (has('nothing-to-compare')) return { kind: 'no-data' };
  if (has('sample-ratio')) return { kind: 'unsound' };
  const others = [...variants.keys()].filter((i) => i !== control && variants[i]!.exposed > 0);
  const first = bestOf(variants, others);
  if (has('too-few')) return { kind: 'too-few', variant: first };
  const risk = (1 - plan.confidence) / others.length;
  const shown = others.filter((i) => isShown(variants[i]!, risk));
  const better = shown.filter((i) => differenceOf(variants[i]!) > 0);
  if (better.length > 0) return { kind: 'better', variant: bestOf(variants, better) };
  // Only where all do worse is the control the one to keep.
  if (shown.length === others.length) return { kind: 'worse', variant: first };
  return { kind: 'undecided', variant: first };
}

/** Whether a decision holds by the bound for many looks as well; null where no difference was shown. */
export function holdsAnytime(
  { plan, step: { variants }, control }: ReadoutContext,
  decision: Decision,
): boolean | null {
  if (decision.kind !== 'better' && decision.kind !== 'worse') return null;
  const others = variants.filter(({ exposed }, i) => i !== control && exposed > 0);
  const risk = (1 - plan.confidence) / others.length;
  return (variants[decision.variant]!.versus?.anytime ?? 1) < risk;
}

function isShown({ versus }: VariantReadout, risk: number): boolean {
  const p = versus?.chiSquareYates?.p;
  return p !== undefined && p < risk;
}

function differenceOf({ versus }: VariantReadout): number {
  return versus?.difference?.value ?? 0;
}

function bestOf(variants: readonly VariantReadout[], places: readonly number[]): number {
  return places.reduce(
    (best, i) => ((variants[i]!.rate ?? 0) > (variants[best]!.rate ?? 0) ? i : best),
    places[0] ?? 0,
  );
}
