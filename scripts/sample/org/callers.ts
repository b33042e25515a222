/** Numbers and codes of the seed that the simulator's scenarios and the tests refer to. Ten digits each. */

/** Belongs to exactly one contact. */
export const KNOWN_CALLER_NUMBER = '9876543201';

/** Belongs to two contacts, typed in two different ways. */
export const SHARED_NUMBER = '9876543202';

/** Belongs to nobody. */
export const UNKNOWN_NUMBER = '9000000077';

/** Belongs to exactly one lead and to no contact. */
export const LEAD_NUMBER = '9876543221';

export const AGENT_ASHA = 'AG_ASHA';
export const AGENT_RAVI = 'AG_RAVI';

/** Breaks that every process knows. */
export const BREAKS: readonly string[] = ['Tea', 'Lunch', 'Training'];

export const PROCESS_SUPPORT = 'SUPPORT';
export const PROCESS_SALES = 'SALES';
