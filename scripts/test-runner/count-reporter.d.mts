import type { Reporter, TestSession } from '@web/test-runner';

/** Counts of tests. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What one session (one test file in one browser) has to say: counts and lines. */
export declare function readSession(session: TestSession, root: string): { counts: Counts; lines: string[] };

/** The reporter; `closeAfter` is run when the run has ended. */
export declare function countReporter(options: { closeAfter: () => Promise<void> }): Reporter;
