import { smallestExpected, testShares } from '../statistics/proportions.ts';
import type { ReadoutContext, ReadoutWarning, StepReadout } from './readout.ts';

/** Below it a mismatch is no chance. Source: Fabijan et al., "Diagnosing Sample Ratio Mismatch", KDD 2019. */
const RATIO_RISK = 0.001;
/** The rule of thumb of the chi-square test. Source: W. G. Cochran, Biometrics 10 (1954). */
const LEAST_EXPECTED = 5;

/** All there is to be careful about, the gravest first. */
export function listWarnings(context: ReadoutContext): ReadoutWarning[] {
  const { step } = context;
  const groups = step.variants.filter(({ exposed }) => exposed > 0);
  if (groups.length < 2 || step.variants[context.control]!.exposed === 0)
    return [{ code: 'nothing-to-compare' }, ...warnOfPeople(context)];
  return [
    ...warnOfRatio(context),
    ...warnOfFew(step),
    ...warnOfEarlyLook(context),
    ...warnOfOpen(step),
    ...warnOfPeople(context),
  ];
}

function warnOfRatio({ result }: ReadoutContext): ReadoutWarning[] {
  const { variants } = result;
  const test = testShares(
    variants.map(({ exposed }) => exposed),
    variants.map(({ weight }) => weight ?? 1),
  );
  return test && test.p < RATIO_RISK ? [{ code: 'sample-ratio', p: test.p }] : [];
}

function warnOfFew({ variants }: StepReadout): ReadoutWarning[] {
  const smallest = smallestExpected(
    variants.map(({ converted, exposed }) => ({ part: converted, whole: exposed })),
  );
  return smallest < LEAST_EXPECTED ? [{ code: 'too-few', smallest }] : [];
}

/** Only a plan says how many people were meant to be there; the difference seen says nothing about it. */
function warnOfEarlyLook({ plan, step }: ReadoutContext): ReadoutWarning[] {
  if (plan.minimumLift === undefined) return [];
  const needed = Math.max(0, ...step.variants.map(({ versus }) => versus?.needed ?? 0));
  const exposed = Math.min(...step.variants.map((variant) => variant.exposed));
  return exposed < needed ? [{ code: 'early-look', needed, exposed }] : [];
}

function warnOfOpen({ variants }: StepReadout): ReadoutWarning[] {
  const open = variants.reduce((total, variant) => total + variant.open, 0);
  return open > 0 ? [{ code: 'windows-running', open }] : [];
}

function warnOfPeople({ result }: ReadoutContext): ReadoutWarning[] {
  const { mixed = 0, unassigned = 0, mixedRule = 'exclude' } = result;
  return [
    ...(mixed > 0 ? [{ code: 'mixed', people: mixed, excluded: mixedRule === 'exclude' } as const] : []),
    ...(unassigned > 0 ? [{ code: 'unassigned', people: unassigned } as const] : []),
  ];
}
