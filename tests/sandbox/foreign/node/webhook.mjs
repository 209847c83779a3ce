// A bot with node-telegram-bot-api behind a webhook: it says again what it hears, and sends a file back.
import { Bot, InputFile } from "node-telegram-bot-api";
import { startWebhook } from "node-telegram-bot-api/node";

const { SANDBOX_URL: root, SANDBOX_TOKEN: token, PORT: port } = process.env;
const bot = new Bot(token, { apiRoot: root });

bot.command("start", (ctx) => ctx.reply("_你好_", { parse_mode: "Markdown" }));
bot.on("message", async (ctx) => {
  const { chat, document, text, message_id } = ctx.message;
  if (!document) return ctx.reply(text, { reply_parameters: { message_id } });
  const { file_path } = await bot.api.getFile({ file_id: document.file_id });
  const content = await (await fetch(`${root}/file/bot${token}/${file_path}`)).arrayBuffer();
  const file = new InputFile(new Uint8Array(content), { filename: `回_${document.file_name}` });
  return bot.api.sendDocument({ chat_id: chat.id, document: file });
});

await bot.api.setWebhook({ url: `http://127.0.0.1:${port}/bot`, secret_token: "a-secret" });
await startWebhook(bot, { port: Number(port), host: "127.0.0.1", path: "/bot", secretToken: "a-secret" });
