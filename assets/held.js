// What a letter's link brought along: it stays in the page, and goes to the server with the form it belongs to.
export const held = { token: "" };
