import type { WheelCatalog } from '../engine/people/wheel-catalog.ts';
import { frictionCatalog } from './friction.ts';
import { playbooks } from './playbooks.ts';

/** What ships with the wheels besides their rules; give it to a `WheelSession`. */
export const wheelCatalog: WheelCatalog = { playbooks, friction: frictionCatalog };
