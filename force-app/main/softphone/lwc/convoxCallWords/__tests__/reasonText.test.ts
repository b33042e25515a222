import { reasonText } from 'c/convoxCallWords';

test.each([
    { kind: 'mobile', ignored: '', text: 'Mobile' },
    { kind: 'phone', ignored: '', text: 'Phone' },
    { kind: 'companyPhone', ignored: '', text: 'Company_Phone' },
    { kind: 'mobile', ignored: '0 / +91', text: 'Ignoring' }
] as const)('$kind, ignoring "$ignored", reads as its own label', ({ kind, ignored, text }) => {
    expect(reasonText({ kind, ignored })).toBe(`c.ConVox_MatchReason_${text}`);
});

test('without a reason it was the agent', () => {
    expect(reasonText(undefined)).toBe('c.ConVox_RecordLink_Reason');
});
