import { nextPage, readMembers } from '../members';

const value = (text: string) => ({ value: text });
const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
const answer = (query: object) => ({ uiapi: { query } });

test('a member has the mobile number, else the other one, and columns without the signs that part them', () => {
    const [first, second, third] = readMembers(
        answer({
            CampaignMember: rows(
                {
                    Id: '1',
                    MobilePhone: value('+91 98765 43201'),
                    Phone: value('040 4012 3400'),
                    City: value('Pune | East')
                },
                { Id: '2', Phone: value('9876543202') },
                { Id: '3', Phone: value('12') }
            )
        })
    );
    expect([first?.number, second?.number, third?.number]).toEqual(['9876543201', '9876543202', '']);
    expect(first?.columns).toEqual(['', '', '', '', 'Pune East', '', '', '', '', '']);
});

test.each([
    [true, 'cursor'],
    [false, '']
])('with a page more (%s) the next begins at "%s"', (hasNextPage, after) => {
    const CampaignMember = { ...rows(), pageInfo: { hasNextPage, endCursor: 'cursor' } };
    expect(nextPage(answer({ CampaignMember }))).toBe(after);
});
