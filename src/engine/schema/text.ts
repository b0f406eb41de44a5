import * as v from 'valibot';

/** A name people read: one string, or one for each locale (`{en: "Lead", fr: "Prospect"}`). */
export const LocalizedTextSchema = v.union([v.string(), v.record(v.string(), v.string())]);
export type LocalizedText = v.InferOutput<typeof LocalizedTextSchema>;
