// Builds one of the self-contained files for the servers of the demo and the tests; its name is the argument.
// A process of its own, as the server's is in development mode, and Lit's development build would get in.
process.env.NODE_ENV = 'production';

const { build } = await import('vite');
const { READERS, readerBuild, singleFileBuild, workerBuild } = await import('./vite-builds.mjs');
const [, , name] = process.argv;
if (name in READERS) await build(readerBuild(name));
else await build(name === 'worker' ? workerBuild() : singleFileBuild());
