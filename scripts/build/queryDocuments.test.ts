import { withoutQuerySpaces } from './queryDocuments.ts';

test.each([
    {
        name: 'spaces, commas and comments of a document',
        code: 'const Q = gql `\n    query q($key: String, $n: Int) {\n        # the row\n        rows { id }\n    }\n`;',
        compact: 'const Q = gql`query q($key:String$n:Int){rows{id}}`;'
    },
    {
        name: 'nothing of a text inside a document',
        code: 'var Q = gql2`{ rows(where: { name: { eq: "In  Progress" } }) { id } }`;',
        compact: 'var Q = gql2`{rows(where:{name:{eq:"In  Progress"}}){id}}`;'
    },
    { name: 'nothing of any other text', code: 'const text = `a  b`;', compact: 'const text = `a  b`;' }
])('leaves out $name', ({ code, compact }) => {
    expect(withoutQuerySpaces(code)).toBe(compact);
});
