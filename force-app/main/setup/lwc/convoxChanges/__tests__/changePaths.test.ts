import { changePaths } from '../changePaths.ts';

it.each(changePaths)('the path of $id has four steps, and more than one proof', ({ proofs, steps }) => {
    expect(steps).toHaveLength(4);
    expect(proofs.length).toBeGreaterThan(1);
});
