// `npm start`: serves the demo and says where. A taken port is stepped over by Vite.
import { createServer } from 'vite';

const server = await createServer();
await server.listen();
console.log('funnelwheel demo:');
server.printUrls();
