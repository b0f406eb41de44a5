/** An address with further query parameters; those the host wrote are kept unless they have the same name. */
export function withQuery(src: string, parameters: URLSearchParams): string {
  const [, path = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(src) ?? [];
  const query = new URLSearchParams(search);
  for (const [name, value] of parameters) query.set(name, value);
  const text = query.toString();
  return `${path}${text === '' ? '' : `?${text}`}${hash}`;
}
