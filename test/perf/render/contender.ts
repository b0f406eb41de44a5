import type { Funnel } from './make-funnel.ts';

/** A drawn funnel. */
export interface Drawn {
  /** Draws other numbers; resolved when they are in the page. */
  update(funnel: Funnel): unknown;
  remove(): void;
}

/** Something that draws funnels. */
export interface Contender {
  name: string;
  /** Resolved when the funnel is in the page. */
  draw(room: HTMLElement, funnel: Funnel): Drawn | Promise<Drawn>;
}
