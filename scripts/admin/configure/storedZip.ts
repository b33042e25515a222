import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** A zip archive of these texts, by path, without compression: the Metadata API takes metadata as one. */
export function storedZip(files: ReadonlyMap<string, string>): Buffer {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [path, text] of files) {
        const name = Buffer.from(path, 'utf8');
        const content = Buffer.from(text, 'utf8');
        const about = aboutFile(name, content);
        const local = Buffer.concat([numbers([LOCAL, 4], [VERSION, 2]), about, name, content]);
        directory.push(
            numbers([ENTRY, 4], [VERSION, 2], [VERSION, 2]),
            about,
            numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
            name
        );
        parts.push(local);
        offset += local.length;
    }
    const entries = Buffer.concat(directory);
    const end = numbers([END, 4], [0, 2], [0, 2], [files.size, 2], [files.size, 2], [entries.length, 4], [offset, 4]);
    return Buffer.concat([...parts, entries, end, numbers([0, 2])]);
}

/** What the header of a file and its entry in the directory both say. */
function aboutFile(name: Buffer, content: Buffer): Buffer {
    return numbers(
        [FLAGS, 2],
        [0, 2],
        [0, 4],
        [crc32(content), 4],
        [content.length, 4],
        [content.length, 4],
        [name.length, 2],
        [0, 2]
    );
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
    return Buffer.concat(
        fields.map(([value, bytes]) => {
            const field = Buffer.alloc(bytes);
            field.writeUIntLE(value, 0, bytes);
            return field;
        })
    );
}
