"""What was: versions of a record and of the whole it stands for.

A whole is a record with its parts (editorial.models.parts), such as a statement's parties. The parts are never asked
for through the record, because a historical record's relations give today's rows; each part's own history is read
instead.
"""
