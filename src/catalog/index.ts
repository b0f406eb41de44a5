import { FunnelwheelError } from '../engine/error.ts';
import type { FunnelDefinition } from '../engine/schema/definition.ts';
import { guestReferral, reactivation } from './client-funnels.ts';
import { introToAppointment, introToClass, leadToAppointment, leadToClass } from './intro-funnels.ts';
import { cartAbandonment, leadToCustomer, membershipConversion } from './lead-funnels.ts';
import { membershipRenewal } from './membership-renewal.ts';

/** Freezes plain data all the way down: the catalogue is shared by every reader of the page. */
function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}

export { wheelCatalog } from './wheels.ts';

/**
 * The ten funnels that ship, in the order a picker lists them: the journeys from lead or intro to member first, then
 * the special ones. Frozen: to change one, spread it into a definition of your own. Source: funnels.md, "The
 * catalogue".
 */
export const funnelCatalog: readonly FunnelDefinition[] = freezeDeep([
  leadToClass,
  introToClass,
  leadToAppointment,
  introToAppointment,
  leadToCustomer,
  cartAbandonment,
  membershipConversion,
  guestReferral,
  reactivation,
  membershipRenewal,
]);

/**
 * A funnel of the catalogue by its id, such as `lead-to-class`.
 * @throws FunnelwheelError `unknown-funnel`, with the ids there are in the message
 */
export function getFunnel(id: string): FunnelDefinition {
  const found = funnelCatalog.find((funnel) => funnel.id === id);
  if (found) return found;
  const known = funnelCatalog.map((funnel) => funnel.id).join(', ');
  throw new FunnelwheelError('unknown-funnel', `no funnel "${id}" in the catalogue; there are: ${known}`, {
    path: 'funnel',
    value: id,
  });
}
