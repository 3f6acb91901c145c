const BUCKETS = 37;

/**
 * The bucket of a name in a directory of the object manager, which `!object` prints as its hash (00 to 36): the letters in upper
 * case, each added to one and a half times the sum before in 32 bits. Public listings of Windows XP hold to it.
 */
export function nameBucket(name: string): number {
  let sum = 0;
  for (const letter of name.toUpperCase()) sum = (sum + (sum << 1) + (sum >>> 1) + letter.charCodeAt(0)) >>> 0;
  return sum % BUCKETS;
}
