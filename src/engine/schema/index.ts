export * from './text.ts';
export * from './definition.ts';
export * from './options.ts';
export * from './result.ts';
export * from './dataset.ts';
export * from './parse.ts';
export * from './figures.ts';
export * from './wheel.ts';
