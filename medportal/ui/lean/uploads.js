// Files are sent by our own route (assets/sending.js), never by an event.
export const uploadFiles = () => { throw new Error("files are sent by /files"); };
