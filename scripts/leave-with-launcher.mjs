// Preloaded into the server: when the launcher was killed, the server stops in order.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
