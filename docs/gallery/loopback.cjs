// Loaded before the emulator and the Playground, which would listen on every address.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (first, ...rest) {
  if (first !== null && typeof first === 'object' && 'port' in first) return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  const port = Number(first);
  if (!Number.isInteger(port)) return listen.call(this, first, ...rest);
  return listen.call(this, { port, host: '127.0.0.1' }, rest.find((argument) => typeof argument === 'function'));
};
