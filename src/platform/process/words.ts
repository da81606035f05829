import { said } from '../words.ts'

export const processWords = {
  portTaken: (port: number) =>
    said(
      `端口 ${port} 已被占用。请停止占用它的程序，或设置 PORT 使用其他端口。`,
      `Port ${port} is taken. Stop what uses it, or set PORT to another one.`,
    ),
  portForbidden: (port: number) =>
    said(
      `没有权限使用端口 ${port}，请改用 1024 以上的端口。`,
      `Port ${port} may not be used by this user; choose one above 1024.`,
    ),
  hostUnknown: (host: string) =>
    said(`本机没有地址 ${host}，请检查 HOST。`, `This machine has no address ${host}; check HOST.`),
  unexpected: (reason: string) => said(`意外错误：${reason}`, `Unexpected failure: ${reason}`),
  stopping: said('正在停止……', 'Stopping …'),
}
