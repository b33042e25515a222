declare module '@salesforce/label/*' {
    /** The label's text in the user's language, placeholders such as {0} included. */
    const text: string;
    export default text;
}
