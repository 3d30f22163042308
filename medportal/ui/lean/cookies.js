// No value of ours is kept in a cookie by a script: sessions are HttpOnly, and the language is set by our own `say.js`.
export default class Cookies {
  get() {}
  set() { throw new Error("no cookies by scripts"); }
  remove() {}
}
