/** What a PATCH gives: the fields that are there. Fields of a request class that were left out are undefined. */
export function givenOf<Patch extends object>(
  patch: Patch,
): { [Field in keyof Patch]?: Exclude<Patch[Field], undefined> } {
  const given = Object.entries(patch as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Field in keyof Patch]?: Exclude<Patch[Field], undefined> };
}
