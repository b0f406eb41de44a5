// size-limit has no types of its own for its use from code.
declare module 'size-limit' {
  /** Runs plugins on checks: `files` by path, gzipped or not. */
  export default function sizeLimit(
    plugins: readonly unknown[],
    config: { checks: { files: readonly string[]; gzip?: boolean }[] },
  ): Promise<{ size?: number }[]>;
}
declare module '@size-limit/file' {
  const plugins: readonly unknown[];
  export default plugins;
}
