/** The browser's storage; where cookies and site data are blocked its very name throws. */
export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
