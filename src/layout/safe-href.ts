/** A link that comes with the data: only web addresses and paths are followed, never a script. */
export function toSafeHref(href: string | undefined): string | undefined {
  return href && /^(https?:|\/|\.|#|\?)/i.test(href.trim()) ? href : undefined;
}
