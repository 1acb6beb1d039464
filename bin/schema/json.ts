/** A piece of JSON Schema 2020-12. `enumDescriptions` is the editors' own: what each value of an enum means. */
export type Schema = { readonly [key: string]: unknown };

/** Something that says more than blanks. */
export const SAYING: Schema = { type: 'string', pattern: '\\S' };
export const ISO_DAY: Schema = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };

/** One of these values, each with what it means. */
export const oneOfThese = (values: Iterable<readonly [string, string]>): Schema => {
  const entries = [...values];
  return { enum: entries.map(([value]) => value), enumDescriptions: entries.map(([, says]) => says) };
};

/** An object with these properties and no others. */
export const exactly = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
