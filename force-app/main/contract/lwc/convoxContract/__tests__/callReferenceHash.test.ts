import { fnv1a128, hashedReference } from '../callReferenceHash.ts';

describe('the hash of a call without a reference', () => {
    test.each([
        ['', '6c62272e07bb014262b821756295c58d'],
        ['a', 'd228cb696f1a8caf78912b704e4a8964'],
        ['foobar', '343e1662793c64bf6f0d3597ba446f18']
    ])('of "%s" is FNV-1a’s published one', (text, hash) => {
        expect(fnv1a128(text)).toBe(hash);
    });

    test.each(['é', 'ह', '😀', 'नमस्ते 😀'])('of "%s" is that of its UTF-8 bytes', (text) => {
        const bytes = [...unescape(encodeURIComponent(text))].map((byte) => byte.charCodeAt(0));
        const expected = bytes.reduce(
            (hash, byte) => BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x1000000000000000000013bn),
            0x6c62272e07bb014262b821756295c58dn
        );
        expect(fnv1a128(text)).toBe(expected.toString(16).padStart(32, '0'));
    });

    test('tells where one part ends and the next begins', () => {
        expect(hashedReference(['12', '3'])).not.toBe(hashedReference(['1', '23']));
    });
});
