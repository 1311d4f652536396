"""The first draft of a profile, made from what is on record: a sentence for each fact, with its sources as notes."""
