/** Where Strapi's own client sends to. The compiler takes `window.strapi` for the server's object of that name. */
export function backendUrl(): string {
  const url: unknown = Reflect.get(window.strapi, 'backendURL');
  return typeof url === 'string' ? url : window.location.origin;
}
