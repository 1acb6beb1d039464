import { civilDay, type CivilDay } from '../../src/core/dates/civil';

/** The civil day it is on this machine. */
export function machineDay(): CivilDay {
  const now = new Date();
  return civilDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
