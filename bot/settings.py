"""Settings from the environment (prefix `BAOBEI_`) or a `.env` file in the working folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a deployment decides. Secrets are never printed: `doctor` shows only whether they are set."""

    model_config = SettingsConfigDict(env_prefix="BAOBEI_", env_file=".env", extra="ignore")

    token: SecretStr | None = Field(default=None, description="the bot's token, from @BotFather")
    data: Path = Field(default_factory=lambda: user_data_path("baobei"), description="folder for database and files")
    database: str | None = Field(default=None, description="URL of the database; default: SQLite in the data folder")
    driver: Literal["aiogram", "ptb"] = Field(default="aiogram", description="the library that talks to Telegram")
    api_base: str = Field(default="https://api.telegram.org", description="address of the Bot API server")
    proxy: str | None = Field(default=None, description="proxy towards Telegram, e.g. socks5://127.0.0.1:1080")
    webhook_url: str | None = Field(default=None, description="public HTTPS address; default: long polling")
    webhook_secret: SecretStr | None = Field(default=None, description="secret that Telegram sends along")
    webhook_host: str = Field(default="127.0.0.1", description="address that the webhook listens on")
    webhook_port: int = Field(default=8081, description="port that the webhook listens on")
    policy: Path | None = Field(default=None, description="policy file (TOML); default: the built-in policy")
    jobs: Literal["process", "thread", "none"] = Field(
        default="process",
        description="where imports and exports are worked: a process beside the bot, a thread in it, or not here",
    )
    smtp: SecretStr | None = Field(
        default=None, description="mail server, smtp://user:secret@host:587: what is urgent for unreachable people"
    )
    mail_from: str | None = Field(default=None, description="the address that mail comes from")
    log: Literal["debug", "info", "warning", "error"] = "info"
    # --- set by the sandbox for the bot under it
    demo: bool = False
    control: str | None = Field(default=None, description="host:port where the sandbox commands this bot")
    control_key: SecretStr | None = None
    clock_offset: float = Field(default=0.0, description="seconds between business time and real time")

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'baobei.sqlite'}"
