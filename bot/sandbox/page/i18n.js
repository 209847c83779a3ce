// The page's own wording. What the bot says comes from the bot.

const WORDS = {
  zh: {
    title: "报备演示", tagline: "在本机运行的报备机器人：一人一部手机", sandbox: "沙盒", sandboxTagline: "任何机器人都能连接的 Bot API", bot: "机器人",
    running: "运行中", starting: "启动中", stopped: "已停止", killed: "已强制终止", died: "意外退出", none: "外部运行",
    since: "自 {0}", kill: "强制终止 kill -9", stop: "正常停止", start: "启动", lastWords: "最后输出",
    botHint: "终止后再启动，填到一半的表单会从原处继续。",
    time: "业务时间", realtime: "与真实时间一致", ahead: "快 {0}", behind: "慢 {0}", moveTime: "拨快时间",
    hour: "+1 小时", day: "+1 天", fortnight: "+15 天", morning: "到早上 10 点", month: "+1 个月", nextThing: "到下一件事", killNow: "kill -9",
    try: "试一试", doIt: "替我做", lived: "已经历",
    tryReport: "李明报备", tryReportHint: "一段文字就是一份报备", tryApprove: "陈经理批准", tryApproveHint: "卡片上一点，保护三个月",
    trySame: "王芳报同一家", trySameHint: "不可报，也看不到是谁的", tryHidden: "加个隐形字符也不行", tryHiddenHint: "看着一样的就是同一家",
    tryKill: "杀掉再启动", tryKillHint: "填到一半的从原处继续", tryTime: "拨快三个月", tryTimeHint: "提醒来过，到期进资源池",
    tryOrder: "一句话下单", tryOrderHint: "周助理像跟同事说话一样写", tryPicture: "出货图", tryPictureHint: "孙总问一句，图就来", pick: "指定时间", apply: "确定",
    timeHint: "到期、提醒等会随之发生；夜里的提醒等到早上。时间只向前。", applying: "正在应用…",
    faults: "故障", faultHint: "让“Telegram”出错，看机器人如何应对。", addFault: "添加", clearFaults: "全部清除", noFaults: "没有故障",
    hits: "已发生 {0} 次", everyone: "所有人", untilCleared: "直到清除", times: "{0} 次",
    f429: "限流 429（等 3 秒）", f500: "服务器错误 500", fcutb: "断线（未执行）", fcuta: "断线（已执行，应答丢失）", fdelay: "延迟 2 秒",
    fdup: "更新重复", freorder: "更新乱序", fgarbage: "无法解析的更新", fpacing: "按真实频率限流",
    reset: "重置", resetTitle: "重新开始？", resetHint: "所有聊天、文件和故障都会清除，业务时间回到现在。",
    resetNew: "初始数据", resetNewHint: "人员、单位和政策，没有客户。", resetStory: "用过一个月的数据", resetStoryHint: "另有客户、报备和订单。",
    cancel: "取消", ok: "好", close: "关闭", people: "人员", addPerson: "添加一人", addPersonHint: "此人从未用过机器人。",
    name: "姓名", language: "语言", add: "添加", hide: "收起", nobody: "还没有人", nobodyHint: "添加一个人，再用邀请链接打开机器人。",
    invitation: "管理员的邀请链接：", openInvitation: "用管理员的邀请打开",
    noPhones: "点一个名字，打开此人的手机。", message: "消息", write: "写消息…", send: "发送", begin: "开始", restart: "解除屏蔽并重新开始",
    emptyChat: "还没有消息", emptyHint: "点“开始”，或用邀请链接打开。", typing: "正在输入…", online: "机器人", edited: "已编辑",
    attach: "添加附件", photo: "图片", document: "文件", contact: "我的联系方式", contactOther: "他人的联系方式", location: "位置",
    shareContact: "向机器人提供您的手机号？", shareLocation: "向机器人提供您的位置？", share: "提供",
    openLink: "用链接打开机器人", openLinkHint: "粘贴 t.me/…?start=… 链接，或只贴 start 后面的内容。", open: "打开", asWhom: "以谁的身份打开？",
    block: "屏蔽机器人", unblock: "解除屏蔽", blocked: "已屏蔽", commands: "命令", keyboard: "键盘", menu: "菜单",
    caption: "说明（可不填）", asPhoto: "作为图片发送", files: "{0} 个文件", dropHere: "放到这里发送", copied: "已复制", unfold: "展开", fold: "收起",
    phone: "电话", noAnswer: "机器人 10 秒内没有应答", unreachable: "演示程序已停止，正在重连…", today: "今天", newMessages: "新消息",
    forwarded: "转发自 {0}", pollOpen: "{0} 人已投票", pollClosed: "投票已结束，{0} 人参加",
    link: "链接", answer: "回复", openOutside: "打开外部链接？", switchTo: "English", more: "更多",
    roles: { liming: "业务员 · 深圳南山电子", zhaogong: "技术 · 深圳南山电子", zhouzhuli: "助理 · 深圳南山电子", sunzong: "公司主账户 · 深圳南山电子",
      wangfang: "业务员 · 广州天河微电", qianzong: "公司主账户 · 广州天河微电", chenjingli: "渠道经理 · 华南", liujingli: "渠道经理 · 华南负责人", guanliyuan: "管理员" },
  },
  en: {
    title: "baobei demo", tagline: "A deal-registration bot on your own machine: one phone per person", sandbox: "Sandbox", sandboxTagline: "A Bot API that any bot can talk to", bot: "Bot",
    running: "running", starting: "starting", stopped: "stopped", killed: "killed", died: "died", none: "run elsewhere",
    since: "since {0}", kill: "Kill (kill -9)", stop: "Stop", start: "Start", lastWords: "Last output",
    botHint: "After a kill and a start, half-filled forms go on where they were.",
    time: "Business time", realtime: "same as real time", ahead: "{0} ahead", behind: "{0} behind", moveTime: "Move time",
    hour: "+1 hour", day: "+1 day", fortnight: "+15 days", morning: "Next 10:00", month: "+1 month", nextThing: "To the next thing", killNow: "kill -9",
    try: "Try it", doIt: "Do it for me", lived: "done",
    tryReport: "李明 reports a customer", tryReportHint: "A note is a whole report", tryApprove: "陈经理 approves", tryApproveHint: "One tap, three months' protection",
    trySame: "王芳 names the same", trySameHint: "Refused, and not told whose it is", tryHidden: "Invisible letters don't help", tryHiddenHint: "What looks the same is the same",
    tryKill: "Kill it and start again", tryKillHint: "Half-filled forms go on where they were", tryTime: "Three months later", tryTimeHint: "Reminded, then in the resource pool",
    tryOrder: "An order in a sentence", tryOrderHint: "周助理 writes as to a colleague", tryPicture: "A picture of shipments", tryPictureHint: "孙总 asks in words", pick: "Go to", apply: "Apply",
    timeHint: "Deadlines and reminders follow; at night reminders wait for the morning. Time only goes forward.", applying: "Applying…",
    faults: "Faults", faultHint: "Make “Telegram” misbehave and see how the bot copes.", addFault: "Add", clearFaults: "Clear all", noFaults: "No faults",
    hits: "struck {0}×", everyone: "Everyone", untilCleared: "until cleared", times: "{0}×",
    f429: "Too many requests (wait 3 s)", f500: "Server error 500", fcutb: "Cut, nothing done", fcuta: "Cut, done but answer lost", fdelay: "Delay of 2 s",
    fdup: "Duplicate updates", freorder: "Reordered updates", fgarbage: "Unparsable update", fpacing: "Enforce real rate limits",
    reset: "Reset", resetTitle: "Start over?", resetHint: "All chats, files and faults go; business time returns to now.",
    resetNew: "Fresh data", resetNewHint: "People, units and policy; no customers.", resetStory: "A lived-in month", resetStoryHint: "With customers, reports and orders.",
    cancel: "Cancel", ok: "OK", close: "Close", people: "People", addPerson: "Add a person", addPersonHint: "Someone who has never met the bot.",
    name: "Name", language: "Language", add: "Add", hide: "Hide", nobody: "Nobody here yet", nobodyHint: "Add a person, then open the bot with an invitation link.",
    invitation: "The administrator's invitation:", openInvitation: "Open with the administrator's invitation",
    noPhones: "Click a name to open that person's phone.", message: "Message", write: "Message…", send: "Send", begin: "Start", restart: "Unblock and restart",
    emptyChat: "No messages yet", emptyHint: "Press Start, or open the bot with an invitation link.", typing: "typing…", online: "bot", edited: "edited",
    attach: "Attach", photo: "Photo", document: "File", contact: "My contact", contactOther: "Someone else's contact", location: "Location",
    shareContact: "Share your phone number with the bot?", shareLocation: "Share your location with the bot?", share: "Share",
    openLink: "Open the bot with a link", openLinkHint: "Paste a t.me/…?start=… link, or only what follows start.", open: "Open", asWhom: "Open as whom?",
    block: "Block the bot", unblock: "Unblock", blocked: "blocked", commands: "Commands", keyboard: "Keyboard", menu: "Menu",
    caption: "Caption (optional)", asPhoto: "Send as photo", files: "{0} files", dropHere: "Drop to send", copied: "Copied", unfold: "Unfold", fold: "Fold",
    phone: "Phone", noAnswer: "The bot did not answer within 10 s", unreachable: "The demo has stopped, reconnecting…", today: "Today", newMessages: "New messages",
    forwarded: "Forwarded from {0}", pollOpen: "{0} voted", pollClosed: "Closed, {0} voted",
    link: "Link", answer: "Reply", openOutside: "Open this outside link?", switchTo: "中文", more: "More",
    roles: { liming: "Salesperson · Nanshan", zhaogong: "Engineer · Nanshan", zhouzhuli: "Assistant · Nanshan", sunzong: "Owner · Nanshan",
      wangfang: "Salesperson · Tianhe", qianzong: "Owner · Tianhe", chenjingli: "Channel manager · South", liujingli: "Channel manager · head of South", guanliyuan: "Administrator" },
  },
};

let language = localStorage.getItem("language") === "en" ? "en" : "zh";

export function t(key, ...values) {
  return WORDS[language][key].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

export function role(person) {
  return WORDS[language].roles[person.username] ?? `@${person.username}`;
}

export const isChinese = () => language === "zh";

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
}
