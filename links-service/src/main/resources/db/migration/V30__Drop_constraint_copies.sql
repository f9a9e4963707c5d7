-- Constraints are kept in policy_copies, as in every service that enforces them.
DROP TABLE constraint_grants;
DROP TABLE constraint_copies;
