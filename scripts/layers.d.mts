/** The rooms of src/ with their level, their permitted neighbours and their permitted packages. */
export declare const ROOMS: Record<string, { level: number; sameLevel: string[]; packages: string[] }>;

/** What is wrong with one import of a file of src/ (paths from the project's root); undefined when nothing is. */
export declare function findLayerFault(file: string, specifier: string): string | undefined;
