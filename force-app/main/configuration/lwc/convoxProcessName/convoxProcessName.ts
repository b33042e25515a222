/** A process as rows have it. */
export interface NamedProcess {
    /** As ConVox calls it, behind the code of a server other than the default one; '' for none. */
    readonly process: string;
    /** What it was called when its call was recorded; '' where nobody has said. */
    readonly words: string;
}

/** `austin:SALES`: a server's code and the name at the server. What is the default server's may say so. */
const AT_SERVER = /^([a-z][a-z0-9]{0,11}):(.+)$/i;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The name with the code beside it, where they differ, and a server other than the default one; '' for none. */
export function processName({ process, words }: NamedProcess): string {
    const { own, server } = partsOf(process);
    const name = nameWithout(words, server) || own;
    const beside = [isSame(name, own) ? '' : own, server].filter(Boolean).join(', ');
    return beside ? `${name} (${beside})` : name;
}

function partsOf(process: string): { own: string; server: string } {
    const [, code = '', own = process] = AT_SERVER.exec(process) ?? [];
    return { own, server: isSame(code, 'default') ? '' : code };
}

/** A process that nobody has entered has its server in its words already. */
function nameWithout(words: string, server: string): string {
    const end = ` (${server})`;
    return isSame(words.slice(-end.length), end) ? words.slice(0, -end.length) : words;
}
