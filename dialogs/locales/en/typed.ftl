## Typed at home
read-as-title = What is this?
read-as-follow-up = Follow-up · { $name }
read-as-search = Find customers
read-as-nothing = Not found, and not understood. You can type:
    some characters of a customer's name, to find it
    lines such as “Customer name: …”, to fill in a report
    “customer project stage progress”, for a follow-up
read-as-nothing-search = Not found, and not understood. Type some characters of a customer's name to find it

## A file that nothing takes
file-sent = 📎 Not taken: this kind of file has no place here
file-sent-contract = Documents of a contract: open the contract and send them under Documents
file-sent-orders = Orders in a table: send the Excel or CSV file right here
file-sent-customers = Lists of customers or direct accounts: send the Excel or CSV file right here
file-sent-announcement = Attachments of news: send them while you write it
file-sent-text = Anything else goes as text, such as a follow-up or a customer's name
file-sent-read-key = Read these words
