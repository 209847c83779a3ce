"""Contents: what people send and what is made for them, looked into before anybody opens it. Absent: who may have them."""
