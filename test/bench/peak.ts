/** Loaded before a process's own code: tells on leaving the most memory that it held. */
process.on('exit', () => process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`));
