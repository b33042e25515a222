import { checkRooms } from './checkRooms.ts';
import { projectOf } from './project.ts';

/** Two bundles, each in its room; the second uses the first in its code or in its template. */
function twoRooms(lower: string, higher: string, use: 'code' | 'template'): ReturnType<typeof projectOf> {
    const bundle = (room: string, name: string): string => `force-app/main/${room}/lwc/${name}/${name}`;
    return projectOf({
        [`${bundle(lower, 'callList')}.js-meta.xml`]: '<LightningComponentBundle />',
        [`${bundle(higher, 'page')}.js-meta.xml`]: '<LightningComponentBundle />',
        [`${bundle(higher, 'page')}.ts`]: use === 'code' ? "import { list } from 'c/callList';\n" : '',
        [`${bundle(higher, 'page')}.html`]: use === 'template' ? '<template><c-call-list></c-call-list></template>' : ''
    });
}

test.each([
    ['calls', 'softphone'],
    ['contract', 'calls'],
    ['calls', 'calls'],
    ['configuration', 'call-control'],
    ['click-to-call', 'setup']
])('%s may be used by %s', (lower, higher) => {
    expect(checkRooms(twoRooms(lower, higher, 'code'))).toEqual([]);
});

test.each([
    ['softphone', 'calls', 'code'],
    ['softphone', 'click-to-call', 'template'],
    ['callers', 'calls', 'code'],
    ['calls', 'configuration', 'code'],
    ['setup', 'softphone', 'template']
] as const)('%s may not be used by %s, in its %s', (lower, higher, use) => {
    expect(checkRooms(twoRooms(lower, higher, use)).map((finding) => finding.what)).toEqual([
        `The room ${higher} uses callList of the room ${lower}, which is not below it`
    ]);
});
