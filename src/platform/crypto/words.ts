import { type Said, said } from '../words.ts'

export type CryptoTrouble = 'family-absent' | 'master-key-malformed' | 'master-key-unreadable'

/** What the person who starts the server reads when a key or an algorithm is not there. */
export const cryptoWords = {
  'family-absent': said(
    '本机的 OpenSSL 不支持所选密码算法，请改用 sha256 或更换 Node 版本',
    'This machine’s OpenSSL lacks the chosen algorithms; choose sha256 or another build of Node',
  ),
  'master-key-malformed': said(
    '主密钥必须是 32 字节，或 64 位十六进制文本；绝不可另造一把代替，否则已封存的个人信息将无法打开',
    'The master key must be 32 bytes, or 64 hexadecimal digits; never replace it by a new one, or sealed facts stay shut',
  ),
  'master-key-unreadable': said(
    '无法读取或创建主密钥文件，请检查路径和权限',
    'The master key file cannot be read or made; check its path and permissions',
  ),
} as const satisfies Record<CryptoTrouble, Said>
