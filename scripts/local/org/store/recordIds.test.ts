import { makeRecordId, toLongId } from './recordIds.ts';

test('the checksum tells upper from lower case', () => {
    expect(toLongId('001A0000006Vm9r')).toBe('001A0000006Vm9rIAC');
    expect(toLongId('001A0000006Vm9rIAC')).toBe('001A0000006Vm9rIAC');
});

test.each(['', 'abc', '001A0000006Vm9rAAA', '001A0000006Vm9', '001A0000006Vm9-'])('%j is not a record id', (text) => {
    expect(toLongId(text)).toBeUndefined();
});

test('ids of one object start with its prefix, differ and sort in the order they were made', () => {
    const ids = Array.from({ length: 5000 }, (_item, index) => makeRecordId('a00', index + 1));

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.every((id) => id.startsWith('a00') && toLongId(id) === id)).toBe(true);
});
