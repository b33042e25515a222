/** Something an org would refuse, or accept and then get wrong. */
export interface Finding {
    /** Path from the project's root, with `:line` where one is known. */
    readonly file: string;
    readonly what: string;
    /** What to do about it, as an order: "Add ...", "Rename ...". */
    readonly mend: string;
}
