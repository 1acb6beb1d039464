/** Loaded before a process's own code: tells on leaving the most memory that it held, and its processor time. */
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stderr.write(`peak ${peak}\nprocessor ${Math.round((user + system) / 1000)}\n`);
});
