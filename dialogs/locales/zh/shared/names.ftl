## 不是名称的，不当名称
no-name-lines = 名称只能是一行。多项资料请一行一项，写成“客户名称：…”
no-name-command = 名称不能以 / 开头
no-name-web = “{ $typed }”含网址，请只写营业执照上的全称
no-name-renamed = “{ $typed }”像是写了两个名称，请只写现名
no-name-mail = “{ $typed }”含邮箱，请只写营业执照上的全称
no-name-label = “{ $typed }”前面是栏目名，请只写营业执照上的全称
no-name-colon = “{ $typed }”含冒号，请只写营业执照上的全称
no-name-phone = “{ $typed }”含电话号码，请只写营业执照上的全称
no-name-address = “{ $typed }”像是地址，请只写营业执照上的全称
no-name-several = 一次只能填一家公司，请只写营业执照上的全称
import-wrong-no-name-lines = 名称只能是一行
import-wrong-no-name-command = 名称不能以 / 开头
import-wrong-no-name-web = “{ $typed }”含网址，请只写名称
import-wrong-no-name-renamed = “{ $typed }”像是写了两个名称，请只写现名，曾用名写在别名栏
import-wrong-no-name-mail = “{ $typed }”含邮箱，请只写名称
import-wrong-no-name-label = “{ $typed }”前面是栏目名，请只写名称
import-wrong-no-name-colon = “{ $typed }”含冒号，请只写名称
import-wrong-no-name-phone = “{ $typed }”含电话号码，请只写名称
import-wrong-no-name-address = “{ $typed }”像是地址，请只写名称
import-wrong-no-name-several = 一行只能写一家公司

refusal-not-a-name = “{ $name }”不能作为名称，请只写营业执照上的全称

## 命令
command-unknown = 没有命令 /{ $name }。可用 /home、/help、/cancel
