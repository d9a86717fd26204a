/** The style rules of all features, for the one style sheet that a page can link. */
export const CSS: string = [].join("\n");
