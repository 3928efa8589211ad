-- What is found by order when an order is erased.
CREATE INDEX shadow_judgements_of_order ON shadow_judgements (order_id);
CREATE INDEX webhook_dead_letters_of_order ON webhook_dead_letters (order_id);
CREATE INDEX alarms_of_order ON alarms (order_id);
