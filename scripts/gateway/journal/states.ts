/** `state` of a push in the journal's tables. */
export const WAITING = 0;
export const SETTLED = 1;
export const DEAD = 2;

/** Requests that were answered 400 are kept up to this number, newest first: whoever sends rubbish must not fill the disk. */
export const KEPT_IN_QUARANTINE = 2000;

/** More agents than any floor has: whoever sends others' names without end does not fill the disk. Those heard of longest ago go. */
export const MOST_AGENTS = 20_000;
