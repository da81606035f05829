import { messageLimits } from '../../../../../kernel/matters/model/message.ts'
import { type Said, said } from '../../../../../platform/words.ts'

const { text, title, place } = messageLimits

/** What the page says on which somebody writes down what he wants. */
export const writingWords = {
  title: said('写诉求', 'Tell us'),
  lead: said(
    '像跟人说话一样写就行，不用写公文。写到一半离开也不会丢。',
    'Write as you would speak. You can leave half-way; nothing is lost.',
  ),
  text: said('您要反映什么？', 'What is it about?'),
  textHint: said(
    '什么事、在哪里、什么时候开始的、希望怎么解决',
    'What, where, since when, and what you would like to be done',
  ),
  textExample: said(
    '例如：青松路 12 号门前的路灯三天不亮了，晚上老人出门看不清路，请尽快来修。',
    'For example: the lamp at 12 Qingsong Road has been dark for three days; please repair it.',
  ),
  heading: said('标题', 'Title'),
  headingHint: said('取自您写的第一句话，可以改', 'Taken from your first sentence; you may change it'),
  needText: said(
    `请写明要反映的事，至少 ${text.min} 个字`,
    `Please say what it is about, in ${text.min} characters at least`,
  ),
  longText: said(
    `情况说明最多 ${text.max} 个字，请写短一些，或用照片补充`,
    `What you write may have ${text.max} characters at most; shorten it, or add a photo`,
  ),
  needTitle: said(`请写一个标题，至少 ${title.min} 个字`, `Please give it a title of ${title.min} characters at least`),
  longTitle: said(`标题最多 ${title.max} 个字`, `A title has ${title.max} characters at most`),
  longPlace: said(`地点最多 ${place.max} 个字`, `A place has ${place.max} characters at most`),
  what: said('归到哪一类', 'What kind of thing it is'),
  whatWaits: said('写完上面的内容，我们会推荐一个类别。', 'Once you have written something above, we propose a kind.'),
  whatOffline: said(
    '现在没有网络，推荐不了类别。不选也可以提交，有网后我们来归类。',
    'You are offline, so no kind can be proposed. You may send it without one; we sort it once you are connected.',
  ),
  whatUnknown: said(
    '暂时看不出归哪一类，没关系：您可以自己选，也可以直接提交，由工作人员来分。',
    'We cannot tell yet. Choose one yourself, or send it as it is and we sort it.',
  ),
  proposed: said('系统推荐', 'Proposed'),
  chosen: said('您选的', 'Your choice'),
  change: said('换一个', 'Change'),
  choose: said('自己选', 'Choose'),
  search: said('搜事项，如“路灯”“噪音”“拖欠工资”', 'Search: lamp, noise, wages'),
  searchTitle: said('选一个类别', 'Choose a kind'),
  searchEmpty: said('没有找到，换个说法试试', 'Nothing found; try other words'),
  searchFound: said('找到的类别', 'What was found'),
  likely: said('可能是这些', 'It may be one of these'),
  source: said('依据', 'Source'),
  urgent: said('有人身危险，请先打电话', 'If anybody is in danger, call first'),
  urgentText: said(
    '这类事不能等：先打下面的电话，安全了再来写。',
    'This cannot wait: call one of these now and write later.',
  ),
  where: said('在哪里、什么时候', 'Where and when'),
  place: said('地点', 'Place'),
  placeHint: said(
    '路名门牌、小区楼栋，或者旁边显眼的地方',
    'Street and number, estate and building, or what stands near',
  ),
  via: said('您扫码来自：', 'You came by the code of:'),
  happenedOn: said('发生日期', 'Day'),
  more: said('补充几项', 'A few more questions'),
  moreLead: said('这类事项办理时要用到。', 'Whoever deals with this kind of thing needs them.'),
  photos: said('照片', 'Photos'),
  photosHint: said(
    '拍下现场更容易说清楚。照片里的拍摄位置会自动去掉。',
    'A picture says it best. Where it was taken is removed from it.',
  ),
  photoGone: said('这张照片没传完，请重新添加', 'This one was not finished; please add it again'),
  photoWaits: said('照片还在上传，传完就可以提交', 'Photos are still on their way; then you can send'),
  contact: said('怎么联系您', 'How to reach you'),
  contactSignedIn: said('办理人员会打您登录用的手机', 'Those who deal with it call the number you signed in with'),
  contactVisitor: said(
    '不登录也能提交。留下手机号，办理人员能找您核实，进展也会发短信告诉您。',
    'You need not sign in. With a number they can ask back, and you are told how it goes.',
  ),
  contactNone: said('不留联系方式也行，凭编号和查询码查进度。', 'You may leave nothing and follow by number and code.'),
  name: said('称呼', 'How to call you'),
  nameExample: said('如：李女士', 'Ms Li'),
  phone: said('手机号', 'Mobile number'),
  phoneWrong: said('手机号应是 11 位数字', 'A mobile number has eleven digits'),
  signIn: said('登录后提交', 'Sign in first'),
  signInWhy: said(
    '登录后，您的诉求都在“我的”里，不用记编号。您写的内容会留着。',
    'Signed in, you find it under “Mine” without a number. What you wrote stays.',
  ),
  sessionEnded: said('您的登录已结束，内容还没有提交', 'Your session has ended; nothing was sent'),
  sessionEndedText: said(
    '您写的内容都在。重新登录，这件事就记在您名下；也可以不登录继续，提交后凭编号和查询码查进度。',
    'Everything you wrote is still here. Sign in again and it is filed in your name; or go on without, and follow it by number and code.',
  ),
  signInAgain: said('重新登录', 'Sign in again'),
  goOnWithout: said('不登录，继续', 'Go on without'),
  hear: said('提交以后', 'Once it is sent'),
  hearBy: said('告诉您是否受理，最晚', 'You hear whether we take it on by'),
  ifSentNow: said('如现在提交', 'if sent now'),
  hearNothing: said(
    '我们马上看，归谁办、什么时候答复，会告诉您。',
    'We look at it at once, and tell you whose it is and when you will be answered.',
  ),
  send: said('提交', 'Send'),
  wrongAbove: said('还有几处没填好', 'A few things are not right yet'),
  notSent: said('还没有提交成功，您写的内容都在', 'It was not sent; everything you wrote is still here'),
  clear: said('清空重写', 'Start afresh'),
  clearTitle: said('清空已写的内容？', 'Throw away what you have written?'),
  clearText: said('清空后找不回来。', 'It cannot be brought back.'),
} as const satisfies Record<string, Said>

