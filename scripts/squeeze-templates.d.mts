export function squeezeCss(text: string): string;
export function squeezeMarkup(text: string): string;
export function squeezeTemplates(code: string, parse: (code: string) => unknown): string;
