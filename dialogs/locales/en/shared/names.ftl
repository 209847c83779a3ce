## What is no name isn't taken for one
no-name-lines = A name is one line. Several facts go one a line, as “Customer name: …”
no-name-command = A name doesn't begin with /
no-name-web = “{ $typed }” has a web address in it; just the full name on the licence, please
no-name-renamed = “{ $typed }” seems to be two names; just the present one, please
no-name-mail = “{ $typed }” has an e-mail address in it; just the full name on the licence, please
no-name-label = “{ $typed }” begins with a label; just the full name on the licence, please
no-name-colon = “{ $typed }” has a colon in it; just the full name on the licence, please
no-name-phone = “{ $typed }” has a phone number in it; just the full name on the licence, please
no-name-address = “{ $typed }” looks like an address; just the full name on the licence, please
no-name-several = One company at a time; just the full name on the licence, please
import-wrong-no-name-lines = A name is one line
import-wrong-no-name-command = A name doesn't begin with /
import-wrong-no-name-web = “{ $typed }” has a web address in it: just the name, please
import-wrong-no-name-renamed = “{ $typed }” seems to be two names: just the present one, please; former ones go under aliases
import-wrong-no-name-mail = “{ $typed }” has an e-mail address in it: just the name, please
import-wrong-no-name-label = “{ $typed }” begins with a label: just the name, please
import-wrong-no-name-colon = “{ $typed }” has a colon in it: just the name, please
import-wrong-no-name-phone = “{ $typed }” has a phone number in it: just the name, please
import-wrong-no-name-address = “{ $typed }” looks like an address: just the name, please
import-wrong-no-name-several = One company a row

refusal-not-a-name = “{ $name }” can't be a name; just the full name on the licence, please

## Commands
command-unknown = There is no command /{ $name }: /home, /help and /cancel are known
