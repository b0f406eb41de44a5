/** One acquired person: when, when activated, and whether there is time left for it. */
export interface AcquiredPerson {
  acquiredAt: number;
  activatedAt: number | undefined;
  isOpen: boolean;
}
