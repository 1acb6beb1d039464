import { after, before } from 'mocha';

/**
 * Runs the tests of a `describe` in UTC: date-fns, the oracle, works on local time, and some zones lack
 * whole days (Samoa 30 December 2011) that a civil calendar has.
 */
export function oraclesInUtc(): void {
  let zone: string | undefined;
  before(() => {
    zone = process.env['TZ'];
    process.env['TZ'] = 'UTC';
  });
  after(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
}
