import type { FrictionDefinition, Play, WheelModel } from '../schema/wheel.ts';

/** What ships with the wheels besides their rules: what a studio may do in each phase, and known friction. */
export interface WheelCatalog {
  /** Model → phase → what to do. */
  playbooks: Readonly<Partial<Record<WheelModel, Readonly<Record<string, readonly Play[]>>>>>;
  /** Points of friction of the flywheel. */
  friction: readonly FrictionDefinition[];
}

/** Rules only. */
export const EMPTY_CATALOG: WheelCatalog = { playbooks: {}, friction: [] };
