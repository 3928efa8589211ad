-- Whose turn is next is asked with every scan that is handed in: of the scans that wait, however much else does.
CREATE INDEX jobs_of_scans ON jobs (state, turn) WHERE account <> '';
CREATE INDEX jobs_of_account ON jobs (account, state, turn) WHERE account <> '';
