import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB and two passes: about 9 ms (OWASP Password Storage, RFC 9106 section 4). */
const options = { algorithm: 2 satisfies Algorithm.Argon2id as number, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, options)

let nobodys: Promise<string> | null = null

/**
 * Whether the password is the one of the hash. Without a hash it takes as long and is false,
 * so that an account that does not exist answers no faster than one that does.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hashPassword('the password of nobody')
  const isRight = await verify(passwordHash ?? (await nobodys), password.slice(0, 1_000))
  return isRight && passwordHash !== null
}
