-- Findings in the order of the board, those of one moment too: many begin with an import.

DROP INDEX finding_order;
CREATE INDEX finding_order ON finding (place, holds_from, key);
