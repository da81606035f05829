import { type Said, said } from '../../../../../platform/words.ts'

/** What the pages say of messages that wait for a line. */
export const waitingWords = {
  title: said('等着发送的', 'Waiting to be sent'),
  lead: said(
    '没有网络的时候写的，先存在这台手机上，一有网就自动发送，不会重复。',
    'Written without a network, kept on this device, and sent by itself once there is one. Nothing is sent twice.',
  ),
  willWait: said(
    '现在没有网络。可以照样写，写好先存下，一有网就自动发送。',
    'There is no network. Write all the same: it is kept here and sent by itself once there is one.',
  ),
  putAside: said('存下，有网就发', 'Keep it and send later'),
  waiting: said('等有网就发', 'Waits for a network'),
  tried: said('发过一次，还没有收到回音，正在核实', 'Sent once without an answer; being made sure of'),
  arrived: said('已发送', 'Sent'),
  refused: said('没有发成', 'Not sent'),
  sendNow: said('现在就发', 'Send now'),
  noLine: said('现在没有网络', 'There is no network now'),
  mend: said('拿回来改', 'Change it'),
  draftFirst: said(
    '您还有一件没写完，先发掉或清空它，再来改这一件',
    'Another one is half written; send or clear it first',
  ),
  photosAgain: said('里面的照片要重新添加。', 'Its photos have to be added again.'),
  drop: said('不发了', 'Do not send it'),
  dropTitle: said('不发这一件？', 'Not send this one?'),
  dropText: said('删掉后找不回来。', 'Once deleted it cannot be brought back.'),
  dropSure: said(
    '这一件可能已经送到了。删掉的只是本机上的这一份。',
    'It may have arrived already. Only what lies on this device is deleted.',
  ),
  seen: said('记下了，收起', 'Noted; put it away'),
  writtenAt: said('写于', 'Written'),
  none: said('没有等着发送的', 'Nothing waits'),
  noneText: said('您写的都已经发出去了。', 'Everything you wrote has been sent.'),
  others: said(
    '还有别人写的在等着。谁写的，谁登录后才能看。',
    'There are more, written by another person, who sees them once signed in.',
  ),
  write: said('写诉求', 'Tell us'),
} as const satisfies Record<string, Said>
