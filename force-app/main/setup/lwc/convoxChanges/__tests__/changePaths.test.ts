import { changePaths } from '../changePaths.ts';

/** Ids that the checks have; c/convoxSetupChecks holds the table. */
const KNOWN = [
    'agents',
    'rights',
    'processes',
    'dispositions',
    'statuses',
    'gateway',
    'convox',
    'zone',
    'dialect',
    'clock',
    'command'
];

it.each(changePaths)('the path of $id ends with checks that there are', ({ proofs, steps }) => {
    expect(proofs.filter((proof) => !KNOWN.includes(proof))).toEqual([]);
    expect(proofs.length).toBeGreaterThan(1);
    expect(steps).toHaveLength(4);
});
