'use strict';
// Mocha's spec reporter, which also leaves the true counts where `bin/test.js` reads them.
const fs = require('node:fs');
const Mocha = require('mocha');

module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      const file = process.env.APPEALS_TEST_COUNTS;
      if (file) fs.writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
};
