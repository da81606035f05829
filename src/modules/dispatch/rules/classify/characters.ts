// Pairs of one character each, the most frequent ones of letters; what is not here stays as it is written.
const pairs = [
  '個个們们來来說说時时過过後后會会學学對对開开關关問问間间題题長长東东車车馬马電电話话頭头發发無无與与業业從从見见動动進进還还這这裡里裏里邊边國国區区縣县鎮镇鄉乡莊庄園园場场廠厂廣广廳厅廟庙應应當当點点種种樣样',
  '實实現现務务員员請请謝谢讓让認认識识記记許许設设證证訴诉評评詢询調调談谈論论講讲護护變变讀读課课費费質质資资買买賣卖賠赔償偿貸贷購购貴贵貨货貼贴賬账財财責责貧贫贊赞錢钱銀银鐵铁鋼钢鋪铺錯错鎖锁鐘钟針针門门閉闭',
  '閒闲閱阅聞闻聽听聲声職职聯联報报導导辦办處处號号條条樓楼層层樹树橋桥機机構构標标檢检權权極极樂乐歲岁歷历曆历殘残殺杀氣气漢汉溝沟淨净漁渔灣湾滅灭災灾爐炉煙烟熱热燈灯燒烧營营爭争爺爷狀状獨独環环產产畝亩畢毕異异',
  '療疗瘋疯癢痒皺皱監监盤盘眾众礦矿確确禮礼禍祸離离穩稳窩窝競竞筆笔節节範范築筑簡简簽签籃篮糧粮糾纠約约級级紅红紀纪純纯紙纸細细終终組组結结給给統统經经綠绿維维網网緊紧線线練练編编縮缩總总績绩織织繳缴續续罰罚罷罢',
  '羅罗義义習习聖圣腦脑腳脚臉脸臨临舉举舊旧艦舰藝艺蘇苏藥药蟲虫衛卫補补裝装製制複复規规視视親亲覺觉觀观計计訂订訊讯訓训詐诈試试該该詳详誠诚誤误誰谁諮咨議议譽誉豐丰負负貢贡販贩貪贪賀贺賓宾賴赖賺赚贈赠贏赢趕赶跡迹',
  '踐践軍军軌轨軟软較较載载輔辅輕轻輛辆輪轮輸输轉转農农運运達达違违遠远適适選选遲迟遺遗郵邮鄰邻醫医釋释鑒鉴陽阳陰阴陳陈隊队階阶際际險险隨随隱隐雖虽雙双雜杂難难雲云霧雾靜静響响頂顶項项順顺須须預预領领頻频顆颗額额',
  '顏颜願愿類类顧顾風风飛飞飯饭飲饮養养館馆駕驾駛驶騎骑騙骗騷骚驗验驚惊體体髒脏鬧闹魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦黃黄齊齐齡龄龍龙兒儿兩两嚴严單单參参啟启喪丧嗎吗噴喷圍围圖图團团執执堅坚塊块墳坟壓压壞坏壟垄壽寿夠够夢梦',
  '奪夺獎奖婦妇媽妈孫孙寧宁寬宽審审寫写將将專专尋寻屆届屬属歸归帶带幣币師师帳帐幫帮幹干幾几庫库廢废彈弹徑径復复徵征憂忧慮虑慶庆慣惯憑凭懇恳懷怀戰战戲戏戶户拋抛挾挟捨舍掃扫掛挂揚扬換换損损搖摇搶抢摟搂撥拨擁拥擇择',
  '擊击擋挡擔担據据擠挤擬拟擴扩擺摆擾扰攝摄敗败敵敌數数斷断於于昇升晝昼曉晓曬晒書书枴拐棄弃棟栋樁桩欄栏歐欧歡欢毀毁決决沒没況况洩泄湧涌準准滯滞滿满漲涨潔洁澤泽濃浓濟济濕湿瀉泻為为烏乌煉炼煩烦牆墙牽牵獲获獸兽瑪玛',
  '瓊琼痺痹瘡疮癱瘫盜盗盡尽睜睁瞭了矯矫碼码礎础祕秘稅税穀谷積积窮穷竊窃筍笋糞粪繫系繼继罵骂聰聪肅肃腎肾腫肿膽胆臟脏臺台葉叶蓋盖蔥葱薦荐虧亏蝕蚀術术衝冲褲裤託托詞词註注誇夸誘诱諾诺謀谋謊谎譯译讚赞豬猪貓猫賊贼',
  '賞赏賽赛躍跃軀躯輩辈辭辞遊游遙遥遷迁鄭郑釀酿釘钉鈔钞鉛铅鏈链鏟铲鑰钥閣阁闆板闊阔隸隶韓韩頓顿飽饱餓饿駐驻騰腾鬆松鬥斗麼么麽么黨党齒齿萬万億亿優优價价傳传債债傷伤僅仅僱雇儘尽內内冊册凍冻別别刪删剛刚創创劃划劇剧',
  '劉刘劑剂勞劳勢势勝胜勵励勻匀匯汇協协卻却厭厌厲厉吶呐呂吕喚唤噸吨囑嘱塗涂塵尘墊垫墜坠奧奥妝妆孃娘寶宝屍尸島岛嶺岭巔巅幟帜廈厦彎弯彙汇慘惨憲宪懸悬',
].join('')

const FULL_WIDTH = { first: 0xff01, last: 0xff5e, shift: 0xfee0, blank: 0x3000 }
const BLANK = 0x20

/** What every code unit is read as. */
const levels = Uint16Array.from({ length: 0x10000 }, (_, code) => halfWidth(code))
for (let at = 0; at + 1 < pairs.length; at += 2) levels[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1)

/**
 * The text as all texts are read: half width, simplified characters, blanks for tabs, line ends and the `_x000D_` that
 * workbooks leave behind. As long as what came in, so that a place in one is the same place in the other.
 */
export function levelled(text: string): string {
  const source = text.includes('_x000D_') ? text.replaceAll('_x000D_', ' '.repeat(7)) : text
  if (isLevel(source)) return source
  const codes = new Uint16Array(source.length)
  for (let at = 0; at < source.length; at++) codes[at] = levels[source.charCodeAt(at)] as number
  return Buffer.from(codes.buffer).toString('utf16le')
}

function isLevel(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (levels[code] !== code) return false
  }
  return true
}

function halfWidth(code: number): number {
  if (code < BLANK || code === FULL_WIDTH.blank) return BLANK
  return code >= FULL_WIDTH.first && code <= FULL_WIDTH.last ? code - FULL_WIDTH.shift : code
}
