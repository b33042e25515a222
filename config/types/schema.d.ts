declare module '@salesforce/schema/*' {
    /** For an object import `fieldApiName` is absent at run time; only field imports may read it. */
    const reference: { readonly fieldApiName: string; readonly objectApiName: string };
    export default reference;
}
