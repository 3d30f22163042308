// Two plain objects made one, the later winning: all that is asked of the library whose name this takes.
const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export const mergician = (first, second) => {
  const merged = { ...first };
  for (const [name, value] of Object.entries(second)) merged[name] = plain(value) && plain(merged[name]) ? mergician(merged[name], value) : value;
  return merged;
};