/** The page after sending. */
export const filedWords = {
  title: said('提交成功', 'We have it'),
  lead: said(
    '请记下编号和查询码，凭它们随时查进度。',
    'Keep number and code: with them you can follow it at any time.',
  ),
  number: said('编号', 'Number'),
  code: said('查询码', 'Code'),
  onceOnly: said(
    '关掉这个页面后，查询码不再显示。请抄下、截图或打印，不要告诉别人。',
    'Once you close this page the code is not shown again. Write it down, take a picture or print it, and keep it to yourself.',
  ),
  copy: said('复制', 'Copy'),
  copied: said('已复制编号和查询码', 'Number and code are copied'),
  copyFailed: said('这个浏览器不能复制，请长按数字自己复制', 'This browser cannot copy; press and hold the figures'),
  print: said('打印', 'Print'),
  matter: said('类别', 'Kind'),
  stage: said('现在', 'Now'),
  next: said('接下来', 'What happens next'),
  next1: said('工作人员看您写的内容，决定是否受理', 'Our staff read it and decide whether to take it on'),
  next2: said('交给负责的单位，由他们先联系您', 'It goes to the unit in charge, which contacts you first'),
  next3: said('办完由别人核查，再答复您', 'Somebody else checks the work, then you are answered'),
  next4: said('您来评价；不满意会整改', 'You rate it; if it is not right, it is put right'),
  look: said('看进度', 'Follow it'),
  another: said('再写一件', 'Write another'),
  home: said('回到首页', 'Back to the start'),
  copyText: said('诉求编号 {number}，查询码 {code}', 'Number {number}, code {code}'),
} as const satisfies Record<string, Said>

/** The same questions, each on a page of its own. */
export const stepWords = {
  count: (at: number, of: number): Said => said(`第 ${at} 步，共 ${of} 步`, `Question ${at} of ${of}`),
  text: said('您要反映什么？', 'What is it about?'),
  kind: said('归到哪一类？', 'What kind of thing is it?'),
  place: said('在哪里？', 'Where is it?'),
  day: said('哪一天的事？', 'Which day was it?'),
  photos: said('有照片吗？', 'Have you any photos?'),
  more: said('再问几句', 'A few more questions'),
  contact: said('怎么找到您？', 'How do we reach you?'),
  send: said('看一遍，提交', 'Look it over and send'),
  on: said('下一步', 'Next'),
  back: said('上一步', 'Back'),
} as const
