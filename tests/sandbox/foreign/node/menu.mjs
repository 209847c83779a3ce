// A bot with grammY and its menu plugin: a menu, a second one beneath it, and a file that is sent back.
import { Bot, InputFile } from "grammy";
import { Menu } from "@grammyjs/menu";

const { SANDBOX_URL: root, SANDBOX_TOKEN: token } = process.env;
const bot = new Bot(token, { client: { apiRoot: root } });
let liked = 0;

const main = new Menu("main")
  .text((ctx) => `赞 ${liked}`, (ctx) => { liked += 1; ctx.menu.update(); })
  .row()
  .submenu("更多", "more");
const more = new Menu("more").text("提示", (ctx) => ctx.reply("收到")).row().back("返回");
main.register(more);
bot.use(main);

bot.command("start", (ctx) => ctx.reply("菜单", { reply_markup: main }));
bot.on("message:document", async (ctx) => {
  const file = await ctx.getFile();
  const content = await (await fetch(`${root}/file/bot${token}/${file.file_path}`)).arrayBuffer();
  await ctx.replyWithDocument(new InputFile(new Uint8Array(content), `回_${ctx.message.document.file_name}`));
});
bot.on("message:text", (ctx) => ctx.reply(ctx.message.text, { reply_parameters: { message_id: ctx.message.message_id } }));

await bot.start();
