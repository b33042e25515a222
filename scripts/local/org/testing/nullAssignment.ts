import type { NullAssignment } from '../flows/interview.ts';

/** The reading that this run of the tests takes: Jest runs the flows' tests once for each. */
export function nullAssignment(): NullAssignment {
    return Reflect.get(globalThis, 'nullAssignment') === 'leaves' ? 'leaves' : 'clears';
}
