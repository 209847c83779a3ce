"""客户联系人: stories of the people at a customer."""
