import { MOST_FIELDS, MOST_ROWS, readRows, UPLOAD, writeResults, writeRows } from '#list-upload';
import type { SheetCommand } from './dialect.ts';
import { dialects } from './dialects.ts';
import { listRowOutcome } from './listRow.ts';

const ROW = {
    ACTION: UPLOAD,
    refno: 'a0B000000000001AAA',
    process: 'SALES',
    list_id: '1001',
    batch_id: 'B1',
    number: '9876543201',
    info_1: 'Asha Verma',
    info_3: 'Gold'
};

const rowOf = (changes: Readonly<Record<string, string>> = {}): SheetCommand => ({
    method: 'POST',
    script: 'callcontrol_api.php',
    query: '',
    contentType: 'application/x-www-form-urlencoded',
    body: new TextEncoder().encode(new URLSearchParams({ ...ROW, ...changes }).toString())
});

test('the web service is told one row a request, with the columns that have something in them', () => {
    const translated = dialects.webService.translate(rowOf());
    const request = translated.ok ? translated.request('a-key') : undefined;
    expect(request).toMatchObject({
        path: '/ConVoxCCS/External/external_dialer.php',
        headers: { access_token: 'a-key' }
    });
    expect(JSON.parse(new TextDecoder().decode(request?.body))).toEqual({
        action: 'DATAUPLOAD',
        refno: 'a0B000000000001AAA',
        process: 'SALES',
        list_id: '1001',
        batch_id: 'B1',
        data: [{ mobile: '9876543201', info_1: 'Asha Verma', info_3: 'Gold' }]
    });
});

test.each(['sheet', 'rest'] as const)('the dialect %s refuses a row by its name, and nothing is sent', (name) => {
    const translated = dialects[name].translate(rowOf());
    expect(translated).toMatchObject({ ok: false, code: 'GE009', words: expect.stringContaining(UPLOAD) });
});

test.each([
    ['without its number', { number: '' }, 'CL001'],
    ['with nine digits', { number: '987654320' }, 'CL001'],
    ['with a prefix', { number: '09876543201' }, 'CL001'],
    ['without a refno', { refno: '' }, 'GE006'],
    ['without a list', { list_id: '' }, ''],
    ['with an odd list', { list_id: '10-01' }, ''],
    ['without a process', { process: '' }, ''],
    ['with a long column', { info_2: 'x'.repeat(101) }, '']
])('a row %s is not sent', (_, changes, code) => {
    const translated = dialects.webService.translate(rowOf(changes));
    expect(translated).toMatchObject({ ok: false, code, words: expect.stringContaining('was not sent') });
});

test.each([
    ['{"STATUS":"DU000","MESSAGE":{"inserted_numbers":1},"refno":"x"}', 'accepted', 'DU000'],
    ['{"status":"DU000"}', 'unknown', ''],
    ['{"STATUS":"DU000","MESSAGE":{"inserted_numbers":"0"}}', 'refused', 'DU000'],
    ['{"STATUS":"DU000","MESSAGE":"Uploaded"}', 'accepted', 'DU000'],
    ['{"STATUS":"DU004","MESSAGE":"List is closed"}', 'refused', 'DU004'],
    ['{"STATUS":"GE010","MESSAGE":"Not enabled"}', 'refused', 'GE010'],
    ['<html>', 'unknown', ''],
    ['', 'unknown', '']
])('the answer %s is %s', (text, outcome, code) => {
    expect(listRowOutcome({ status: 200, text })).toMatchObject({ outcome, code });
});

const rows = [
    { id: 'a01', number: '9876543201', fields: ['Asha | Verma', '', 'Line\none ~ two'] },
    { id: 'a02', number: '9876543202', fields: [] }
];

test('rows are read as they were written, without the signs that part them', () => {
    expect(readRows(writeRows(rows))).toEqual([
        { ...rows[0], fields: ['Asha Verma', '', 'Line one two'] },
        { ...rows[1] }
    ]);
});

test.each([
    ['nothing', ''],
    ['one without an id', '|9876543201~'],
    ['the same twice', 'a01|9876543201~a01|9876543202~'],
    ['too many columns', `a01|9876543201${'|x'.repeat(MOST_FIELDS + 1)}~`],
    ['too many', Array.from({ length: MOST_ROWS + 1 }, (_, index) => `a${index}|9876543201~`).join('')]
])('%s are no rows', (_, text) => {
    expect(readRows(text)).toBeUndefined();
});

test('what became of the rows stands between signs that no words have', () => {
    expect(
        writeResults([
            { id: 'a01', outcome: 'accepted', code: 'DU000', words: '1 inserted' },
            { id: 'a02', outcome: 'unknown', code: '', words: 'lost | ~' }
        ])
    ).toBe('|a01=ACCEPTED DU000 1 inserted|a02=UNKNOWN - lost|');
});
