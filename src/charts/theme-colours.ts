/** Some of a theme's colours by their custom properties, as #rrggbb. */
export type ThemeColours = Readonly<Record<string, string>>;

/** The values of these properties; null while any is missing, since nothing can be painted then. */
export function themeColours(properties: readonly string[], valueOf: (property: string) => string): ThemeColours | null {
  // CSS minifiers write #ffffff as #fff.
  const colours = properties.map((property) => [property, valueOf(property).trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')] as const);
  return colours.every(([, colour]) => /^#[0-9a-f]{6}$/i.test(colour)) ? Object.fromEntries(colours) : null;
}
