engineers-key = 技术支持
engineers-title = <b>技术支持</b>
engineers-hint = 点名字指派或取消，可多人
engineers-none = 本公司还没有技术账户。
engineers-saved = 已保存
