// Ask the portal for the person's own values: by their session, past every cache.
let asking = new AbortController();

// Who signs out asks for nothing more, and what is on its way is dropped: its answer would be a refusal. Returns the way
// back, should the portal not have heard of it.
export const stopAsking = () => {
  asking.abort();
  return () => { asking = new AbortController(); };
};

export const fetchPrivate = async (source, headers = {}) => {
  const answer = await fetch(source, { credentials: "same-origin", cache: "no-store", signal: asking.signal, headers: { "x-mp": "1", ...headers } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};
