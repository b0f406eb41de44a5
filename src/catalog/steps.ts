import type { LocalizedText } from '../engine/schema/text.ts';
import type { Operators, StepDefinition, Where } from '../engine/schema/definition.ts';

/** What a step of the catalogue says besides its kind: everything but the event itself. */
export type StepRest = Omit<Partial<StepDefinition>, 'event' | 'anyOf'> & { id: string; name: LocalizedText };

/** Missing counts as "not": a purchase that says nothing of `intro` is no intro offer. */
export const NOT_TRUE: Operators = { ne: true };

/** Classes and appointments alike; the seed: "Considère les sessions et les rendez-vous". */
export const CLASS_OR_APPOINTMENT: Where = { kind: ['class', 'appointment'] };

/** A lead was created; offers its source and campaign as filters. */
export function leadStep(rest: StepRest): StepDefinition {
  return { event: 'lead', filters: ['source', 'campaign'], ...rest };
}

/** The studio reached out (`lastContactedAt`, or a row of the host's log of contacts). */
export function contactStep(rest: StepRest): StepDefinition {
  return { event: 'contact', filters: ['channel'], ...rest };
}

/** A checkout page was seen. */
export function checkoutStep(rest: StepRest): StepDefinition {
  return { event: 'checkout-view', filters: ['page'], ...rest };
}

/** The lead became a customer (`convertedToCustomerAt`, or a row of the host's). */
export function conversionStep(rest: StepRest): StepDefinition {
  return { event: 'conversion', ...rest };
}

/** A membership, pack or intro offer was bought; its money is the `amount`. */
export function purchaseStep(rest: StepRest): StepDefinition {
  return { event: 'purchase', value: 'amount', filters: ['product'], ...rest };
}

/** A booking was made; its date is the day of booking, never that of the class. */
export function bookingStep(rest: StepRest): StepDefinition {
  return { event: 'booking', filters: ['name', 'location'], ...rest };
}
