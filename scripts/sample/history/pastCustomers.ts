import type { FieldValues } from '../../local/org/records.ts';

const FIRST_NAMES = [
    'Aarav',
    'Bhavna',
    'Chetan',
    'Deepa',
    'Esha',
    'Farhan',
    'Gauri',
    'Hari',
    'Indira',
    'Javed',
    'Kiran',
    'Leela',
    'Mohan',
    'Naina',
    'Omkar',
    'Pooja',
    'Qadir',
    'Rekha',
    'Sanjay',
    'Tara'
];
const LAST_NAMES = ['Agarwal', 'Bose', 'Chauhan', 'Dutta', 'Fernandes', 'Ghosh', 'Hegde', 'Jain', 'Kulkarni', 'Menon'];
const CITIES = ['Mumbai', 'Kochi', 'Bhubaneswar', 'Amritsar', 'Mysuru', 'Ranchi', 'Vadodara'];

/** How many customers there are. */
export const KNOWN_COUNT = FIRST_NAMES.length * LAST_NAMES.length;

/** Numbers of made-up customers begin like this; the sample customers of every org begin otherwise. */
const KNOWN = 9_812_300_000;
const UNKNOWN = 9_700_100_000;

/** What numbers of strangers begin with. */
export const UNKNOWN_PREFIX = String(UNKNOWN).slice(0, 4);

/** Contacts who have called before: each first name with each last name. */
export const pastCustomers: readonly FieldValues[] = FIRST_NAMES.flatMap((FirstName, row) =>
    LAST_NAMES.map((LastName, column) => ({
        FirstName,
        LastName,
        MobilePhone: `+91 ${knownNumber(row * LAST_NAMES.length + column)}`,
        MailingCity: CITIES[(row + column) % CITIES.length] ?? ''
    }))
);

export function knownNumber(index: number): string {
    return String(KNOWN + (index % KNOWN_COUNT) * 7);
}

/** Belongs to nobody. */
export function unknownNumber(index: number): string {
    return String(UNKNOWN + index * 13);
}
