"""Pages for anybody: public numbers, the law applied here, the checkpoints of the journal. Nobody signs in."""
