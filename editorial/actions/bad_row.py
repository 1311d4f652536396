"""What an import says of a row that it cannot take."""


class BadRow(ValueError):
    """A row that cannot be taken: the column and the value that are to blame, where it is one, and how to mend it.

    In words: "iso3: “XYZ”. No state has this code." or "source: empty. Every row names where it comes from."
    """

    def __init__(self, remedy: str, *, field: str = "", value: str = "") -> None:
        self.remedy, self.field, self.value = remedy, field, value
        found = f"“{value}”" if value else "empty"
        super().__init__(f"{field}: {found}. {remedy}" if field else remedy)
