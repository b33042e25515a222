import { decodeDefaultFieldValues, encodeDefaultFieldValues } from './pageReferenceUtils.ts';

test.each([
    [{ LastName: 'Iyer' }],
    [{ LastName: "D'Souza, Maria", Phone: '+91 98765 43201' }],
    [{ Description: 'a=b,c=d&e=f 100% #1' }],
    [{ LastName: 'अय्यर' }]
])('%j survives the way through a URL', (values) => {
    expect(decodeDefaultFieldValues(encodeDefaultFieldValues(values))).toEqual(values);
});

test('values that are not there are left out', () => {
    expect(encodeDefaultFieldValues({ LastName: 'Iyer', Phone: undefined, Fax: null })).toBe('LastName=Iyer');
});

test.each(['', 'nonsense', ',,,'])('%j holds no values', (encoded) => {
    expect(decodeDefaultFieldValues(encoded)).toEqual({});
});

test('a value that is not encoded is taken as it is', () => {
    expect(decodeDefaultFieldValues('Rate=100%')).toEqual({ Rate: '100%' });
});
